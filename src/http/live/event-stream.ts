import { type FastifyReply } from 'fastify';
import { once } from 'node:events';

/** Milliseconds that a watcher may leave a full connection unread before the connection is cut. */
const PATIENCE_MS = 10_000;

/** One answer of Server-Sent Events. Keeps no messages itself: a sender waits until the connection takes more. */
export class EventStream {
  private readonly ended = new AbortController();

  constructor(private readonly reply: FastifyReply) {
    reply.hijack();
    const { raw } = reply;
    for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) raw.setHeader(name, value);
    raw.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' });
    raw.flushHeaders();
    raw.on('close', () => this.ended.abort());
    raw.on('error', () => this.ended.abort());
  }

  /** Aborts when either side has closed. */
  get closed(): AbortSignal {
    return this.ended.signal;
  }

  /** Answers false if the connection was cut because the watcher did not read for too long. */
  async send(id: string, event: string, data: object): Promise<boolean> {
    if (this.closed.aborted) return true;
    if (this.reply.raw.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`)) return true;
    try {
      await once(this.reply.raw, 'drain', { signal: AbortSignal.any([this.closed, AbortSignal.timeout(PATIENCE_MS)]) });
      return true;
    } catch {
      if (this.closed.aborted) return true;
      this.reply.raw.destroy();
      this.ended.abort();
      return false;
    }
  }

  /** Keeps the connection open through proxies. Sends nothing while the connection is busy. */
  comment(): void {
    if (!this.closed.aborted && !this.reply.raw.writableNeedDrain) this.reply.raw.write(': still here\n\n');
  }

  end(): void {
    if (!this.reply.raw.writableEnded) this.reply.raw.end();
    this.ended.abort();
  }
}
