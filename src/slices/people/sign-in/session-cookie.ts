import { type CookieSerializeOptions } from '@fastify/cookie';
import { type FastifyReply, type FastifyRequest } from 'fastify';

/**
 * The sign-in of a browser: a session token of the vault in a cookie that no script can read and no other site can send with a form.
 * Over TLS it has the `__Host-` prefix, so that no other host of the domain can set it.
 */
const nameOf = (request: FastifyRequest): string => (request.protocol === 'https' ? '__Host-quorate' : 'quorate');

const optionsOf = (request: FastifyRequest): CookieSerializeOptions => ({
  path: '/',
  httpOnly: true,
  sameSite: 'lax',
  secure: request.protocol === 'https',
});

/** Cookies sign in to pages only: the API is asked with a token, so no other site can make a browser ask it. */
export const isPage = (url: string): boolean => !/^\/(api|metrics|health)(\/|\?|$)/.test(url);

export function sessionOf(request: FastifyRequest): string | undefined {
  return isPage(request.url) ? request.cookies[nameOf(request)] : undefined;
}

export const beginSession = (request: FastifyRequest, reply: FastifyReply, token: string, expiresAt: string): void =>
  void reply.setCookie(nameOf(request), token, { ...optionsOf(request), expires: new Date(expiresAt) });

export const endSession = (request: FastifyRequest, reply: FastifyReply): void =>
  void reply.clearCookie(nameOf(request), optionsOf(request));
