/** The path of this server that a form or an address names as the next page; `otherwise` for anything else. Never another site. */
export function localPath(next: unknown, otherwise = '/'): string {
  if (typeof next !== 'string' || !next.startsWith('/') || /[\\\u0000-\u001f]/.test(next)) return otherwise;
  try {
    const { origin, pathname, search, hash } = new URL(next, 'http://this.invalid');
    return origin === 'http://this.invalid' && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : otherwise;
  } catch {
    return otherwise;
  }
}
