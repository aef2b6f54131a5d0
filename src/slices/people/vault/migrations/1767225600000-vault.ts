import { type MigrationInterface, type QueryRunner } from 'typeorm';

export class Vault1767225600000 implements MigrationInterface {
  readonly name = 'Vault1767225600000';

  async up(run: QueryRunner): Promise<void> {
    await run.query('CREATE TABLE "password" ("login" text PRIMARY KEY NOT NULL, "hash" text NOT NULL, "set_at" text NOT NULL)');
    await run.query(
      'CREATE TABLE "token" ("id" text PRIMARY KEY NOT NULL, "login" text NOT NULL, "digest" text NOT NULL, "label" text NOT NULL, ' +
        '"kind" text NOT NULL, "created_at" text NOT NULL, "expires_at" text NOT NULL, "revoked_at" text)',
    );
    await run.query('CREATE UNIQUE INDEX "token_digest" ON "token" ("digest")');
    await run.query('CREATE INDEX "token_login" ON "token" ("login", "id")');
  }

  async down(run: QueryRunner): Promise<void> {
    await run.query('DROP TABLE "token"');
    await run.query('DROP TABLE "password"');
  }
}
