import { defineRefusals } from '../kernel/refusal.js';

/** Largest request body, in bytes. */
export const LARGEST_BODY = 1_048_576;
/** Deepest nesting of objects and lists in a request body. */
export const DEEPEST_BODY = 24;

export const refuseRequest = defineRefusals({
  'request.invalid': { rule: 'What is sent must have the documented fields, each by its rule; `errors` names what does not.' },
  'request.malformed': { rule: 'The request is not well-formed HTTP as this server reads it.' },
  'request.header-too-large': { rule: 'The header of a request, with its address, has at most 16 KiB.', source: 'RFC 6585 section 5' },
  'request.too-slow': { rule: 'A request must have come whole within the time it is given.' },
  'request.malformed-json': { rule: 'The body must be well-formed JSON.', source: 'RFC 8259' },
  'request.not-utf8': { rule: 'The body must be valid UTF-8.', source: 'RFC 8259 section 8.1' },
  'request.unsafe-key': { rule: 'A name that every object inherits, such as `__proto__` or `constructor`, cannot be the name of a field.' },
  'request.too-deep': { rule: `A body nests at most ${DEEPEST_BODY} levels deep.` },
  'request.too-large': { rule: `A body has at most ${LARGEST_BODY} bytes (1 MiB).` },
  'request.empty': { rule: 'The body must be a JSON object; a command without fields takes `{}`.' },
  'request.wrong-content-type': { rule: 'The body must be sent as `application/json`.' },
  'request.not-found': { rule: 'There is nothing at this address.' },
  'request.method-not-allowed': { rule: 'This address does not answer this method; `Allow` names those it does.' },
  'request.cursor-invalid': { rule: 'A cursor is the `next` of an earlier page of the same list, passed back unchanged.' },
  'request.correlation-invalid': { rule: 'A correlation id has 1 to 100 letters, digits and `-_.:`.' },
  'command.revision-required': {
    rule:
      'A command names what it was written against: `If-Match: "<revision>"` with the revision last read, so that a clash is noticed, ' +
      'or `If-Match: *` to be judged on whatever stands now.',
    source: 'RFC 6585 section 3',
  },
  'command.revision-invalid': { rule: '`If-Match` is one revision, a whole number from 0 such as `"12"`, or `*`.' },
  'command.key-invalid': { rule: 'An `Idempotency-Key` has 1 to 200 visible ASCII characters.' },
  'command.happened-later': { rule: 'What is recorded has happened: `happenedAt` lies at most five minutes after now.' },
  'query.behind': { rule: 'The read models have not caught up with this position yet; ask again.' },
  'query.position-unknown': { rule: 'A position is one this record gave out: of an answered command, or of an event.' },
  'server.fault': { rule: 'Something failed that is not the request’s doing. The correlation id finds it in the log.' },
  'server.stopping': { rule: 'The server is stopping; ask again when it is back.' },
  'store.disk-full': { rule: 'There is no room left for the record. Nothing of this was stored.' },
  'store.read-only': { rule: 'The record can only be read here. Nothing of this was stored.' },
  'store.in-use': { rule: 'Another process writes this record. Send commands to it: the command line takes `--server URL`.' },
  'store.unavailable': { rule: 'The record did not answer. Repeat with the same `Idempotency-Key`: it is recorded once.' },
  'store.closed': { rule: 'The record is closed: the server is stopping.' },
  'store.damaged': { rule: 'The store is damaged and is not served; `quorate check` names the place.' },
  'store.unknown-event': { rule: 'The record holds an event that this version of the program does not know; a newer one wrote it.' },
  'store.misuse': { rule: 'The record was asked something it does not do. Nothing of this was stored.' },
});
