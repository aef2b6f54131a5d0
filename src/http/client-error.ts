import { type ConnectionError } from 'fastify';
import { STATUS_CODES } from 'node:http';
import { type Socket } from 'node:net';
import { newId } from '../kernel/ids.js';
import { refuseRequest } from './http.refusals.js';
import { problemOf, PROBLEM_TYPE } from './problem.js';

/** Milliseconds that a caller answered here has to read the answer. */
const LINGER_MS = 2_000;

/** Answers bytes that could not be read as a request: on the bare connection, with problem details like any other refusal. */
export function answerClientError(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = problemOf(refuseRequest(codeOf(error.code)), newId());
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `content-type: ${PROBLEM_TYPE}`,
    `content-length: ${Buffer.byteLength(body)}`,
    `x-correlation-id: ${problem.correlationId}`,
    'cache-control: no-store',
    'connection: close',
  ];
  // If the connection were closed at once, with bytes unread, it would be reset and the answer lost on its way.
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  const linger = setTimeout(() => socket.destroy(), LINGER_MS);
  socket.on('close', () => clearTimeout(linger));
}

function codeOf(code: string): 'request.header-too-large' | 'request.too-slow' | 'request.malformed' {
  if (code === 'HPE_HEADER_OVERFLOW') return 'request.header-too-large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'request.too-slow' : 'request.malformed';
}
