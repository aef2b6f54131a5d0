import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { recordFiles } from '../../src/cli/demonstration.js';
import { apiOf } from '../../src/cli/local-api.js';
import { commandSpecs, importFile, readCommands, type RecordedCommand, sendCommand } from '../../src/cli/recording.js';
import { createTestApp, HandClock, type TestApp } from '../support/app.js';
import { launchBrowser } from '../support/browser.js';
import { Keyboard } from '../support/keyboard.js';
import { barriersOn, composerSettled } from '../support/live-board.js';

/**
 * The real meeting of 3 March 2016, from an empty page to a signed minute, with the keyboard alone. What is typed is what the transcription of
 * the minute has (test/records/02-meeting-2016-03-03.json), and what comes out is compared with what the importer makes of that transcription.
 */
const BODY = 'cpp-strategic-board';
const MARCH = `bodies/${BODY}/meetings/2016-03-03`;

const clock = new HandClock('2016-02-22T09:30:00.000Z');
let typed: TestApp;
let imported: TestApp;
let browser: Browser;
let address: string;
let page: Page;
let keys: Keyboard;
let records: readonly string[];
let bodies: readonly RecordedCommand[];
const tokens = new Map<string, string>();

beforeAll(async () => {
  records = await recordFiles();
  bodies = await readCommands(records[0]!);
  [typed, imported, browser] = await Promise.all([createTestApp({ clock }), createTestApp(), launchBrowser()]);
  for (const file of records.slice(0, 4)) await importFile(apiOf(imported.nest), commandSpecs(), file);
  for (const role of ['clerk', 'chair'] as const) tokens.set(role, await typed.principal(role, role));
  await membershipUntil('2016-02-22T09:00:00.000Z');
  address = await typed.listen();
  await as('clerk');
}, 180_000);
afterAll(async () => {
  await browser.close();
  await Promise.all([typed.close(), imported.close()]);
});

/** The body, its rules and its seats, each when the record has it: nothing is recorded before it happens. */
async function membershipUntil(instant: string): Promise<void> {
  if (clock.now() < instant) clock.set(instant);
  const [specs, api] = [commandSpecs(), apiOf(typed.nest)];
  for (const one of bodies.filter(({ happenedAt }) => happenedAt! <= instant)) await sendCommand(api, specs.get(one.command)!, one, {});
  bodies = bodies.filter(({ happenedAt }) => happenedAt! > instant);
}

/** The clock of the record stands in 2016, so no sign-in of the page would outlive today. */
async function as(role: string): Promise<BrowserContext> {
  const context = await browser.newContext({ baseURL: address, locale: 'en-GB', viewport: { width: 1400, height: 1000 } });
  await context.addCookies([{ name: 'quorate', value: tokens.get(role)!, url: address, httpOnly: true }]);
  page = await context.newPage();
  keys = new Keyboard(page);
  return context;
}

const at = (time: string, day = '2016-03-03'): void => clock.set(new Date(`${day}T${time}:00.000Z`).toISOString());
const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const banner = (words: string) => page.locator('.govuk-notification-banner', { hasText: words }).waitFor();
const said = (words: string) => page.locator('#live-said', { hasText: words }).waitFor();
/** Sent, and told that it is recorded; then out of the field, so that single keys work. */
const send = async (words: string) => {
  const last = (await page.locator('#live-said [data-recorded]').count()) > 0 ? await recorded().getAttribute('data-recorded') : '';
  await keys.press('Control+Enter');
  await page.locator(`#live-said [data-recorded]:not([data-recorded="${last}"])`, { hasText: words }).waitFor();
  await settled(':focus');
  await keys.press('Escape');
};
const recorded = () => page.locator('#live-said [data-recorded]');
const composer = (focused: string) => settled(`${focused}:focus`);
/** Whatever came has come whole: until then it may take the focus once more. */
const settled = (focused: string) => composerSettled(page, focused);

/** The commands of the transcription, in their order: what there is to type. */
const transcribed = JSON.parse(
  readFileSync(new URL('../records/02-meeting-2016-03-03.json', import.meta.url), 'utf8'),
) as readonly (RecordedCommand & { readonly data: Record<string, never> })[];
const headings = transcribed.filter(({ command }) => command === 'TakeItem').map(({ data }) => String(data.heading));

