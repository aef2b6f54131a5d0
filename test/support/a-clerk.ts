import { type HandClock, type TestApp } from './app.js';

export interface Officer {
  readonly personId: string;
  readonly name: string;
}

/** `Ann Aird` becomes `ann-aird`. */
export const somebody = (name: string): Officer => ({ personId: name.toLowerCase().replaceAll(' ', '-'), name });

/** A clerk at work on one body: records what happens at the time it happens, and reads it back. */
export class ClerkAtWork {
  constructor(
    readonly app: TestApp,
    private readonly clock: HandClock,
    readonly bodyId: string,
    readonly token: string,
  ) {}

  /** Wall-clock time in summer, when Scotland is an hour ahead of UTC. */
  at(date: string, time: string): this {
    this.clock.set(new Date(`${date}T${time}:00+01:00`).toISOString());
    return this;
  }

  async govern(verb: string, data: object): Promise<void> {
    await this.record(`bodies/${this.bodyId}/${verb}`, data);
  }

  /** A command that must be accepted, a minute after the one before; gives its id. */
  async record(address: string, data: object = {}): Promise<string> {
    const { id } = await this.app.record(address, data, { token: this.token });
    this.clock.advance(60);
    return id;
  }

  meeting(key: string): MeetingAtWork {
    return new MeetingAtWork(this, key);
  }

  async refused(address: string, data: object, token = this.token): Promise<{ readonly status: number; readonly code: string }> {
    const { json, status } = await this.app.command(address, data, { token });
    if (status < 300) throw new Error(`${address} was accepted`);
    return json as { status: number; code: string };
  }

  get(address: string, token: string | null = this.token) {
    return this.app.get(address, { token });
  }
}

/** One meeting of that body. */
export class MeetingAtWork {
  readonly address: string;
  readonly ref: string;

  constructor(
    private readonly clerk: ClerkAtWork,
    key: string,
  ) {
    this.address = `bodies/${clerk.bodyId}/meetings/${key}`;
    this.ref = `${clerk.bodyId}/${key}`;
  }

  do = (verb: string, data: object = {}) => this.clerk.record(`${this.address}/${verb}`, data);
  refused = (verb: string, data: object, token?: string) => this.clerk.refused(`${this.address}/${verb}`, data, token);

  async present(people: readonly Officer[], more: object = {}): Promise<void> {
    for (const person of people) await this.do('record-attendance', { person, as: 'present', ...more });
  }

  /** Takes up an item, with a paragraph of discussion. */
  async item(heading: string, text: string, more: object = {}): Promise<string> {
    const sectionId = await this.do('take-item', { heading, ...more });
    await this.do('record-paragraph', { text });
    return sectionId;
  }

  async moved(motionId: string, text: string, movedBy: Officer, secondedBy: Officer | null, more: object = {}): Promise<void> {
    await this.do('move-motion', { motionId, text, movedBy: movedBy.personId, ...more });
    if (secondedBy) await this.do('second-motion', { motionId, secondedBy: secondedBy.personId });
  }

  async read(what = '', token?: string | null) {
    return (await this.clerk.get(`${this.address}${what}`, token)).json;
  }

  async text(what: string, token?: string | null): Promise<string> {
    return (await this.clerk.get(`${this.address}/${what}${what.includes('?') ? '&' : '?'}format=text`, token)).text;
  }

  minute = (token?: string | null) => this.text('minute', token);

  async decision(decisionId: string) {
    return this.read(`/decisions/${decisionId}`);
  }

  async motion(motionId: string) {
    const { items } = await this.read('/motions');
    return (items as { motionId: string; status: string }[]).find((one) => one.motionId === motionId);
  }
}

/** Rules that most of these bodies share; what is given replaces them. */
export const rules = (from: string, more: object) => ({
  from,
  quorum: { kind: 'number', atLeast: 3 },
  voting: { majorityOf: 'votes-cast', castingVote: true, tie: 'not-carried', appointments: 'lot', seconder: true },
  presiding: { order: ['chair', 'vice-chair', 'member-chosen'], substituteMayPreside: false },
  substitutes: { allowed: 'none', who: 'named' },
  notice: { clearDays: 3, countWeekends: true, countHolidays: true, source: 'Local Government (Scotland) Act 1973 Sch 7' },
  source: 'Standing orders',
  ...more,
});
