import { connect, createServer, type Server, type Socket } from 'node:net';

/** What happens to what goes through a proxy: it passes; it is swallowed, both ways, with no word; each connection is reset. */
export type Weather = 'clear' | 'black-hole' | 'reset';

/** A network between a program and a server, which a test can cut. */
export class TcpProxy {
  private weather: Weather = 'clear';
  private readonly open = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async before(port: number): Promise<TcpProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const proxy = new TcpProxy(server, (server.address() as { port: number }).port);
    server.on('connection', (near) => proxy.join(near, port));
    return proxy;
  }

  /** From now on, also for connections that stand. */
  turn(weather: Weather): void {
    this.weather = weather;
    if (weather === 'reset') for (const socket of this.open) socket.resetAndDestroy();
  }

  /** Lets so many bytes of the server's next answer through, and then resets every connection. */
  cutAnswersAfter(bytes: number): void {
    this.left = bytes;
  }
  private left = Infinity;

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(near: Socket, port: number): void {
    if (this.weather === 'reset') return void near.resetAndDestroy();
    const far = connect(port, '127.0.0.1');
    const relay = (from: Socket, to: Socket, isAnswer: boolean): void => {
      this.open.add(from);
      from.on('data', (bytes: Buffer) => {
        if (this.weather !== 'clear') return;
        if (!isAnswer || this.left === Infinity) return void to.write(bytes);
        to.write(bytes.subarray(0, this.left));
        this.left -= bytes.length;
        if (this.left > 0) return;
        this.left = Infinity;
        for (const socket of this.open) socket.resetAndDestroy();
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        this.open.delete(from);
        to.destroy();
      });
    };
    relay(near, far, false);
    relay(far, near, true);
  }
}