/** Each step goes on where the one before ended. */
let broken: string | undefined;
beforeEach(() => {
  if (broken !== undefined) throw new Error(`Stopped: ${broken}`);
  broken = expect.getState().currentTestName;
});
const step = (name: string, work: () => Promise<void>) =>
  it(name, async () => {
    await work();
    broken = undefined;
  });

describe('a clerk with a keyboard alone', () => {
  const PLACE = 'Council Chamber, Council Headquarters, Newtown St Boswells';
  const call = async (date: string, noticeBy: string, title?: string) => {
    await keys.date('Date', date);
    await keys.time('Time', '1400');
    await page.locator('#notice-sum', { hasText: `Give notice by ${noticeBy}` }).waitFor();
    await keys.fill('Place', PLACE);
    if (title) await keys.fill('Title', title);
    await keys.submit();
    await banner('The meeting is called');
  };

  step('calls the meeting from the page of the body, and the one after it, whose date its agenda details', async () => {
    await page.goto(`/bodies/${BODY}`);
    expect(await barriersOn(page)).toEqual([]);
    await keys.go('Diary');
    await heading('Meetings');
    await call('2016-06-09', 'Sunday 5 June 2016');
    await keys.go('Meetings');
    await call('2016-03-03', 'Sunday 28 February 2016', 'Community Planning Strategic Board');
  });

  step('puts its agenda together', async () => {
    await keys.go('Agenda builder');
    await heading('Agenda');
    for (const title of headings.slice(1)) {
      await keys.fill('Title', title);
      await keys.submit();
      await banner('The item is on the agenda');
    }
    expect(await page.locator('.q-business h3').allInnerTexts()).toEqual(headings.slice(1));
    expect(await barriersOn(page)).toEqual([]);
  });

  step('gives notice, and goes to the live page', async () => {
    await keys.go('Give notice');
    await heading('Notice and arrangements');
    await keys.fill('Who gave it', 'J. J. Wilkinson, Clerk to the Council');
    await keys.submit();
    await banner('Notice is given');
    await membershipUntil('2016-03-03T09:00:00.000Z');
    at('13:50');
    await keys.go('Live page');
    await heading('Community Planning Strategic Board, 3 March 2016');
    expect(await page.locator('#live-record').innerText()).toContain('Nothing is recorded yet.');
    expect(await barriersOn(page)).toEqual([]);
  });

  step('is shown the keys by a key', async () => {
    await keys.press('?');
    expect(await keys.focused()).toBe('Keyboard');
    expect(await page.locator('.q-live__keys').innerText()).toContain('find somebody');
    await keys.press('Enter');
    expect(await page.locator('.q-live__keys').isVisible()).toBe(false);
  });

  step('takes the apologies, and opens the meeting', async () => {
    await keys.press('/');
    for (const name of ['D. Parker', 'M. Cook', 'T. Burrows', 'G. Edgar', 'A. McKinnon', 'J. Raine', 'R. Stenhouse']) {
      await keys.type(name);
      await keys.press('Enter');
      await page.locator('#live-said', { hasText: new RegExp(`Apologies from .*${name}`) }).waitFor();
    }
    await keys.typeOver('');
    at('14:00');
    await keys.press('Escape');
    await keys.follow('Open the meeting');
    await composer('#time');
    expect(await keys.focused()).toBe('Opened at');
    await send('The meeting is opened');
  });

  const find = async (name: string) => {
    await keys.press('/');
    await keys.typeOver(name);
  };

  step('takes the sederunt', async () => {
    await find('J. Brown');
    await keys.follow('Arrived, with details Councillor J. Brown');
    await composer('#role');
    await keys.type('Chairman');
    await send('The arrival is recorded');
    for (const name of ['S. Bell', 'C. Bhatia', 'G. Farries', 'M. Hume', 'G. Imery', 'T. Jakimciw']) {
      await find(name);
      await keys.press('Enter');
      await said(`${name} arrived`);
      await keys.press('Escape');
    }
    await find('A. McKinnon');
    await keys.follow('Substitute, with details Mr A. McKinnon');
    await composer('[id="person.name"]');
    expect(await page.evaluate('document.activeElement.value')).toBe('Mr D. Rennie');
    await keys.choose('Beside the name in the sederunt', 'Nothing');
    await send('The substitute is recorded');
    for (const name of ['S. Mountford', 'D. Steele']) {
      await find(name);
      await keys.press('Enter');
      await said(`${name} arrived`);
      await keys.press('Escape');
    }
    for (const [name, organisation, role] of [
      ['Mrs J. McDiarmid', '', 'SBC Depute Chief Executive [People]'],
      ['Mr T. Patterson', '', 'Joint Director of Public Health – SBC/NHS'],
      ['Ms S. Smith', 'SBC', 'Clerk to Council'],
    ] as const) {
      await keys.press('s');
      await composer('[id="person.name"]');
      await keys.type(name);
      if (organisation) await keys.fill('Organisation', organisation);
      await keys.fill('Role', role);
      await send('The sederunt is recorded');
    }
    await find('J. Brown');
    await keys.follow('In the chair Councillor J. Brown');
    await composer('#reason');
    await keys.type('In the absence of the Chairman (Councillor Parker)');
    await send('The chair is taken');
    await find('');
    await keys.press('Escape');
    expect(await page.locator('#quorum').innerText()).toContain('In the chair: Councillor J. Brown');
    expect(await barriersOn(page)).toEqual([]);
  });

  /** Whoever leaves is not said to have left by itself: the minute says it in words of its own, or not at all. */
  const leaves = async (name: string, marked: boolean) => {
    await find(name);
    await keys.follow(/^Left, with details/);
    await composer('#_sentence');
    await keys.pick('Nothing');
    if (!marked) await keys.choose('Beside the name in the sederunt', 'Nothing');
    await send('The leaving is recorded');
    await find('');
    await keys.press('Escape');
  };
  const NAMES: Readonly<Record<string, string>> = {
    'g-imery': 'G. Imery',
    'd-rennie': 'D. Rennie',
    'c-bhatia': 'C. Bhatia',
    't-jakimciw': 'T. Jakimciw',
  };

  /** Types one line of the transcription as a clerk does. */
  async function types(command: string, data: Readonly<Record<string, unknown>>): Promise<void> {
    const text = (name: string): string => (typeof data[name] === 'string' ? data[name] : '');
    switch (command) {
      case 'TakeItem':
        if (text('heading') === 'CHAIRMAN') {
          await keys.press('i');
          await composer('#heading');
          await keys.type('CHAIRMAN');
          return send('The item is taken');
        }
        await keys.press('n');
        await said(`Item taken: ${text('heading')}`);
        return keys.press('Escape');
      case 'RecordParagraph':
        await keys.press('p');
        await composer('#text');
        await keys.type(text('text'));
        if (data.heading) await keys.fill('A heading of its own', text('heading'));
        return send('Paragraph recorded');
      case 'RecordDecision': {
        const parts = (data.parts ?? []) as readonly { readonly letter: string; readonly text: string }[];
        await keys.press('d');
        await composer('#words');
        await keys.type([text('words'), ...parts.map((part) => `(${part.letter}) ${part.text}`)].join('\n'));
        return send('Decision recorded');
      }
      case 'Annotate':
        await keys.follow('Note');
        await composer('#heading');
        await keys.type(text('heading'));
        await keys.fill('Note', text('text'));
        return send('The note is recorded');
      case 'LeaveMeeting':
        return leaves(NAMES[text('personId')]!, data.sederuntNote === undefined);
      case 'DeclareQuorum':
        await keys.press('q');
        await keys.follow('Declare the quorum');
        await composer('#words');
        await keys.type(text('words'));
        await keys.press('Shift+Tab', 'ArrowUp');
        expect(await keys.focused()).toBe('The quorum is lost');
        return send('The declaration is recorded');
    }
  }

  for (const taken of headings)
    step(`writes down what was said, decided and done: ${taken}`, async () => {
      const from = transcribed.findIndex(({ command, data }) => command === 'TakeItem' && data.heading === taken);
      const length = transcribed.slice(from + 1).findIndex(({ command }) => command === 'TakeItem' || command === 'ConcludeMeeting');
      for (const { command, data, happenedAt } of transcribed.slice(from, from + 1 + length)) {
        clock.set(happenedAt!);
        await types(command, data);
      }
      expect(await page.locator('#live-record').innerText()).toContain(taken);
    });

  step('was told that the quorum was lost, and what was decided after it is marked', async () => {
    expect(await page.locator('#live-alert').getAttribute('aria-live')).toBe('assertive');
    expect(await page.locator('#live-alert').textContent()).toContain('The quorum is lost');
    expect(await page.locator('#quorum').innerText()).toContain('No quorum');
    expect(await page.locator('.q-entry--decision', { hasText: 'Informal' }).count()).toBe(4);
    expect(await barriersOn(page)).toEqual([]);
  });

  step('raises the actions out of the decisions they come from', async () => {
    for (const [from, number, title, officers, due] of [
      ['3.1 AGREED that the SBC', '5.', 'Action Tracker – Localised Costing of Community Planning', 'Shona Smith', ''],
      ['4.4 (b) that the SBC', '6.', 'Adaptations', 'Shona Smith', 'in due course'],
      ['5.3 AGREED that a further', '7.', 'Governance of Community Planning Partnership', 'Shona Smith', 'the meeting in June 2016'],
      ['8 AGREED to receive', '9(b).', 'Commissioning Services for Children and Young People', 'Jeanette McDiarmid', 'in Autumn 2016'],
    ] as const) {
      await keys.press('a');
      await composer('#_part');
      await keys.press('Home');
      await keys.pick(from);
      await keys.fill('Organisation', 'SBC');
      await keys.fill('Officers', officers);
      if (due) {
        await keys.fill('Deadline, in the words used', due);
        await page.locator('#due-read').filter({ hasText: /\S/ }).waitFor();
      }
      await keys.follow('As the tracker has it: title, words, approval elsewhere');
      await keys.fill('Number', number);
      await keys.fill('Title', title);
      await send('Action raised');
    }
    expect(await page.locator('.q-entry__action').count()).toBe(4);
  });

  step('concludes, reads the draft and circulates it', async () => {
    at('16:15');
    await keys.press('c');
    await composer('#time');
    expect(await page.evaluate('document.activeElement.value')).toBe('16:15');
    await send('The meeting is concluded');
    await keys.go('Read the draft minute');
    await heading('Minute of 3 March 2016');
    expect(await page.getByRole('article').innerText()).toContain('Chief Superintendent G. Imery (Police Scotland) (to para.6.1)');
    at('10:00', '2016-03-10');
    await keys.go('Circulate the draft');
    await keys.fill('To whom', 'Members of the Board');
    await keys.submit();
    await banner('The draft is circulated');
    expect(await barriersOn(page)).toEqual([]);
  });
});

