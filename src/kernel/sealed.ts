/** Personal text sealed under its subject's own key: `sealed:1:<subject>:<nonce>:<ciphertext>`. Safe in events, rows and backups. */
export type Sealed = string & { readonly __brand: 'Sealed' };
