/** Lines of at most so many characters, broken between words; a word longer than that is cut into the next line, never lost. */
export function wrapped(text: string, width: number, indent = ''): string[] {
  const room = width - indent.length;
  return text.split(/\r?\n/).flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      const joined = line === '' ? word : `${line} ${word}`;
      if (joined.length <= room) {
        line = joined;
        continue;
      }
      if (line !== '') lines.push(line);
      let rest = [...word];
      for (; rest.length > room; rest = rest.slice(room)) lines.push(rest.slice(0, room).join(''));
      line = rest.join('');
    }
    return [...lines, line].map((one) => (one === '' ? '' : `${indent}${one}`));
  });
}

/** Cells side by side, each as wide as its column; as many lines as the longest needs. */
export function tableRow(cells: readonly string[], widths: readonly number[]): string[] {
  const columns = widths.map((width, index) => wrapped(cells[index] ?? '', width));
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) =>
    widths
      .map((width, index) => (columns[index]?.[at] ?? '').padEnd(width))
      .join(' | ')
      .trimEnd(),
  );
}

export const tableWidth = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0) + 3 * (widths.length - 1);