describe('the next meeting', () => {
  step('has the minute on its agenda, has notice given of it, and is opened', async () => {
    await membershipUntil('2016-06-03T09:00:00.000Z');
    at('09:30', '2016-06-03');
    await keys.go('Meetings');
    await heading('Meetings');
    await keys.go('Thursday 9 June 2016, 2.00 pm');
    await keys.go('Agenda builder');
    await keys.go('Add Minute: Minute of 3 March 2016, not approved yet');
    await banner('The item is on the agenda');
    await keys.go('Give notice');
    await keys.tabTo('Who gave it');
    await keys.submit();
    await banner('Notice is given');
    at('14:00', '2016-06-09');
    await keys.go('Live page');
    await keys.follow('Open the meeting');
    await composer('#time');
    await send('The meeting is opened');
  });

  step('has its sederunt and its chair, and is declared quorate', async () => {
    await keys.press('/');
    for (const name of ['D. Parker', 'S. Bell', 'J. Brown', 'M. Hume', 'D. Steele']) {
      await keys.typeOver(name);
      await keys.press('Enter');
      await said(`${name} arrived`);
    }
    await keys.typeOver('D. Parker');
    await keys.follow('In the chair Councillor D. Parker');
    await said('Councillor D. Parker took the chair');
    await keys.press('q');
    await keys.follow('Declare the quorum');
    await composer('#words');
    await keys.type('The Chairman confirmed that the meeting was quorate.');
    await send('The declaration is recorded');
    expect(await page.locator('#quorum').innerText()).toContain('Quorate');
  });

  step('approves the minute, ratifies what was resolved without a quorum, and concludes', async () => {
    await keys.press('n');
    await said('Item taken: Minute');
    await keys.press('Escape', 'p');
    await composer('#text');
    await keys.type('There had been circulated copies of the Minute of the Meeting held on 3 March 2016.');
    await send('Paragraph recorded');
    await keys.press('d');
    await composer('#words');
    await keys.type('APPROVED the Minute for signature by the Chairman.');
    await keys.follow(/^What it does/);
    await keys.choose('Outcome', 'Approves the minute of 3 March 2016');
    await send('Decision recorded');
    await keys.press('d');
    await composer('#words');
    await keys.type('AGREED to homologate the decisions at paragraphs 9 to 12 of that Minute.');
    await keys.follow('What it does: remits, continues, approves a minute, ratifies (4 decisions waiting)');
    for (const paragraph of ['9', '10', '11', '12']) await keys.choose(new RegExp(`^3 March 2016, ${paragraph}:`), 'Ratified');
    expect(await barriersOn(page)).toEqual([]);
    await send('Decision recorded');
    at('15:10', '2016-06-09');
    await keys.press('c');
    await composer('#time');
    await send('The meeting is concluded');
    expect((await typed.get(`bodies/${BODY}/decisions?awaiting-ratification=true`)).json.items).toEqual([]);
  });

  step('is where the minute of the one before is approved', async () => {
    await keys.go('Read the draft minute');
    await keys.go('Meetings');
    await heading('Meetings');
    await keys.go('Thursday 3 March 2016, 2.00 pm');
    await keys.go('Read the draft minute');
    await keys.go('Approve the minute');
    await keys.choose('Decision that approves it', '9 June 2016, paragraph 1: APPROVED');
    await keys.go('Record the approval');
    await banner('The minute is approved');
    await page.context().close();
  });

  step('is where its chair signs it', async () => {
    at('15:30', '2016-06-09');
    await as('chair');
    await page.goto(`/bodies/${BODY}`);
    await keys.go('3 March 2016');
    await keys.go('Read the draft minute');
    await keys.go('Sign the minute');
    await keys.choose('Who signs', 'Councillor D. Parker');
    await keys.go('Sign the minute');
    await banner('The minute is signed and published');
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  });
});

