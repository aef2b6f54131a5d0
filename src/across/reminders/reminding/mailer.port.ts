export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  /** Where whoever gets it can ask for no more. */
  readonly optOut: string;
}

/** `refused`: for good, whatever is tried. `later`: by nobody's fault of the letter’s; `unreachable` where the server is. */
export type Delivery =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'later'; readonly why: string; readonly unreachable: boolean };

/** Takes letters to a mail server, one at a time. The exchange provides it; `null` in its place where mail goes nowhere. */
export abstract class Mailer {
  abstract send(letter: Letter): Promise<Delivery>;
  abstract close(): void;
}
