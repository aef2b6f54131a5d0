import { type Page } from 'playwright-core';

/** What has the focus, by the name assistive technology reads: its label, or its own words. */
const FOCUSED = `(() => {
  const one = document.activeElement;
  const said = one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.textContent ?? '';
  return said.replace(/\\s+/g, ' ').trim();
})()`;

const MOST_PRESSES = 500;
/** What is longer is begun by its keys, and the rest put in as one: a meeting's paragraphs are thousands of keys. */
const TYPED_KEY_BY_KEY = 24;

/** Somebody who has a keyboard and no mouse. Nothing here acts on the page but by its keys. */
export class Keyboard {
  constructor(readonly page: Page) {}

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  focused(): Promise<string> {
    return this.page.evaluate(FOCUSED);
  }

  /** Tab by Tab, forwards, until something with this name has the focus. */
  async tabTo(name: string | RegExp): Promise<void> {
    const passed: string[] = [];
    for (let presses = 0; presses < MOST_PRESSES; presses += 1) {
      await this.press('Tab');
      const found = await this.focused();
      if (typeof name === 'string' ? found === name : name.test(found)) return;
      passed.push(found);
    }
    throw new Error(`No Tab leads to ${String(name)}; it passes ${[...new Set(passed)].join(' | ').slice(0, 2_000)}`);
  }

  async follow(name: string | RegExp): Promise<void> {
    await this.tabTo(name);
    await this.press('Enter');
  }

  /** Enter, which leads to another page. */
  async submit(): Promise<void> {
    await Promise.all([this.page.waitForEvent('load'), this.press('Enter')]);
  }

  /** The same, from a link or a button with this name. */
  async go(name: string | RegExp): Promise<void> {
    await this.tabTo(name);
    await this.submit();
  }

  async type(text: string): Promise<void> {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) await this.press('Enter');
      await this.page.keyboard.type(line.slice(0, TYPED_KEY_BY_KEY));
      if (line.length > TYPED_KEY_BY_KEY) await this.page.keyboard.insertText(line.slice(TYPED_KEY_BY_KEY));
    }
  }

  /** In place of what the field has. */
  async typeOver(text: string): Promise<void> {
    await this.press('Control+a', 'Delete');
    await this.type(text);
  }

  async fill(name: string | RegExp, text: string): Promise<void> {
    await this.tabTo(name);
    await this.typeOver(text);
  }

  /** A time in the field of the browser, which takes digits. */
  async time(name: string | RegExp, digits: string): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.type(digits);
  }

  /** A date there: the browser's own language says whether the day or the month comes first. */
  async date(name: string | RegExp, iso: string): Promise<void> {
    const [year = '', month = '', day = ''] = iso.split('-');
    await this.tabTo(name);
    await this.page.keyboard.type(`${day}${month}${year}`);
    if ((await this.page.evaluate('document.activeElement.value')) === iso) return;
    await this.press('Delete', 'ArrowLeft', 'Delete', 'ArrowLeft', 'Delete');
    await this.page.keyboard.type(`${month}${day}${year}`);
  }

  /** Of a select: the option that begins so. */
  async choose(name: string | RegExp, begins: string): Promise<void> {
    await this.tabTo(name);
    await this.pick(begins);
  }

  async pick(begins: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      const chosen: string = await this.page.evaluate('document.activeElement.selectedOptions?.[0]?.text ?? ""');
      if (chosen.startsWith(begins)) return;
      await this.press('ArrowDown');
    }
    const all: string[] = await this.page.evaluate('[...(document.activeElement.options ?? [])].map((one) => one.text)');
    throw new Error(`No option begins with ${begins}, of: ${all.join(' | ')}`);
  }
}
