import { Injectable } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { type FactGatherer } from '../../../eventstore/decide.js';
import { type BusCommand } from '../../../kernel/command.js';
import { type Meeting } from '../record/meeting.state.js';
import { peopleMeant } from '../sederunt/gather-people-meant.js';
import { type NoFacts } from './discussion.commands.js';

@Injectable()
export class GatherDiscussion implements FactGatherer<NoFacts> {
  constructor(private readonly queries: QueryBus) {}

  gather = (): Promise<NoFacts> => Promise.resolve({});

  meant = ({ data }: BusCommand, state: unknown): Promise<object> => peopleMeant(this.queries, data, state as Meeting);
}
