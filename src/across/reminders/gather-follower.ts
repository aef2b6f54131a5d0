import { Injectable } from '@nestjs/common';
import { type Sealed } from '../../kernel/sealed.js';
import { Identity, OPERATOR, SubjectErasedFault, SubjectKeys } from '../../slices/people/people.queries.js';
import { allows } from '../../kernel/principal.js';
import { ALL_BODIES } from '../../kernel/rights.js';
import { type BusCommand } from '../../kernel/command.js';
import { type FactGatherer } from '../../eventstore/decide.js';
import { type FollowRemindersDto } from './reminders.payloads.js';
import { type FollowerFacts } from './reminders.commands.js';
import { subjectOf } from './subject.js';

/**
 * The facts for a command about reminders: who may give it, and the address sealed, which reaches neither decider nor event in the clear.
 */
@Injectable()
export class GatherFollower implements FactGatherer {
  constructor(
    private readonly identity: Identity,
    private readonly keys: SubjectKeys,
  ) {}

  async gather({ target, data, envelope: { by } }: BusCommand): Promise<FollowerFacts> {
    const { address } = data as FollowRemindersDto;
    const asking = by.principalId === OPERATOR.id ? OPERATOR : await this.identity.principal(by.principalId);
    const known = (await this.identity.state(target)).revision !== 'none';
    const forOthers = 'grants' in asking && allows(asking, 'principals.manage', ALL_BODIES);
    const may = known && (forOthers || by.principalId === target);
    return {
      known,
      forOthers,
      ...(address === undefined || !may ? {} : { address: await this.sealed(target, address) }),
    };
  }

  private async sealed(login: string, address: string): Promise<Sealed | 'erased'> {
    try {
      return await this.keys.seal(subjectOf(login), address);
    } catch (error) {
      if (error instanceof SubjectErasedFault) return 'erased';
      throw error;
    }
  }
}
