const ENTRIES = 20;
/** As the page waits, so that what is recorded together is fetched together. */
const PAGE_WAITS_MS = 40;

interface Watching {
  readonly watching: number;
  readonly entries: number;
  readonly p50: number;
  readonly most: number;
}

/** What a browser does on the live page: follows the events, and fetches what changed since it last looked. */
class Watcher {
  private seen = '';
  private text = '';
  private waiting: (() => void) | undefined;
  private awaited = '';
  private fetching = false;
  private again = false;
  private readonly end = new AbortController();

  constructor(
    private readonly live: string,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  async begin(): Promise<void> {
    this.take(await (await fetch(this.live, { headers: this.headers })).text());
    const events = await fetch(`${this.live}/events`, {
      headers: { ...this.headers, accept: 'text/event-stream' },
      signal: this.end.signal,
    });
    if (events.status !== 200 || !events.body) throw new Error(`watching answered ${events.status}`);
    void this.follow(events.body);
  }

  stop = (): void => this.end.abort();

  until(words: string): Promise<void> {
    this.awaited = words;
    return new Promise((resolve) => {
      this.waiting = resolve;
      this.look();
    });
  }

  private async follow(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body) if (/^event: (changed|action)$/m.test(decoder.decode(chunk, { stream: true }))) void this.fetchNow();
    } catch (error) {
      if (!this.end.signal.aborted) throw error;
    }
  }

  private async fetchNow(): Promise<void> {
    this.again = this.fetching;
    if (this.fetching) return;
    this.fetching = true;
    await new Promise((resolve) => setTimeout(resolve, PAGE_WAITS_MS));
    const answer = await fetch(`${this.live}/now?${this.seen}`, { headers: { ...this.headers, 'hx-request': 'true' } });
    if (answer.status === 200) this.take(await answer.text());
    else if (answer.status !== 204) throw new Error(`what changed answered ${answer.status}`);
    this.fetching = false;
    if (this.again) void this.fetchNow();
  }

  /** Keeps the hidden fields that say what the browser has. */
  private take(html: string): void {
    const fields = [...html.matchAll(/<input type="hidden" name="(_rev|_quorate|_inHand|_status|_pieces)" value="([^"]*)">/g)];
    this.seen = new URLSearchParams(fields.map(([, name = '', value = '']): [string, string] => [name, value])).toString();
    this.text = html;
    this.look();
  }

  private look(): void {
    if (this.waiting && this.text.includes(this.awaited)) {
      this.waiting();
      this.waiting = undefined;
    }
  }
}

/** While so many watch a meeting, a clerk records: how long until the last of them has it, for each entry. Milliseconds. */
export async function watchLive(
  address: string,
  { clerk, watcher: officer }: { readonly clerk: string; readonly watcher: string },
  live: string,
  watching: number,
): Promise<Watching> {
  const headers = { cookie: `quorate=${officer}`, accept: 'text/html' };
  const watchers = Array.from({ length: watching }, () => new Watcher(`${address}${live}`, headers));
  await Promise.all(watchers.map((watcher) => watcher.begin()));
  const took: number[] = [];
  try {
    for (let entry = 0; entry < ENTRIES; entry += 1) {
      const words = `Seen by all, number ${entry}.`;
      const arrived = Promise.all(watchers.map((watcher) => watcher.until(words)));
      const recorded = await fetch(`${address}/api/v1${live.replace(/\/live$/, '')}/record-paragraph`, {
        method: 'POST',
        headers: { authorization: `Bearer ${clerk}`, 'content-type': 'application/json', 'if-match': '*' },
        body: JSON.stringify({ text: words }),
      });
      if (recorded.status >= 300) throw new Error(`recording answered ${recorded.status}`);
      const began = performance.now();
      await arrived;
      took.push(performance.now() - began);
    }
  } finally {
    for (const watcher of watchers) watcher.stop();
  }
  took.sort((a, b) => a - b);
  return { watching, entries: ENTRIES, p50: Math.round(took[ENTRIES / 2]!), most: Math.round(took.at(-1)!) };
}
