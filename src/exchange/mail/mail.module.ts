import { Global, Module } from '@nestjs/common';
import { Mailer } from '../../across/reminders/reminding/mailer.port.js';
import { type Config } from '../../config/config.js';
import { CONFIG } from '../../config/config.token.js';
import { SmtpMailer } from './smtp-mailer.js';

/** Provides the {@link Mailer} if a mail server is set (`QUORATE_SMTP_URL`), else `null`. */
@Global()
@Module({
  providers: [
    {
      provide: Mailer,
      inject: [CONFIG],
      useFactory: ({ smtpUrl, mailFrom }: Config) => (smtpUrl === undefined ? null : new SmtpMailer(smtpUrl, mailFrom)),
    },
  ],
  exports: [Mailer],
})
export class MailModule {}
