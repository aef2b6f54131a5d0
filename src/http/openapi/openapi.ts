import { DocumentBuilder, getSchemaPath, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { VERSION } from '../../config/version.js';
import { ProblemDto } from './models.js';

type PathItem = OpenAPIObject['paths'][string];

const DESCRIPTION = `Every write is a command: a POST that answers with an id, a revision and a position, never with state. \`If-Match\` names the revision it was
written against, \`Idempotency-Key\` makes repeating it harmless, and a GET with \`Quorate-After\` shows what was written.
Errors are problem details (RFC 9457) with a stable \`code\`; every code is explained at /api/docs/problems.`;

/** The document follows from the commands and controllers that are loaded; `about` says in a sentence what the record is of. */
export function openApiDocument(app: NestFastifyApplication, publicUrl: string | undefined, about: string): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Quorate')
    .setDescription(`${about}\n\n${DESCRIPTION}`)
    .setVersion(VERSION)
    .setLicense('MIT', 'https://spdx.org/licenses/MIT.html')
    .addServer(publicUrl ?? '/', publicUrl === undefined ? 'This server' : 'Public address')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'A token: from POST /api/v1/sign-in, or made for a program' })
    .build();
  const document = SwaggerModule.createDocument(app, config, { deepScanRoutes: true, extraModels: [ProblemDto] });
  // Payloads take the documented fields and no others; where a command adds `happenedAt` beside them, the composition says so.
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.put, path.delete]) {
      const body =
        operation?.requestBody && 'content' in operation.requestBody
          ? operation.requestBody.content['application/json']?.schema
          : undefined;
      if (body && 'allOf' in body) Object.assign(body, { unevaluatedProperties: false });
    }
  }
  for (const [address, { get }] of Object.entries(document.paths)) if (get && address.startsWith('/api/v1/')) documentQuery(get);
  return document;
}

/** Documents what holds for every query. */
function documentQuery(operation: NonNullable<PathItem['get']>): void {
  operation.security ??= [{}, { bearer: [] }];
  const has = (name: string): boolean => (operation.parameters ?? []).some((parameter) => 'name' in parameter && parameter.name === name);
  operation.parameters = [...(operation.parameters ?? []), ...QUERY_HEADERS.filter(({ name }) => !has(name))];
  operation.responses['304'] ??= { description: 'The answer is the one `If-None-Match` names' };
  operation.responses.default ??= {
    description: 'A problem; `code` says which',
    content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
  };
}

const QUERY_HEADERS: readonly Extract<NonNullable<NonNullable<PathItem['get']>['parameters']>[number], { in: string }>[] = [
  {
    name: 'Quorate-After',
    in: 'header',
    required: false,
    description: 'The position a command answered with: the query waits, for at most five seconds, until it can show what was written',
    schema: { type: 'string', maxLength: 64 },
  },
  { name: 'If-None-Match', in: 'header', required: false, description: 'The `ETag` of an earlier answer', schema: { type: 'string' } },
];

/** `/api/openapi.json`, and pages to browse it at `/api/docs`, with nothing fetched from elsewhere. */
export function serveOpenApi(app: NestFastifyApplication, publicUrl: string | undefined, about: string): void {
  let document: OpenAPIObject | undefined;
  SwaggerModule.setup('api/docs', app, () => (document ??= openApiDocument(app, publicUrl, about)), {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'Quorate API',
    swaggerOptions: { validatorUrl: null, persistAuthorization: false },
  });
}