describe('what was typed', () => {
  const textOf = async (app: TestApp) => (await app.get(`${MARCH}/minute?format=text`)).text;

  step('is, word for word, the minute the transcription gives, but for its approval and signature', async () => {
    const [mine, theirs] = (await Promise.all([textOf(typed), textOf(imported)])).map((text) => text.trimEnd().split('\n\n'));
    const body = theirs!.slice(0, -1);
    expect(mine!.slice(0, body.length)).toEqual(body);
    expect(theirs!.at(-1)).toBe('DRAFT');
    expect(mine!.slice(body.length, -1)).toEqual([
      'APPROVED at the meeting of 9 June 2016.',
      'SIGNED by Councillor D. Parker, presiding at the meeting of 9 June 2016.',
    ]);
    expect(mine!.at(-1)).toMatch(/^SHA-256 of the text signed: [0-9a-f]{64}$/);
  });

  step('has the same actions, with the same deadlines, but for how they are known and what was reported of them since', async () => {
    const actionsOf = async (app: TestApp) => {
      const { groups } = (await app.get(`bodies/${BODY}/action-sheet?as-at=2016-06-09`)).json as { groups: { actions: SheetRow[] }[] };
      return groups
        .flatMap(({ actions }) => actions)
        .filter(({ raisedOn }) => raisedOn === '2016-03-03')
        .map(({ item, paragraph, source, words, organisation, officers, due }) => ({
          ...{ item, paragraph, part: source.part, words, organisation, officers, due },
        }));
    };
    const mine = await actionsOf(typed);
    expect(mine).toEqual(await actionsOf(imported));
    expect(mine.map(({ due }) => due.latest)).toEqual([undefined, undefined, '2016-06-09', '2016-11-30']);
  });
});

interface SheetRow {
  readonly raisedOn: string;
  readonly item: object;
  readonly paragraph: string;
  readonly source: { readonly part?: string };
  readonly words: string;
  readonly organisation: string;
  readonly officers: readonly string[];
  readonly due: { readonly latest?: string };
}
