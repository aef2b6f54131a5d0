import { createTransport, type Transporter } from 'nodemailer';
import { type Delivery, type Letter, type Mailer } from '../../across/reminders/reminding/mailer.port.js';

const SECONDS = 1_000;
const LONGEST_WHY = 300;

/** Gives letters to a mail server (RFC 5321), one at a time. */
export class SmtpMailer implements Mailer {
  private readonly transport: Transporter;

  constructor(
    url: string,
    private readonly from: string,
  ) {
    const patience = { connectionTimeout: 10 * SECONDS, greetingTimeout: 10 * SECONDS, socketTimeout: 30 * SECONDS };
    const address = new URL(url);
    for (const [name, value] of Object.entries(patience))
      if (!address.searchParams.has(name)) address.searchParams.set(name, String(value));
    this.transport = createTransport(address.href, { disableFileAccess: true, disableUrlAccess: true });
  }

  async send({ to, subject, text, messageId, optOut }: Letter): Promise<Delivery> {
    try {
      await this.transport.sendMail({
        from: this.from,
        to,
        subject,
        text,
        messageId,
        headers: {
          'Auto-Submitted': 'auto-generated',
          'List-Unsubscribe': `<${optOut}>`,
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        },
      });
      return { kind: 'sent' };
    } catch (error) {
      return judged(error);
    }
  }

  close(): void {
    this.transport.close();
  }
}

/** `refused` for a 5xx to the recipient or to the letter (permanent: RFC 5321, 4.2.1); `later` for any other failure. */
function judged(error: unknown): Delivery {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message: string };
  const why = message.replace(/\s+/g, ' ').slice(0, LONGEST_WHY);
  const ofTheLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
  if (ofTheLetter && responseCode !== undefined && responseCode >= 500) return { kind: 'refused', why };
  return { kind: 'later', why, unreachable: !ofTheLetter };
}
