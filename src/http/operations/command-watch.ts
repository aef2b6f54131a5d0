import { Injectable } from '@nestjs/common';
import { Metrics } from './metrics.js';

/** Counts the outcomes of commands. */
@Injectable()
export class CommandWatch {
  constructor(private readonly metrics: Metrics) {}

  /** `code` is `null` for an accepted command. */
  decided(type: string, code: string | null): void {
    if (code === null) this.metrics.accepted.inc({ type });
    else this.metrics.refused.inc({ type, code });
  }
}
