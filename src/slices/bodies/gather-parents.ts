import { QueryBus } from '@nestjs/cqrs';
import { Injectable } from '@nestjs/common';
import { CommandRunner } from '../../eventstore/command-runner.js';
import { type BusCommand, type CommandClass, type FactsByCommand, factsFor } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { addDays } from '../../kernel/dates.js';
import { type BodyCommand, type ParentFacts } from './bodies.commands.js';
import { parentsDuring } from './body.standing.js';
import { PeopleMeant } from '../directory/directory.queries.js';
import { bodyHistory, type BodyState, peopleIn, type Period } from './body.state.js';

/** Gathers the facts of other bodies that placing a body needs: their streams are read, as the register may be behind. */
@Injectable()
export class GatherParents implements FactGatherer<ParentFacts | undefined> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly queries: QueryBus,
  ) {}

  meant = (command: BusCommand, state: unknown): Promise<object> =>
    this.queries.execute(new PeopleMeant(command.data, peopleIn(state as BodyState)));

  gather(command: BusCommand, type: CommandClass): Promise<ParentFacts | undefined> {
    return factsFor(this.facts, type, command);
  }

  private readonly facts: FactsByCommand<BodyCommand> = {
    PlaceBodyUnder: async ({ parentId, from }, bodyId) => {
      const { state: body } = await this.runner.load(bodyHistory, bodyId);
      const next = body.placements.find((placement) => placement.from > from);
      const { state: parent } = await this.runner.load(bodyHistory, parentId);
      return {
        parentExists: parent.established !== null,
        above: await this.above(parentId, { from, lastDay: next && addDays(next.from, -1) }),
      };
    },
  };

  /** The bodies that `bodyId` reports to in that time, directly or through others; only days on which the whole chain stands count. */
  private async above(bodyId: string, during: Period): Promise<string[]> {
    const above = new Set<string>();
    const seen = new Set<string>();
    const open = [{ bodyId, during }];
    for (let one = open.pop(); one; one = open.pop()) {
      const { state } = await this.runner.load(bodyHistory, one.bodyId);
      for (const { parentId, ...days } of parentsDuring(state, one.during)) {
        const step = `${parentId} ${days.from} ${days.lastDay}`;
        if (seen.has(step)) continue;
        seen.add(step);
        above.add(parentId);
        open.push({ bodyId: parentId, during: days });
      }
    }
    return [...above];
  }
}
