import { type RequestStory } from '../../slices/participation/participation.queries.js';
import { CONTENTS, KINDS } from './request-fields.js';
import { clocksShown, mattersOf, tagOf } from './request-words.js';
import { publishedWords } from '../../slices/participation/participation.words.js';

/** A request for the page of readers who may read what is not published. */
export function shownRequest(request: RequestStory, day: string) {
  const { state, from, contents, clocks, considerations, toPublish, publications, missing } = request;
  return {
    ...request,
    tag: tagOf(state),
    from: from.map((one) => ({ ...one, kindWords: KINDS[one.kind] })),
    said: Object.entries(CONTENTS).map(([name, words]) => ({ words, text: contents[name as keyof typeof CONTENTS] ?? null })),
    missing: missing.map(({ what, of, section }) => ({ words: of === undefined ? what : `${what} of ${of}`, section })),
    clocks: clocksShown(clocks, day),
    // Nothing is considered before the request is valid, and nothing was considered of a declined one.
    matters:
      request.validationDate === null || considerations.length + (state === 'under-consideration' ? 1 : 0) === 0 ? [] : mattersOf(request),
    toPublish: toPublish.map((one) => ({ ...one, words: publishedWords(one.what) })),
    publications: publications.map((one) => ({ ...one, words: publishedWords(one.what) })),
  };
}
