import { Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Config } from '../../../config/config.js';
import { CONFIG } from '../../../config/config.token.js';

/** What whole addresses begin with: what the server was told it is called, else what the reader called it. */
@Injectable()
export class PublicAddress {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  of = ({ protocol, host }: FastifyRequest): string => this.config.publicUrl ?? `${protocol}://${host}`;
}
