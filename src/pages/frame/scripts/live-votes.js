// The sum and the names of a division while it is typed, with contradictions shown at once. In a roll call the numbers follow from the
// names.
const live = document.getElementById('live');
const OPTIONS = { yes: 'for', no: 'against', abstain: 'abstained', notVoting: 'not voting', paired: 'paired', absent: 'absent' };
const fieldOf = (option) => document.getElementById(`counts.${option}`);
const legendOf = (id) => document.querySelector(`[data-away] option[value="${id}"]`)?.textContent ?? id;

/** How many were named for each option, and who is named twice; `others` is the number entitled, where all others may be named at once. */
function namesIn(others) {
  const tally = { yes: 0, no: 0, abstain: 0, notVoting: 0, paired: 0, absent: 0 };
  const voted = new Set();
  for (const { name, value } of live.querySelectorAll('input[name^="_vote."]:checked')) {
    tally[value === 'not-voting' ? 'notVoting' : value] += 1;
    voted.add(name.slice('_vote.'.length));
  }
  const wrong = [];
  for (const pair of live.querySelectorAll('.q-pair')) {
    const [one, other] = [...pair.querySelectorAll('select')].map((select) => select.value);
    if (!one && !other) continue;
    if (!one || !other || one === other) wrong.push('a pair is two people');
    for (const id of [one, other].filter(Boolean)) {
      if (voted.has(id)) wrong.push(`${legendOf(id)} is named twice`);
      voted.add(id);
    }
    if (one && other && one !== other) tally.paired += 2;
  }
  const rest = others === 0 ? '' : restChosen();
  const left = Math.max(0, others - (voted.size - tally.absent));
  if (rest) tally[rest === 'not-voting' ? 'notVoting' : rest] += left;
  return { tally, named: voted.size + (rest ? left : 0), wrong };
}

/** What all others of a roll call did; empty where nothing is said of them. */
const restChosen = () => live.querySelector('input[name="_rest"]:checked')?.value ?? '';

/** Fills in the numbers of a roll call from its names, and locks their fields. */
function follow(tally, rollCall) {
  for (const option of Object.keys(OPTIONS)) {
    const field = fieldOf(option);
    if (!field) continue;
    if (field.readOnly && !rollCall) field.value = '';
    field.readOnly = rollCall;
    if (rollCall) field.value = tally[option] || '';
  }
}

/** A division between proposals: the sum of what is typed for each, and in a roll call the numbers that follow from the names. */
function between(place) {
  const rollCall = live.querySelector('input[name="method"]:checked')?.value === 'roll-call';
  const rest = restChosen().replace(/^for /, '');
  const single = [...live.querySelectorAll('input[name^="_for."]:checked')].map(({ value }) => value.replace(/^for /, ''));
  const pairs = [...live.querySelectorAll('.q-pair')].filter((pair) => [...pair.querySelectorAll('select')].every(({ value }) => value));
  const named = [...single, ...pairs.flatMap(() => ['paired', 'paired'])];
  const present = named.filter((value) => value !== 'absent').length;
  const others = rollCall && rest ? Math.max(0, Number(place.dataset.between) - present) : 0;
  const tallyOf = (id) => named.filter((value) => value === id).length + (id === rest ? others : 0);
  const fields = [...live.querySelectorAll('input[data-for]')];
  for (const field of fields) {
    if (field.readOnly && !rollCall) field.value = '';
    field.readOnly = rollCall;
    if (rollCall) field.value = tallyOf(field.dataset.for) || '';
  }
  const numberOf = (field) => Number(field.value) || 0;
  const cast = fields.filter(({ dataset }) => dataset.for !== 'absent').reduce((sum, field) => sum + numberOf(field), 0);
  const left = Number(place.dataset.between) - cast;
  const fewer = !rollCall && fields.some((field) => field.value !== '' && tallyOf(field.dataset.for) > numberOf(field));
  const sum = left === 0 ? 'all counted' : left > 0 ? `${left} not counted` : `${-left} too many`;
  const words = [`${cast} of ${place.dataset.between}: ${sum}`, ...(fewer ? ['more are named than counted'] : [])].join('; ');
  const output = document.getElementById('count-sum');
  if (output.textContent !== words) output.textContent = words;
  output.classList.toggle('q-counts__sum--wrong', left < 0 || fewer);
}

export function count() {
  const proposals = live.querySelector('[data-between]');
  if (proposals) between(proposals);
  const counts = live.querySelector('[data-counts]');
  if (!counts) return;
  const method = live.querySelector('input[name="method"]:checked')?.value;
  const rollCall = method === 'roll-call';
  const { tally, named, wrong } = namesIn(rollCall ? Number(counts.dataset.counts) : 0);
  follow(tally, rollCall);
  const numberOf = (option) => Number(fieldOf(option)?.value) || 0;
  const cast = Object.keys(OPTIONS).reduce((sum, option) => (option === 'absent' ? sum : sum + numberOf(option)), 0);
  const left = Number(counts.dataset.counts) - cast;
  if (numberOf('paired') % 2 === 1) wrong.push('paired people are two to a pair');
  if (!rollCall)
    for (const [option, word] of Object.entries(OPTIONS))
      if (fieldOf(option)?.value !== '' && tally[option] > numberOf(option)) wrong.push(`more are named ${word} than counted`);
  if (method === 'ballot' && named > 0) wrong.push('a ballot names nobody');
  const sum = left === 0 ? 'all counted' : left > 0 ? `${left} not counted` : `${-left} too many`;
  const place = document.getElementById('count-sum');
  const words = [`${cast} of ${counts.dataset.counts}: ${sum}`, ...(named > 0 ? [`${named} by name`] : []), ...new Set(wrong)].join('; ');
  if (place.textContent !== words) place.textContent = words;
  place.classList.toggle('q-counts__sum--wrong', wrong.length > 0 || left < 0);
}

/** A roll call needs the names, a ballot in an election its teller, an election without a count whom: what each needs is opened. */
const NEEDED = { 'roll-call': '[data-names]', ballot: '[data-ballot]', declared: '[data-declared]' };
export function showNames({ target }) {
  const needed = target.name === 'method' && NEEDED[target.value] && live.querySelector(NEEDED[target.value]);
  if (needed) needed.open = true;
}
