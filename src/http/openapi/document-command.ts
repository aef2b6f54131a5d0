import {
  ApiBearerAuth,
  ApiBody,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import { isRight, RIGHTS } from '../../kernel/rights.js';
import { type CommandClass, type CommandSpec } from '../../kernel/command.js';
import { SLUG } from '../fields.js';
import { AnsweredCommandDto, ProblemDto } from './models.js';

const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'The request is not as documented; `errors` names the fields',
  401: 'Not signed in, or the token is not valid',
  403: 'The right is missing; the problem names it and the body',
  404: 'There is no such record',
  409: 'The record exists already',
  412: 'The record has moved on since the revision named; `since` says what changed',
  413: 'The body is larger than 1 MiB',
  415: 'The body is not application/json',
  422: 'A rule does not allow it; `code`, `title` and `source` say which',
  428: 'No revision is named',
  503: 'The record cannot be written now',
  507: 'There is no room left for the record',
};

const problem = (status: number): MethodDecorator =>
  ApiResponse({
    status,
    description: PROBLEMS[status] ?? '',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
  });

const HAPPENED_AT = {
  type: 'string',
  format: 'date-time',
  description: 'When it happened in the room, where it is recorded later; the moment of recording where it is left out',
  example: '2016-03-03T14:00:00Z',
};

/** The documentation of a command's route: all of it follows from the command's declaration. */
export function documentCommand(command: CommandClass): MethodDecorator[] {
  const spec = command.spec as CommandSpec;
  const who = isRight(spec.right) ? RIGHTS[spec.right].roles.join(', ') : '';
  const creates = spec.creates === true;
  const slug = { type: 'string', pattern: SLUG.source, maxLength: 80 };
  return [
    ApiTags(spec.scope.tag),
    ApiBearerAuth(),
    ApiOperation({ operationId: spec.type, summary: spec.summary, description: `Needs the right \`${spec.right}\`${who && ` (${who})`}.` }),
    ...Object.entries(spec.scope.parameters).map(([name, description]) => ApiParam({ name, description, schema: slug })),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'The same key sent again answers with the first outcome, also after a restart. 1 to 200 visible ASCII characters',
      schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
    }),
    ...(creates
      ? []
      : [
          ApiHeader({
            name: 'If-Match',
            required: true,
            description: 'The revision the command was written against, as `"12"`; or `*` to be judged on whatever stands now',
            schema: { type: 'string', pattern: '^(?:\\*|"?[0-9]{1,9}"?)$' },
            example: '*',
          }),
        ]),
    ApiExtraModels(spec.dto, ProblemDto),
    ApiBody({
      required: true,
      schema: { allOf: [{ $ref: getSchemaPath(spec.dto) }, { type: 'object', properties: { happenedAt: HAPPENED_AT } }] },
      examples: { example: { summary: spec.summary, value: spec.example } },
    }),
    ApiResponse({
      status: 201,
      description: 'Recorded. `ETag` is the new revision, `Quorate-Position` the position to read after',
      type: AnsweredCommandDto,
    }),
    ApiResponse({ status: 200, description: 'Recorded before, by the same command', type: AnsweredCommandDto }),
    ...[400, 401, 403, 404, ...(creates ? [409] : [412]), 413, 415, 422, ...(creates ? [] : [428]), 503, 507].map(problem),
  ];
}
