import { element, escaped, words } from '../../frame/charts/svg.js';
import { type Chain } from '../../../across/audit/audit.queries.js';
import { type Arrow, ARROW_ROOM, arrowsOf, type Box, BOX, boxesOf, lines } from './boxes.js';

const EDGE = 4;
const INK = '#0b0c0c';
const LINE = '#505a5f';
const BRAND = '#1f4e5f';
/** The most characters of an arrow's words on one line. */
const ARROW_CHARACTERS = 18;

/** The chain as a picture: a box for each record, which leads to its timeline, and an arrow for each step, with how it came about. */
export function chainPicture(chain: Chain, title: string, hrefOf: (ref: string) => string | null): string {
  const boxes = boxesOf(chain);
  const width = Math.max(...boxes.map(({ x }) => x)) + BOX.width + 2 * EDGE;
  const height = Math.max(...boxes.map((box) => box.y + box.height)) + 2 * EDGE;
  const at = new Map(boxes.map((box) => [box.node.ref, box]));
  const arrows = arrowsOf(chain);
  const count = chain.nodes.length;
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `${-EDGE} ${-EDGE} ${Math.round(width)} ${Math.round(height)}`,
      width: Math.round(width),
      height: Math.round(height),
      role: 'group',
      class: 'q-chart__svg',
      'aria-labelledby': 'chain-title chain-desc',
    },
    element('title', { id: 'chain-title' }, escaped(title)),
    element(
      'desc',
      { id: 'chain-desc' },
      escaped(
        `${count} ${count === 1 ? 'record' : 'records'} in columns, the earlier to the left; arrows lead to what came of each. The list below says the same.`,
      ),
    ),
    element(
      'defs',
      {},
      element(
        'marker',
        { id: 'chain-arrow', viewBox: '0 0 8 8', refX: 8, refY: 4, markerWidth: 8, markerHeight: 8, orient: 'auto' },
        element('path', { d: 'M0 0L8 4L0 8z', fill: LINE }),
      ),
    ),
    ...arrows.flatMap((one) => arrow(one, arrows, at)),
    ...boxes.map((box) => boxPicture(box, box.node.ref === chain.ref, hrefOf(box.node.ref))),
  );
}

/** An arrow, with its words above and below its last stretch; an arrow that passes a column by is dashed. */
function arrow(one: Arrow, all: readonly Arrow[], at: ReadonlyMap<string, Box>): readonly string[] {
  const [from, to] = [at.get(one.from), at.get(one.to)];
  if (!from || !to) return [];
  const ends = all.filter((other) => other.to === one.to).sort((a, b) => (at.get(a.from)?.y ?? 0) - (at.get(b.from)?.y ?? 0));
  const y = to.y + to.height / 2 + (ends.indexOf(one) - (ends.length - 1) / 2) * ARROW_ROOM;
  const [x0, y0, x1] = [from.x + BOX.width, from.y + from.height / 2, to.x];
  const turn = x1 - BOX.gap + 25;
  const far = x1 - x0 > BOX.gap + 1;
  const way = `M${round(x0)} ${round(y0)}C${round(x0 + 45)} ${round(y0)} ${round(turn - 45)} ${round(y)} ${round(turn)} ${round(y)}L${round(x1)} ${round(y)}`;
  const said = lines(one.how, 2, ARROW_CHARACTERS);
  return [
    element('path', {
      d: way,
      fill: 'none',
      stroke: LINE,
      'stroke-width': far ? 1 : 1.5,
      'stroke-dasharray': far ? '4 4' : undefined,
      'marker-end': 'url(#chain-arrow)',
    }),
    ...said.map((line, index) =>
      words(line, {
        x: x1 - 12,
        y: index === 0 ? y - 5 : y + 13,
        'text-anchor': 'end',
        'font-size': 11,
        stroke: '#ffffff',
        'stroke-width': 3,
        'paint-order': 'stroke',
      }),
    ),
  ];
}

const round = (value: number): number => Math.round(value * 10) / 10;

function boxPicture({ node, x, y, height, kind, title, state }: Box, here: boolean, href: string | null): string {
  const left = x + BOX.inside;
  const top = y + BOX.inside + 12;
  const parts = [
    element('rect', {
      x,
      y,
      width: BOX.width,
      height,
      rx: 3,
      fill: here ? '#e3ecef' : '#ffffff',
      stroke: node.withheld ? LINE : BRAND,
      'stroke-width': here ? 4 : 1.5,
      'stroke-dasharray': node.withheld ? '6 4' : undefined,
    }),
    words(`${kind[0]!.toUpperCase()}${kind.slice(1)} `, { x: left, y: top, 'font-size': 12, fill: LINE }),
    ...title.map((line, index) =>
      words(`${line} `, { x: left, y: top + (index + 1) * BOX.line, 'font-weight': 700, fill: href === null ? INK : '#1a5b74' }),
    ),
    ...state.map((line, index) => words(`${line} `, { x: left, y: top + 4 + (title.length + index + 1) * BOX.line, 'font-size': 12 })),
  ];
  return href === null ? element('g', {}, ...parts) : element('a', { href, class: 'q-chain__box' }, ...parts);
}
