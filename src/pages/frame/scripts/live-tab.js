// Which tab this is, and which tabs are gone: a tab holds a lock in its own name for as long as it is open.
/* global navigator, sessionStorage, AbortSignal */

const NAME = 'quorate tab';
const lockOf = (tab) => `quorate tab ${tab}`;
/** Longest wait for a lock that the same tab's page before this one may still hold. */
const WAIT_MS = 400;

/** Answers whether the lock was given; it is then held until the page goes. */
const held = (tab) =>
  new Promise((given) => {
    navigator.locks
      .request(lockOf(tab), { signal: AbortSignal.timeout(WAIT_MS) }, () => {
        given(true);
        return new Promise(() => {});
      })
      .catch(() => given(false));
  });

/**
 * The name of this tab, which it keeps when it is loaded again, and those of the named tabs that are gone. A tab that was duplicated gets a
 * new name, since the other one holds the old one. A browser without locks has one name for all of its tabs.
 */
export async function ownTab(named) {
  if (!navigator.locks) return { tab: 'any', gone: [...new Set(named)].filter((one) => one !== 'any') };
  let tab = sessionStorage.getItem(NAME);
  if (tab === null || !(await held(tab))) {
    tab = Math.random().toString(36).slice(2, 12);
    await held(tab);
    sessionStorage.setItem(NAME, tab);
  }
  const open = new Set((await navigator.locks.query()).held.map(({ name }) => name));
  return { tab, gone: [...new Set(named)].filter((one) => one !== tab && !open.has(lockOf(one))) };
}
