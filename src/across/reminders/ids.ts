/** Parts, told apart by the first three hexadecimal digits. */
const PARTS = 0x200;

/**
 * Values by UUID, never changed in place: adding one copies the list of parts and the one small part it goes into, so that folding tens of
 * thousands one by one stays quick.
 */
export class ById<V> {
  private constructor(
    private readonly parts: readonly (ReadonlyMap<string, V> | undefined)[],
    readonly size: number,
  ) {}

  static empty<V>(): ById<V> {
    return new ById<V>([], 0);
  }

  get(id: string): V | undefined {
    return this.parts[partOf(id)]?.get(id);
  }

  has(id: string): boolean {
    return this.parts[partOf(id)]?.has(id) === true;
  }

  with(id: string, value: V): ById<V> {
    const at = partOf(id);
    const part = new Map(this.parts[at]).set(id, value);
    return new ById(this.replaced([[at, part]]), this.size + (this.has(id) ? 0 : 1));
  }

  without(ids: readonly string[]): ById<V> {
    const gone = new Set(ids.filter((id) => this.has(id)));
    if (gone.size === 0) return this;
    const thinned = [...new Set([...gone].map(partOf))].map(
      (at) => [at, new Map([...(this.parts[at] ?? [])].filter(([id]) => !gone.has(id)))] as const,
    );
    return new ById(this.replaced(thinned), this.size - gone.size);
  }

  values(): readonly V[] {
    return this.parts.flatMap((part) => (part ? [...part.values()] : []));
  }

  toJSON(): readonly V[] {
    return this.values();
  }

  private replaced(parts: readonly (readonly [number, ReadonlyMap<string, V>])[]): readonly (ReadonlyMap<string, V> | undefined)[] {
    const copy = this.parts.length === 0 ? new Array<ReadonlyMap<string, V> | undefined>(PARTS).fill(undefined) : this.parts.slice();
    for (const [at, part] of parts) copy[at] = part;
    return copy;
  }
}

const partOf = (id: string): number => Number.parseInt(id.slice(0, 3), 16) % PARTS || 0;
