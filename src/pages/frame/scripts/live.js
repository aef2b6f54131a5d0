// The live meeting works without this file; with it, keys work, and typed text is not lost.
/* global window, location, requestAnimationFrame */
import { came, fieldsOf } from './live-drafts.js';
import './live-keys.js';
import { offerNames } from './live-names.js';
import { count, showNames } from './live-votes.js';

const live = document.getElementById('live');
const at = (id) => document.getElementById(id);

/** As `nameKey` of the server, but for what no keyboard makes. */
const keyOf = (name) => name.normalize('NFKC').replace(/\s+/g, ' ').trim().toUpperCase().toLowerCase();

function filterPeople() {
  const wanted = keyOf(at('people-filter').value);
  for (const row of live.querySelectorAll('[data-person]')) row.hidden = !keyOf(row.dataset.person).includes(wanted);
}

function toTheEnd() {
  const record = live.querySelector('.q-live__record');
  record.scrollTop = record.scrollHeight;
}

/** What is wrong takes the focus and the view: the field, else the summary. */
function toTheError(composer) {
  const summary = composer.querySelector('.govuk-error-summary');
  if (!summary) return;
  const wrong = summary.querySelector('a[href^="#"]')?.getAttribute('href').slice(1);
  const field = (wrong && document.getElementById(wrong)) || composer.querySelector('[aria-describedby*="-error"]');
  const focused = field && composer.contains(field) ? field : summary;
  const folded = focused.closest('details');
  if (folded) folded.open = true;
  if (focused === summary) summary.tabIndex = -1;
  focused.focus({ preventScroll: true });
  focused.scrollIntoView({ block: 'center' });
}

function arrived(root) {
  came(root);
  offerNames(root);
  count();
}

for (const when of ['input', 'change'])
  live.addEventListener(when, (event) => {
    if (event.target.id === 'people-filter') filterPeople();
    showNames(event);
    count();
  });

// A second press within 700 ms is ignored: by then another button may stand in the same place.
let pressed = { row: null, when: 0 };
live.addEventListener(
  'click',
  (event) => {
    const row = event.target.closest('button[name="_do"]')?.value.split(' ')[1];
    if (row === undefined) return;
    if (row === pressed.row && event.timeStamp - pressed.when < 700) event.preventDefault();
    else pressed = { row, when: event.timeStamp };
  },
  true,
);

// A refusal (422) comes with the form, which must be shown.
document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  if (detail.xhr.status !== 422) return;
  detail.shouldSwap = true;
  detail.isError = false;
});

// A composer in which somebody is typing is not replaced because of what others record.
const isTyped = (one) =>
  one.tagName !== 'SELECT' && (one.type === 'radio' ? one.checked !== one.defaultChecked : one.value !== one.defaultValue);
document.addEventListener('htmx:oobBeforeSwap', ({ detail }) => {
  if (detail.target.id !== 'composer') return;
  if ([...detail.target.querySelectorAll('form')].some((form) => fieldsOf(form).some(isTyped))) detail.shouldSwap = false;
});

document.addEventListener('htmx:afterSwap', ({ detail }) => arrived(detail.target));
// In a composer without a field the heading takes the focus, so that a keyboard user does not lose their place.
document.addEventListener('htmx:afterSettle', ({ detail }) => {
  if (detail.target?.id !== 'composer') return;
  if (detail.xhr?.status === 422) toTheError(detail.target);
  else if (document.activeElement === document.body) at('composer-heading').focus();
});
document.addEventListener('htmx:oobAfterSwap', ({ detail }) => {
  arrived(detail.target);
  if (detail.target.closest('#live-record')) requestAnimationFrame(toTheEnd);
  if (detail.target.id === 'live-room') filterPeople();
});
document.addEventListener('htmx:afterRequest', ({ detail }) => {
  if (!detail.successful || detail.elt.id !== 'room-form') return;
  at('room-time').value = '';
  // Selected, so that the next name replaces this one when it is typed.
  if (document.activeElement === at('people-filter')) at('people-filter').select();
});

// News of what others record waits while something is being sent or pressed here: nothing is replaced under a finger, or fetched twice.
const inFlight = new Set();
let pressing = false;
let missed = null;
const isBusy = () => pressing || [...inFlight].some((xhr) => xhr.readyState !== 4);
function catchUp() {
  if (missed === null || isBusy()) return;
  const feed = missed;
  missed = null;
  window.htmx.trigger(feed, feed.getAttribute('hx-trigger').split(' ')[0]);
}
document.addEventListener('htmx:beforeRequest', (event) => {
  const { elt, xhr } = event.detail;
  if (elt.dataset.feed === undefined) inFlight.add(xhr);
  else if (isBusy()) {
    event.preventDefault();
    missed = elt;
  }
});
document.addEventListener('htmx:afterRequest', ({ detail }) => {
  inFlight.delete(detail.xhr);
  window.setTimeout(catchUp, 0);
});
for (const [when, down] of [
  ['pointerdown', true],
  ['pointerup', false],
  ['pointercancel', false],
])
  document.addEventListener(when, () => {
    pressing = down;
    window.setTimeout(catchUp, 0);
  });

live.querySelector('.q-live__filter').hidden = false;
arrived(live);
toTheEnd();
if (location.search.includes('mode=')) {
  const first = () => document.activeElement === document.body && live.querySelector('[autofocus]')?.focus();
  first();
  // A browser that scrolls to the composer named in the address takes the focus away again.
  if (document.readyState === 'complete') window.setTimeout(first, 0);
  else window.addEventListener('load', first);
}
