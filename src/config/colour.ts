const LINEAR_BELOW = 0.03928;

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, relative luminance). */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= LINEAR_BELOW ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** How well white letters stand out on a colour (`#rrggbb`), 1 to 21 (WCAG 2.2, contrast ratio). */
export const contrastWithWhite = (colour: string): number => 1.05 / (luminance(colour) + 0.05);
