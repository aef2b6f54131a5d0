import { accept, type Decider, type Decision } from '../../kernel/decider.js';
import { given } from '../../kernel/plain.js';
import { type DirectoryCommand, type DistinctCommand, type SameCommand } from './directory.commands.js';
import { type DirectoryEvent, type SpelledKind } from './directory.events.js';
import { refuseSpelling } from './directory.refusals.js';
import { type Spelling, spellingHistories } from './spelling.state.js';

const decider = (kind: SpelledKind): Decider<Spelling, DirectoryCommand, DirectoryEvent> => ({
  history: spellingHistories[kind],
  decide(command, spelling) {
    switch (command.type) {
      case 'DeclareSpellingSame':
      case 'DeclareOrganisationSpellingSame':
        return declareSame(kind, command, spelling);
      case 'DeclareSpellingDistinct':
      case 'DeclareOrganisationSpellingDistinct':
        return declareDistinct(kind, command, spelling);
    }
  },
});

/** Decides on the stream of the spelling that is declared the same as another, or distinct from it. */
export const personDecider = decider('person');
export const organisationDecider = decider('organisation');

function declareSame(kind: SpelledKind, { target: id, data, facts }: SameCommand, spelling: Spelling): Decision<DirectoryEvent> {
  const { sameAs, reason, name, sameAsName } = data;
  if (sameAs === id) return refuseSpelling('spelling.same-as-itself', { field: 'sameAs' });
  if (spelling.sameAs !== null) return refuseSpelling('spelling.same-already', { field: 'sameAs', detail: { sameAs: spelling.sameAs } });
  if (facts.chain.includes(id)) return refuseSpelling('spelling.loop', { field: 'sameAs', detail: { chain: [sameAs, ...facts.chain] } });
  return accept<DirectoryEvent>({ type: 'SpellingDeclaredSame', v: 1, data: given({ kind, id, sameAs, name, sameAsName, reason }) });
}

function declareDistinct(kind: SpelledKind, { target: id, data }: DistinctCommand, spelling: Spelling): Decision<DirectoryEvent> {
  const { from, reason } = data;
  if (from === id) return refuseSpelling('spelling.distinct-from-itself', { field: 'from' });
  if (spelling.sameAs !== null && spelling.sameAs !== from)
    return refuseSpelling('spelling.not-same', { field: 'from', detail: { sameAs: spelling.sameAs } });
  if (spelling.distinctFrom.includes(from)) return refuseSpelling('spelling.distinct-already', { field: 'from' });
  return accept<DirectoryEvent>({ type: 'SpellingDeclaredDistinct', v: 1, data: { kind, id, from, reason } });
}
