import { type ChartData, totalOf } from './chart.js';
import { legendOf, part, picture } from './looks.js';
import { words } from './svg.js';

const WIDTH = 640;
/** Room at the end of the longest bar for its number. */
const RIGHT = 40;
const ROW = 46;
const BAR = 20;
/** The most characters of a name above a bar; the table has the whole name. */
const LONGEST_NAME = 80;

/** Bars below one another, each with its name above it, so that long names have room. */
export function bars(data: ChartData): string {
  const { id, categories, series } = data;
  const legend = legendOf(data, WIDTH);
  const most = Math.max(1, ...categories.map((_, index) => totalOf(data, index)));
  const unit = (WIDTH - RIGHT) / most;
  const rows = categories.map(({ label }, index) => {
    const y = legend.height + index * ROW;
    let x = 0.5;
    const parts = series.flatMap(({ look, values }) => {
      const width = (values[index] ?? 0) * unit;
      const from = x;
      x += width;
      return width > 0 ? [part(id, look, { x: from, y: y + 18, width, height: BAR })] : [];
    });
    const name = label.length > LONGEST_NAME ? `${label.slice(0, LONGEST_NAME - 1)}…` : label;
    return [words(name, { x: 0, y: y + 12 }), ...parts, words(String(totalOf(data, index)), { x: x + 6, y: y + 33 })].join('');
  });
  return picture(data, WIDTH, legend.height + categories.length * ROW, legend.markup, ...rows);
}
