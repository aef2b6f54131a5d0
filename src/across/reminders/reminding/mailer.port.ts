export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
  /** The address of the page where the recipient can opt out. */
  readonly optOut: string;
}

/** `refused`: for good, whatever is tried. `later`: a failure that may pass; `unreachable` if the server failed, not this letter. */
export type Delivery =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'later'; readonly why: string; readonly unreachable: boolean };

/** Gives letters to a mail server, one at a time. The exchange provides it, or `null` if no mail is sent. */
export abstract class Mailer {
  abstract send(letter: Letter): Promise<Delivery>;
  abstract close(): void;
}
