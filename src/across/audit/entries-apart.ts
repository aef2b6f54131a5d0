/** A report's recommendation or a plan's item, as the state of its record has it; `null` where it has none of that name. */
export function entryApart(state: unknown, entry: string): object | null {
  const { recommendations = [], items = [] } = (state ?? {}) as {
    readonly recommendations?: readonly { readonly letter: string }[];
    readonly items?: readonly { readonly itemId: string }[];
  };
  return recommendations.find(({ letter }) => letter === entry) ?? items.find(({ itemId }) => itemId === entry) ?? null;
}
