// The live meeting works without this file; with it, by keys, and without losing what is typed.
/* global window, location, requestAnimationFrame */
import { came, fieldsOf } from './live-drafts.js';
import './live-keys.js';

const live = document.getElementById('live');
const at = (id) => document.getElementById(id);

/** The sum of a vote as it is typed. */
function count() {
  const counts = live.querySelector('[data-counts]');
  if (!counts) return;
  const cast = [...counts.querySelectorAll('input')].reduce((sum, one) => sum + (Number(one.value) || 0), 0);
  const named = new Set([...live.querySelectorAll('input[name^="_vote."]:checked')].map((one) => one.name)).size;
  const left = Number(counts.dataset.counts) - cast;
  const words = left === 0 ? 'all counted' : left > 0 ? `${left} not counted` : `${-left} too many`;
  at('count-sum').textContent = `${cast} of ${counts.dataset.counts}: ${words}${named > 0 ? `; ${named} by name` : ''}`;
}

function filterPeople() {
  const wanted = at('people-filter').value.toLowerCase();
  for (const row of live.querySelectorAll('[data-person]')) row.hidden = !row.dataset.person.toLowerCase().includes(wanted);
}

function toTheEnd() {
  const record = live.querySelector('.q-live__record');
  record.scrollTop = record.scrollHeight;
}

function arrived(root) {
  came(root);
  count();
}

for (const when of ['input', 'change'])
  live.addEventListener(when, ({ target }) => {
    if (target.id === 'people-filter') filterPeople();
    count();
  });

// Under a second press of the same place there is another button by then.
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

// A refusal shows the form again.
document.addEventListener('htmx:beforeSwap', ({ detail }) => {
  if (detail.xhr.status !== 422) return;
  detail.shouldSwap = true;
  detail.isError = false;
});

// What somebody is typing is not replaced by what others record.
const isTyped = (one) =>
  one.tagName !== 'SELECT' && (one.type === 'radio' ? one.checked !== one.defaultChecked : one.value !== one.defaultValue);
document.addEventListener('htmx:oobBeforeSwap', ({ detail }) => {
  if (detail.target.id !== 'composer') return;
  if ([...detail.target.querySelectorAll('form')].some((form) => fieldsOf(form).some(isTyped))) detail.shouldSwap = false;
});

document.addEventListener('htmx:afterSwap', ({ detail }) => arrived(detail.target));
document.addEventListener('htmx:oobAfterSwap', ({ detail }) => {
  arrived(detail.target);
  if (detail.target.closest('#live-record')) requestAnimationFrame(toTheEnd);
  if (detail.target.id === 'live-room') filterPeople();
});
document.addEventListener('htmx:afterRequest', ({ detail }) => {
  if (detail.successful && detail.elt.id === 'room-form') at('room-time').value = '';
});

// What others record waits for what is being sent or pressed here: nothing is replaced under a finger, and nothing is fetched twice.
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
if (location.search.includes('mode=')) live.querySelector('[autofocus]')?.focus();
