import { type ChartData, totalOf } from './chart.js';
import { legendOf, part, picture } from './looks.js';
import { element, words } from './svg.js';

const LEFT = 34;
const RIGHT = 12;
const PLOT = 180;
const LABELS = 40;
const LEAST_WIDTH = 480;

/** Columns beside one another, each made of its parts from the ground up. */
export function columns(data: ChartData, step = 28): string {
  const { id, categories, series, mark } = data;
  const width = Math.max(LEAST_WIDTH, LEFT + categories.length * step + RIGHT);
  const legend = legendOf(data, width);
  const top = legend.height + 14;
  const ground = top + PLOT;
  const most = Math.max(0, ...categories.map((_, index) => Math.max(totalOf(data, index), mark?.values[index] ?? 0)));
  const ticks = ticksFor(most);
  const heightOf = (value: number): number => (value / ticks.at(-1)!) * PLOT;

  const lines = ticks.map(
    (tick) =>
      element('path', { d: `M${LEFT} ${ground - heightOf(tick)}H${width - RIGHT}`, stroke: tick === 0 ? '#0b0c0c' : '#b1b4b6' }) +
      words(String(tick), { x: LEFT - 6, y: ground - heightOf(tick) + 4, 'text-anchor': 'end', 'font-size': 12 }),
  );
  const bars = categories.map(({ label, short = [label] }, index) => {
    const x = LEFT + index * step + step * 0.14;
    const wide = step * 0.72;
    let y = ground;
    const parts = series.flatMap(({ look, values }) => {
      const height = heightOf(values[index] ?? 0);
      y -= height;
      return height > 0 ? [part(id, look, { x, y, width: wide, height })] : [];
    });
    const total = totalOf(data, index);
    const needed = mark?.values[index] ?? null;
    return [
      ...parts,
      ...(total > 0 ? [words(String(total), { x: x + wide / 2, y: y - 4, 'text-anchor': 'middle', 'font-size': 12 })] : []),
      ...(needed === null
        ? []
        : [element('path', { d: `M${x - 3} ${ground - heightOf(needed)}h${wide + 6}`, stroke: '#0b0c0c', 'stroke-width': 3 })]),
      ...short.map((line, row) => words(line, { x: x + wide / 2, y: ground + 16 + row * 15, 'text-anchor': 'middle', 'font-size': 12 })),
    ].join('');
  });
  return picture(data, width, ground + LABELS, legend.markup, ...lines, ...bars);
}

/** The lines of an axis for counts: whole numbers from 0 to at least `most`, at most six of them. */
export function ticksFor(most: number): readonly number[] {
  const step = stepFor(Math.max(1, most));
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

function stepFor(most: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].map((one) => one * power).find((one) => most / one <= 5);
    if (step !== undefined) return step;
  }
}
