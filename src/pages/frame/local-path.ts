/** Where to go next, as a form or an address names it: a path of this server, else `otherwise`. Another site is never gone to. */
export function localPath(next: unknown, otherwise = '/'): string {
  if (typeof next !== 'string' || !next.startsWith('/') || /[\\\u0000-\u001f]/.test(next)) return otherwise;
  try {
    const { origin, pathname, search, hash } = new URL(next, 'http://this.invalid');
    return origin === 'http://this.invalid' && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : otherwise;
  } catch {
    return otherwise;
  }
}
