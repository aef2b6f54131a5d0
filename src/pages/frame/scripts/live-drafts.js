// Typed text is kept on the device until the server says that it is recorded; text that could not be sent is sent again by itself.
/* global window, localStorage, fetch */
import { ownTab } from './live-tab.js';

const live = document.getElementById('live');
// Signing out removes every entry whose name begins with `quorate draft `.
const whose = `quorate draft ${live.dataset.live} `;
const namesOf = (start) => Object.keys(localStorage).filter((one) => one.startsWith(start));
const tabIn = (name) => name.slice(whose.length).split(' ')[0];
// Each tab keeps its own text: two tabs that write the same kind of thing do not overwrite each other.
const { tab, gone } = await ownTab(namesOf(whose).map(tabIn));
const mine = `${whose}${tab} `;
const nameOf = (form) => `${mine}${form.dataset.draft}`;

/** Takes over the text that a tab which is gone has left of a form. */
function inherit(draft) {
  const name = `${mine}${draft}`;
  const left = localStorage.getItem(name) === null && gone.map((one) => `${whose}${one} ${draft}`).find((one) => localStorage.getItem(one));
  if (!left) return;
  localStorage.setItem(name, localStorage.getItem(left));
  localStorage.removeItem(left);
}

export const fieldsOf = (form) =>
  [...form.elements].filter((one) => one.name && !['hidden', 'submit', 'button'].includes(one.type) && !one.name.startsWith('_csrf'));
const isChoice = (one) => one.type === 'radio' || one.type === 'checkbox';
const isEmpty = (one) => isChoice(one) || one.tagName === 'SELECT' || one.value === '';

/** Keeps a form's text together with the form's key: sent twice, the text is recorded once. */
export function keep(form) {
  const fields = fieldsOf(form);
  if (fields.every(isEmpty)) return localStorage.removeItem(nameOf(form));
  const values = fields.map((one) => [one.name, isChoice(one) ? [one.value, one.checked] : one.value]);
  localStorage.setItem(nameOf(form), JSON.stringify({ key: form.elements._key.value, values }));
}

function restore(form) {
  inherit(form.dataset.draft);
  const kept = localStorage.getItem(nameOf(form));
  if (kept === null) return;
  const { key, values } = JSON.parse(kept);
  // With `again`, the kept key stands for an earlier wording that is recorded: this text needs the page's new key.
  const again = document.getElementById('composer-mode')?.dataset.again !== undefined;
  if (!again) form.elements._key.value = key;
  for (const [name, value] of values)
    for (const field of fieldsOf(form).filter((one) => one.name === name)) {
      if (Array.isArray(value)) {
        if (field.value === value[0]) field.checked = value[1];
      } else if (field.tagName !== 'SELECT' || [...field.options].some((one) => one.value === value)) field.value = value;
    }
  if (again) keep(form);
}

/** Gives forms that came on the page the text kept for them, except text that the page says is recorded. */
export function came(root) {
  const recorded = [...live.querySelectorAll('[data-recorded]')].map((one) => one.dataset.recorded);
  for (const name of namesOf(whose)) if (recorded.includes(JSON.parse(localStorage.getItem(name)).key)) localStorage.removeItem(name);
  for (const form of root.querySelectorAll('form[data-draft]')) restore(form);
  mark();
}

/** Marks the link to a composer that has unsent text in it. */
function mark() {
  const kept = (draft) => [tab, ...gone].some((one) => localStorage.getItem(`${whose}${one} ${draft}`) !== null);
  for (const link of live.querySelectorAll('a[id^="mode-"]'))
    link.toggleAttribute('data-kept', kept(link.id.slice(5)) && !link.hasAttribute('aria-current'));
}

const tell = (text) => {
  const place = document.getElementById('live-unsent');
  place.textContent = text;
  place.hidden = text === '';
};

// A sign-in that has ended, or another one since the page was opened: the page has to be opened again.
const needsSignIn = ({ status, responseText }) =>
  status === 401 || (status === 403 && responseText.includes('data-problem="page.form-not-ours"'));
function signInAgain() {
  for (const form of live.querySelectorAll('form[data-draft]')) keep(form);
  tell('Your sign-in has ended. What you typed is kept on this device. ');
  const link = document.createElement('a');
  link.href = live.dataset.live.split(' ')[1];
  link.className = 'govuk-link';
  link.textContent = 'Sign in again';
  document.getElementById('live-unsent').append(link);
}

let waiting = null;
function notSent({ detail }) {
  // A field that asks something while it is typed in sends nothing to be recorded.
  const form = detail.elt;
  if (!form.matches('form')) return;
  waiting = form.dataset.draft ?? null;
  if (waiting !== null) keep(form);
  tell(
    waiting === null
      ? 'Not recorded: there is no connection to the server. Press it again when there is.'
      : 'Not sent yet: there is no connection to the server. What you typed is kept on this device, and is sent when there is.',
  );
}
function sendAgain() {
  const form = waiting === null ? null : live.querySelector(`form[data-draft="${waiting}"]`);
  waiting = null;
  form?.requestSubmit();
}

document.addEventListener('htmx:sendError', notSent);
document.addEventListener('htmx:timeout', notSent);
document.addEventListener('htmx:responseError', ({ detail }) => {
  if (needsSignIn(detail.xhr)) return signInAgain();
  if (!detail.elt.matches('form')) return;
  const page = new window.DOMParser().parseFromString(detail.xhr.responseText, 'text/html');
  const why = [...page.querySelectorAll('main p')].map((one) => one.textContent.trim()).join(' ');
  tell(`Not recorded. ${why || 'Something went wrong.'} What you typed is kept on this device.`);
});
document.addEventListener('htmx:afterRequest', ({ detail }) => {
  if (detail.successful && detail.elt.matches('form')) tell('');
});
document.addEventListener('htmx:sseOpen', sendAgain);
// The stream of news says only that it was refused, and not why.
document.addEventListener('htmx:sseError', async () => {
  const answer = await fetch(`${live.dataset.live.split(' ')[1]}/now`, { headers: { 'HX-Request': 'true', accept: 'text/html' } }).catch(
    () => null,
  );
  if (answer?.status === 401) signInAgain();
});
window.addEventListener('online', sendAgain);
for (const when of ['input', 'change'])
  live.addEventListener(when, ({ target }) => {
    if (target.form?.dataset.draft !== undefined) keep(target.form);
  });
