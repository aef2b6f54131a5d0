import { Injectable } from '@nestjs/common';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { type BusCommand, type CommandClass } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { type SpellingFacts } from './directory.commands.js';
import { type DeclareSpellingSameDto } from './directory.payloads.js';
import { spellingHistories } from './spelling.state.js';
import { organisationScope } from './spelling.scopes.js';

/** Follows the links from the spelling named in `sameAs`, in the streams of those spellings. */
@Injectable()
export class GatherSpellings implements FactGatherer {
  constructor(private readonly runner: CommandRunner) {}

  async gather({ data }: BusCommand, { spec }: CommandClass): Promise<SpellingFacts> {
    const history = spellingHistories[spec.scope === organisationScope ? 'organisation' : 'person'];
    const chain: string[] = [];
    const { sameAs } = data as Partial<DeclareSpellingSameDto>;
    let next: string | null = sameAs ?? null;
    while (next !== null) {
      next = (await this.runner.load(history, next)).state.sameAs;
      if (next === null || chain.includes(next)) break;
      chain.push(next);
    }
    return { chain };
  }
}
