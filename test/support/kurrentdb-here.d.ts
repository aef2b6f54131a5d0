export const IMAGE: string;

export type KurrentdbHere =
  | { readonly kind: 'named'; readonly url: string }
  | { readonly kind: 'program'; readonly program: string }
  | { readonly kind: 'image'; readonly image: string };

export function kurrentdbHere(): KurrentdbHere | undefined;
