/** A state as a coloured tag shows it. */
export interface Tag {
  readonly text: string;
  readonly classes: string;
}
