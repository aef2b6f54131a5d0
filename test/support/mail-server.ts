import { type AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A real mail server on the loopback, which keeps what it is given. */
export class MailServer {
  readonly mails: Email[] = [];
  /** Recipients it refuses, with the code it refuses them with. */
  readonly refused = new Map<string, number>();
  /** Told after the whole of a letter was taken in and before that is answered. */
  beforeAnswer: (mail: Email) => void | Promise<void> = () => undefined;
  private server: SMTPServer | undefined;

  private constructor(readonly port: number) {}

  static async start(): Promise<MailServer> {
    const first = new MailServer(0);
    const mails = new MailServer(await first.listen(0));
    await first.stop();
    await mails.up();
    return mails;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  async up(): Promise<void> {
    await this.listen(this.port);
  }

  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (server) await new Promise<void>((resolve) => server.close(resolve));
  }

  private async listen(port: number): Promise<number> {
    const server = (this.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      closeTimeout: 100,
      onRcptTo: ({ address }, _session, done) => {
        const code = this.refused.get(address);
        if (code === undefined) return done();
        done(Object.assign(new Error(`${address} is not taken here`), { responseCode: code }));
      },
      onData: (stream, _session, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          void PostalMime.parse(Buffer.concat(chunks)).then(async (mail) => {
            this.mails.push(mail);
            await this.beforeAnswer(mail);
            done();
          });
        });
      },
    }));
    server.on('error', () => undefined);
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    return (server.server.address() as AddressInfo).port;
  }
}
