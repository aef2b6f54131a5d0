import { Inject, Injectable } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Config } from '../../../config/config.js';
import { CONFIG } from '../../../config/config.token.js';

/** The beginning of absolute addresses: the server's public address if one is set, else the address by which the reader reached it. */
@Injectable()
export class PublicAddress {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  of = ({ protocol, host }: FastifyRequest): string => this.config.publicUrl ?? `${protocol}://${host}`;
}
