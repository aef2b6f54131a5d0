/** One step: turns version `from` of a type's data into version `from + 1`. Pure. */
export interface Upcaster {
  readonly type: string;
  readonly from: number;
  readonly up: (data: object) => object;
}
