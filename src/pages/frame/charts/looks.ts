import { type ChartData, type Look } from './chart.js';
import { element, escaped, words } from './svg.js';

const INK: Readonly<Record<Look, string>> = { solid: '#1f4e5f', hatched: '#b10e1e', dotted: '#7a5200', light: '#505a5f' };

const paper = (look: Look): string => element('rect', { width: 8, height: 8, fill: look === 'light' ? '#dfe5e7' : '#ffffff' });

const PATTERNS: Readonly<Record<Exclude<Look, 'solid'>, string>> = {
  hatched: element('path', { d: 'M-2 2l4-4M0 8l8-8M6 10l4-4', stroke: INK.hatched, 'stroke-width': 2.5 }),
  dotted: element('circle', { cx: 4, cy: 4, r: 2, fill: INK.dotted }),
  light: '',
};

/** The patterns of one picture: ids are unique on a page, so no two pictures share a pattern. */
export const patternsOf = ({ id, series }: ChartData): string => {
  const looks = [...new Set(series.map(({ look }) => look))].filter((look) => look !== 'solid');
  const patterns = looks.map((look) =>
    element(
      'pattern',
      { id: `${id}-${look}`, width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
      paper(look),
      ...(PATTERNS[look] === '' ? [] : [PATTERNS[look]]),
    ),
  );
  return element('defs', {}, ...patterns);
};

/** A part of a picture: filled in its look, with an edge that stands out from the ground. */
export const part = (id: string, look: Look, box: { x: number; y: number; width: number; height: number }): string =>
  element('rect', { ...box, fill: look === 'solid' ? INK.solid : `url(#${id}-${look})`, stroke: INK[look], 'stroke-width': 1 });

const SWATCH = 14;
const LINE = 22;
/** About the width of a character, so that a name has room. */
const CHARACTER = 7.2;

/** The legend: the names of the parts with their looks, from the top left on; `height` is the room it takes. */
export function legendOf({ id, series, mark }: ChartData, width: number): { readonly markup: string; readonly height: number } {
  let [x, y] = [0, 0];
  const parts: string[] = [];
  const entries: readonly { readonly name: string; readonly look?: Look }[] = [...series, ...(mark ? [{ name: mark.name }] : [])];
  for (const { name, look } of entries) {
    const wide = SWATCH + 6 + name.length * CHARACTER + 18;
    if (x > 0 && x + wide > width) [x, y] = [0, y + LINE];
    parts.push(
      look === undefined
        ? element('path', { d: `M${x} ${y + SWATCH / 2 + 1}h${SWATCH}`, stroke: '#0b0c0c', 'stroke-width': 3 })
        : part(id, look, { x: x + 0.5, y: y + 1, width: SWATCH, height: SWATCH }),
      words(name, { x: x + SWATCH + 6, y: y + 13 }),
    );
    x += wide;
  }
  return { markup: parts.join(''), height: y + LINE + 8 };
}

/** The whole picture, with its name and description. */
export const picture = (data: ChartData, width: number, height: number, ...children: readonly string[]): string =>
  element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      class: 'q-chart__svg',
      'aria-labelledby': `${data.id}-title ${data.id}-desc`,
    },
    element('title', { id: `${data.id}-title` }, escaped(data.title)),
    element('desc', { id: `${data.id}-desc` }, escaped(data.description)),
    patternsOf(data),
    ...children,
  );
