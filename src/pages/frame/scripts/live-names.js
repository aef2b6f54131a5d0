// A list of names by the keyboard: letters go to the first name that has a word so begun, a number chooses what was said of that person.
// What was typed is forgotten when something is chosen, or when no name begins so.
const key = (name) => name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
let sought = '';

/** A surname stands last and is what a clerk types: it is looked at before the words in front of it. */
function rowFor(list, letters) {
  const rows = [...list.querySelectorAll('[data-name]')];
  const wordsOf = (row) =>
    key(row.dataset.name)
      .split(/[\s.,-]+/)
      .filter(Boolean);
  return (
    rows.find((row) => wordsOf(row).at(-1)?.startsWith(letters)) ?? rows.find((row) => wordsOf(row).some((one) => one.startsWith(letters)))
  );
}

function show(list, letters) {
  sought = letters;
  list.querySelector('.q-names__sought').textContent = letters;
}

document.addEventListener(
  'keydown',
  (event) => {
    const { target, key: pressed, ctrlKey, metaKey, altKey } = event;
    const list = target.type === 'radio' ? target.closest('[data-find]') : null;
    if (!list || ctrlKey || metaKey || altKey) return;
    if (pressed === 'Escape') return target.blur();
    if (/^[1-9]$/.test(pressed)) {
      const option = target.closest('[data-name]').querySelectorAll('input')[Number(pressed) - 1];
      option?.click();
      option?.focus();
      show(list, '');
    } else if (/^[\p{L}']$/u.test(pressed)) {
      const letters = [sought + key(pressed), key(pressed)].find((one) => rowFor(list, one)) ?? '';
      const row = letters === '' ? undefined : rowFor(list, letters);
      (row?.querySelector('input:checked') ?? row?.querySelector('input'))?.focus();
      show(list, letters);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  },
  true,
);

/** Without scripts the keys would do nothing, so only here they are told of. */
export function offerNames(root) {
  for (const one of root.querySelectorAll('.q-names__keys')) one.hidden = false;
}
