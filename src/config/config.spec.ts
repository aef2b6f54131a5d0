import { describe, expect, it } from '@jest/globals';
import { ConfigError, readConfig } from './config.js';

describe('the settings', () => {
  it('have a default each', () => {
    const { dataDir, ...rest } = readConfig({});
    expect(rest).toEqual({
      port: 3000,
      host: '127.0.0.1',
      readModels: undefined,
      logLevel: 'info',
      sessionHours: 12,
      drainSeconds: 10,
      publicUrl: undefined,
      trustProxy: false,
      remindersEvery: 300,
      smtpUrl: undefined,
      mailFrom: 'Quorate <quorate@localhost>',
      name: 'Quorate',
      colour: undefined,
    });
    expect(dataDir).toMatch(/[/\\]data$/);
  });

  it('are read from the environment', () => {
    const env = {
      PORT: '0',
      HOST: '::1',
      QUORATE_LOG_LEVEL: 'silent',
      QUORATE_PUBLIC_URL: 'https://record.example.org/',
      QUORATE_TRUST_PROXY: 'true',
    };
    expect(readConfig(env)).toMatchObject({
      port: 0,
      host: '::1',
      logLevel: 'silent',
      publicUrl: 'https://record.example.org',
      trustProxy: true,
    });
  });

  it('take a colour that white letters can be read on', () => expect(readConfig({ QUORATE_COLOUR: '#005EB8' }).colour).toBe('#005eb8'));

  it('take a place for the read models, with a schema of their own', () => {
    expect(readConfig({ QUORATE_READ_MODELS: 'postgres://clerk:word@db.example.org:5433/quorate?schema=models' }).readModels).toEqual({
      kind: 'postgres',
      url: 'postgres://clerk:word@db.example.org:5433/quorate',
      schema: 'models',
    });
    expect(readConfig({ QUORATE_READ_MODELS: 'postgresql://db.example.org/quorate' }).readModels).toEqual({
      kind: 'postgres',
      url: 'postgresql://db.example.org/quorate',
    });
    expect(readConfig({ QUORATE_READ_MODELS: 'sqlite:./elsewhere' }).readModels).toEqual({
      kind: 'sqlite',
      directory: expect.stringMatching(/[/\\]elsewhere$/),
    });
  });

  it.each([
    ['kurrentdb://db.example.org:2113?tls=false&record=borders', { url: 'kurrentdb://db.example.org:2113?tls=false', record: 'borders' }],
    ['kurrentdb://clerk:word@a.example.org,b.example.org:2114', { url: 'kurrentdb://clerk:word@a.example.org,b.example.org:2114' }],
    ['kurrentdb+discover://cluster.example.org', { url: 'kurrentdb+discover://cluster.example.org' }],
    ['esdb://db.example.org:2113/?tls=true', { url: 'kurrentdb://db.example.org:2113?tls=true' }],
  ])('take a record on KurrentDB: %s', (text, place) =>
    expect(readConfig({ QUORATE_STORE: text }).store).toEqual({ kind: 'kurrentdb', ...place }),
  );

  it('count as not set when empty', () => expect(readConfig({ PORT: '' }).port).toBe(3000));

  it.each([
    ['PORT', '80000', 'PORT must be a whole number from 0 to 65535'],
    ['PORT', 'http', 'PORT must be a whole number'],
    ['HOST', 'no host', 'HOST must be a host name'],
    ['QUORATE_READ_MODELS', 'readmodels', 'QUORATE_READ_MODELS must be sqlite: and a directory, or a PostgreSQL database'],
    ['QUORATE_READ_MODELS', 'postgres://db.example.org', 'QUORATE_READ_MODELS must be'],
    ['QUORATE_READ_MODELS', 'postgres://db.example.org/quorate?schema=Read-Models', 'QUORATE_READ_MODELS must be'],
    ['QUORATE_READ_MODELS', 'kurrentdb://db.example.org:2113', 'QUORATE_READ_MODELS must be'],
    ['QUORATE_STORE', 'kurrentdb://', 'QUORATE_STORE must be sqlite: and the data directory, a PostgreSQL database such as'],
    ['QUORATE_STORE', 'kurrentdb://db.example.org?record=The-Record', 'QUORATE_STORE must be'],
    ['QUORATE_LOG_LEVEL', 'loud', 'QUORATE_LOG_LEVEL must be one of silent, fatal'],
    ['QUORATE_SESSION_HOURS', '0', 'QUORATE_SESSION_HOURS must be a whole number of hours'],
    ['QUORATE_PUBLIC_URL', 'ftp://x', 'QUORATE_PUBLIC_URL must be an http or https address'],
    ['QUORATE_REMINDERS', '-1', 'QUORATE_REMINDERS must be a whole number of seconds'],
    ['QUORATE_SMTP_URL', 'mail.example.org', 'QUORATE_SMTP_URL must be the address of a mail server'],
    ['QUORATE_NAME', 'x'.repeat(61), 'QUORATE_NAME must be a name of at most 60 characters'],
    ['QUORATE_COLOUR', 'red', 'QUORATE_COLOUR must be a colour such as #1f4e5f'],
    ['QUORATE_COLOUR', '#ffcc00', 'that white letters can be read on'],
    ['QUORATE_MAIL_FROM', 'a@b.org\nBcc: c@d.org', 'QUORATE_MAIL_FROM must be an address'],
  ])('refuse %s=%s and name the rule', (name, value, message) => {
    expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
    expect(() => readConfig({ [name]: value })).toThrow(message);
  });

  it('do not repeat a password back', () => expect(() => readConfig({ QUORATE_SMTP_URL: 'http://user:secret@x' })).not.toThrow(/secret/));

  it('say everything that is wrong at once', () =>
    expect(() => readConfig({ PORT: 'x', QUORATE_TRUST_PROXY: 'perhaps' })).toThrow(/PORT.*QUORATE_TRUST_PROXY/));
});
