// Single keys, if no field has the focus and nobody switched them off (WCAG 2.1.4); Ctrl+Enter sends; Escape leaves a field.
/* global window, localStorage, HTMLElement, CSS */
const live = document.getElementById('live');
const at = (id) => document.getElementById(id);
const SETTING = 'quorate single keys';
const isField = (one) => one instanceof HTMLElement && one.matches('input:not([type=radio], [type=checkbox]), textarea, select');

/** Text typed while a composer is on its way: put into the composer's field when it arrives. */
let typedAhead = null;
document.addEventListener('htmx:afterSettle', ({ detail }) => {
  if (typedAhead === null || detail.target?.id !== 'composer') return;
  const field = document.activeElement;
  if (isField(field) && field.tagName !== 'SELECT' && typedAhead !== '') {
    field.setRangeText(typedAhead, field.selectionStart ?? 0, field.selectionEnd ?? 0, 'end');
    field.dispatchEvent(new window.Event('input', { bubbles: true }));
  }
  typedAhead = null;
});
document.addEventListener('htmx:afterRequest', ({ detail }) => {
  if (!detail.successful) typedAhead = null;
});

function open(control) {
  const fields = at('composer').querySelectorAll('form :is(input:not([type=hidden]), textarea, select)');
  const shown = control.hasAttribute('aria-current') && [...fields].find((one) => one.offsetParent !== null);
  if (shown) return shown.focus();
  typedAhead = control.closest('form') ? null : '';
  window.setTimeout(() => (typedAhead = null), 3000);
  // A control that came just now may be unknown to htmx yet: its link would leave the page.
  window.htmx.process(control);
  control.click();
}

function showKeys(details) {
  details.open = true;
  details.querySelector('summary').focus();
}

const controlOf = (key) => {
  if (key === '/') return at('people-filter');
  if (key === 'q') return at('quorum');
  if (key === 'g') return at('composer').querySelector('[data-find]');
  if (key === '?') return live.querySelector('.q-live__keyboard details');
  if (key === 'v') return live.querySelector('[data-next]') ?? live.querySelector('a[href*="mode=vote"]');
  return live.querySelector(`[data-key="${CSS.escape(key)}"]`);
};

/** To the names of the vote that is being typed, by roll call where it was by show of hands. */
function toNames() {
  const list = at('composer').querySelector('[data-find]');
  const byName = at('composer').querySelector('input[name="method"][value="roll-call"]');
  byName?.click();
  const details = list?.closest('details');
  if (details) details.open = true;
  list?.querySelector('input')?.focus();
}

document.addEventListener('keydown', (event) => {
  const { target, key, ctrlKey, metaKey, altKey } = event;
  const alone = !ctrlKey && !metaKey && !altKey;
  if (typedAhead !== null && alone && (key.length === 1 || key === 'Enter')) {
    event.preventDefault();
    typedAhead += key === 'Enter' ? '\n' : key;
  } else if (key === 'Enter' && (ctrlKey || metaKey) && target.form?.closest('#composer')) {
    event.preventDefault();
    target.form.requestSubmit();
  } else if (key === 'Escape' && isField(target) && live.contains(target)) {
    target.blur();
  } else if (key === 'Enter' && target.tagName === 'INPUT' && target.form?.querySelector('button[name="outcome"], button[name="option"]')) {
    // Enter must not choose one of several buttons: the clerk has to press the one that is meant.
    event.preventDefault();
  } else if (target.id === 'people-filter' && key === 'Enter') {
    event.preventDefault();
    live.querySelector('[data-person]:not([hidden]) button')?.click();
  } else if (alone && !isField(target) && localStorage.getItem(SETTING) !== 'off') {
    const control = controlOf(key);
    if (!control) return;
    event.preventDefault();
    if (key === 'g') toNames();
    else if (key === '/' || key === 'q') control.focus();
    else if (key === '?') showKeys(control);
    else open(control);
  }
});

for (const one of live.querySelectorAll('.q-live__keyboard')) one.hidden = false;
const box = live.querySelector('input[name="single-keys"]');
if (box) {
  box.checked = localStorage.getItem(SETTING) !== 'off';
  box.addEventListener('change', () => localStorage.setItem(SETTING, box.checked ? 'on' : 'off'));
}
