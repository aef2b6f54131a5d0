import { type Chain } from '../../chain.query.js';
import { type ChainNode } from '../../describing.js';

const oneLine = (text: string, most: number): string => {
  const flat = text.replace(/\s+/g, ' ');
  return flat.length > most ? `${flat.slice(0, most).trimEnd()}…` : flat;
};

const head = ({ ref, kind, title, date, state, withheld }: ChainNode): string =>
  withheld
    ? `${kind} [${ref}] may not be read`
    : `${kind} ${oneLine(title, 120)}${date === null ? '' : `, ${date}`}  [${ref}]${state === null ? '' : `: ${oneLine(state, 200)}`}`;

const details = ({ words, story }: ChainNode): string[] => [
  ...(words === null ? [] : [`“${oneLine(words, 300)}”`]),
  ...story.slice(1).map(({ on, what }) => `${on}  ${oneLine(what, 200)}`),
];

/** The chain as an indented tree: the record itself, what it came from, what it led to. Each record is told once. */
export function renderChain({ ref, nodes, edges, cutOff }: Chain): string {
  const byRef = new Map(nodes.map((node) => [node.ref, node]));
  const start = byRef.get(ref);
  const lines = start ? [head(start), ...details(start).map((line) => `    ${line}`)] : [ref];
  const told = new Set([ref]);
  const walk = (from: string, side: 'back' | 'forward', depth: number): void => {
    for (const edge of edges.filter((one) => (side === 'back' ? one.to : one.from) === from)) {
      const node = byRef.get(side === 'back' ? edge.from : edge.to);
      if (!node) continue;
      const indent = '  '.repeat(depth);
      const when = edge.when === null ? '' : ` (${edge.when.slice(0, 10)})`;
      const above = told.has(node.ref);
      lines.push(
        `${indent}${edge.how}${when} ${side === 'back' ? '<-' : '->'} ${above ? `${node.kind} [${node.ref}], as above` : head(node)}`,
      );
      if (above) continue;
      told.add(node.ref);
      lines.push(...details(node).map((line) => `${indent}    ${line}`));
      walk(node.ref, side, depth + 1);
    }
  };
  for (const [heading, side] of [
    ['Came from', 'back'],
    ['Led to', 'forward'],
  ] as const) {
    const at = lines.length;
    walk(ref, side, 1);
    if (lines.length > at) lines.splice(at, 0, '', heading);
  }
  if (cutOff !== null) lines.push('', `Cut off: ${cutOff}.`);
  return `${lines.join('\n')}\n`;
}
