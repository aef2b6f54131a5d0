import { when } from '../../../kernel/words.js';
import { type Chain } from '../../../across/audit/audit.queries.js';
import { layersOf } from './layers.js';

type Node = Chain['nodes'][number];

/** A record in the picture, with its lines of text where they stand. Lengths in units of the picture. */
export interface Box {
  readonly node: Node;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly kind: string;
  readonly title: readonly string[];
  readonly state: readonly string[];
}

export const BOX = { width: 205, gap: 130, above: 22, line: 17, inside: 10 } as const;
/** Room for the words of an arrow that ends at a box. */
export const ARROW_ROOM = 32;
const CHARACTERS = 27;
const TITLE_LINES = 4;
const STATE_LINES = 2;

/** An arrow between two records, for all links between them: a meeting may both propose a body and give it a budget. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly how: string;
}

export const arrowsOf = ({ edges }: Pick<Chain, 'edges'>): readonly Arrow[] =>
  [...Map.groupBy(edges, ({ from, to }) => `${from}\n${to}`).values()].map((same) => ({
    from: same[0]!.from,
    to: same[0]!.to,
    how: [...new Set(same.map(({ how }) => how))].join('; '),
  }));

/** The boxes of the picture, column by column, each beside the boxes it is joined to. */
export function boxesOf(chain: Chain): readonly Box[] {
  const layers = layersOf(chain);
  const columns = [...new Set(layers.values())].sort((a, b) => a - b);
  const ways = arrowsOf(chain);
  const placed = new Map<string, Box>();
  for (const [index, column] of columns.entries()) {
    const nodes = chain.nodes.filter(({ ref }) => layers.get(ref) === column);
    let y = 0;
    for (const node of beside(nodes, chain, placed)) {
      const arrows = ways.filter(({ to }) => to === node.ref).length;
      const box = boxOf(node, index * (BOX.width + BOX.gap), y, arrows);
      placed.set(node.ref, box);
      y += box.height + BOX.above;
    }
  }
  return middled([...placed.values()]);
}

/** The records of one column, ordered by the middle of the boxes to which each is joined in the columns before. */
function beside(nodes: readonly Node[], { edges }: Chain, placed: ReadonlyMap<string, Box>): readonly Node[] {
  const middle = (ref: string): number => {
    const joined = edges.flatMap(({ from, to }) => {
      const other = placed.get(to === ref ? from : from === ref ? to : '');
      return other ? [other.y + other.height / 2] : [];
    });
    return joined.length === 0 ? 0 : joined.reduce((sum, one) => sum + one, 0) / joined.length;
  };
  const at = new Map(nodes.map(({ ref }) => [ref, middle(ref)]));
  return [...nodes].sort((a, b) => at.get(a.ref)! - at.get(b.ref)!);
}

function boxOf(node: Node, x: number, y: number, arrows: number): Box {
  const title = lines(node.withheld ? 'May not be read' : node.title, TITLE_LINES);
  const state = node.state === null ? [] : lines(node.state, STATE_LINES);
  const words = 2 * BOX.inside + (1 + title.length + state.length) * BOX.line + (state.length > 0 ? 4 : 0);
  const kind = node.date === null ? node.kind : `${node.kind}, ${when(node.date)}`;
  return { node, x, y, height: Math.max(words, arrows * ARROW_ROOM + BOX.inside), kind, title, state };
}

/** Boxes moved down so that each shorter column stands in the middle of the longest. */
function middled(boxes: readonly Box[]): readonly Box[] {
  const end = (some: readonly Box[]): number => Math.max(0, ...some.map(({ y, height }) => y + height));
  const all = end(boxes);
  const columns = Map.groupBy(boxes, ({ x }) => x);
  return boxes.map((box) => ({ ...box, y: box.y + (all - end(columns.get(box.x) ?? [])) / 2 }));
}

/** A text in lines that fit a box; an ellipsis marks where the rest was left off. */
export function lines(text: string, most: number, characters: number = CHARACTERS): readonly string[] {
  const found: string[] = [];
  for (const word of text
    .replace(/\s+/g, ' ')
    .trim()
    .split(' ')
    .flatMap((one) => broken(one, characters))) {
    const line = found.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= characters) found[found.length - 1] = `${line} ${word}`;
    else found.push(word);
  }
  if (found.length <= most) return found;
  const last = found[most - 1]!;
  return [...found.slice(0, most - 1), `${last.length < characters ? last : last.slice(0, characters - 1)}…`];
}

const broken = (word: string, characters: number): readonly string[] =>
  word.length <= characters ? [word] : (word.match(new RegExp(`.{1,${characters}}`, 'gu')) ?? [word]);
