/** An answer of the API, as text. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** The API, of a running server or of this process: every verb that reads or records asks this and nothing else. */
export interface Api {
  send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    request?: { readonly body?: object; readonly headers?: Readonly<Record<string, string>> },
  ): Promise<Answer>;
  close(): Promise<void>;
}

/** A running server, with a token. */
export function remoteApi(server: string, token: string | undefined): Api {
  if (!URL.canParse(server) || !/^https?:$/.test(new URL(server).protocol))
    throw new Misuse(`--server is the address of a running server, such as http://127.0.0.1:3000; it is ${JSON.stringify(server)}`);
  const base = server.replace(/\/+$/, '');
  return {
    async send(method, path, { body, headers = {} } = {}) {
      const response = await fetch(base + path, {
        method,
        headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }), ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
        redirect: 'error',
      }).catch((fault: unknown) => {
        throw new Error(`${base} does not answer: ${reasonOf(fault)}.`, { cause: fault });
      });
      return { status: response.status, headers: Object.fromEntries(response.headers), text: await response.text() };
    },
    close: async () => undefined,
  };
}

/** The reason of a failed `fetch`, which stands in the error's `cause`. */
function reasonOf(fault: unknown): string {
  const cause = fault instanceof Error && fault.cause instanceof Error ? fault.cause : fault;
  if (!(cause instanceof Error)) return String(cause);
  return cause.message || ('code' in cause ? String(cause.code) : cause.name);
}

/** The answer's text; throws a {@link Refused} with the API's own words if the API refused. */
export function expectOk(answer: Answer): string {
  if (answer.status < 300) return answer.text;
  throw new Refused(answer.status, problemText(answer));
}

/** Thrown if the API refused a request. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

/** Thrown if the command line, or a file it names, is not what the verb takes. */
export class Misuse extends Error {
  override readonly name = 'Misuse';
}

interface Problem {
  readonly title: string;
  readonly code: string;
  readonly detail?: string;
  readonly field?: string;
  readonly source?: string;
  /** For a clash: the changes recorded since the revision the sender saw. */
  readonly since?: readonly { readonly type: string; readonly revision: number; readonly by: string; readonly recordedAt: string }[];
}

/** A problem in one line: the code, the rule, the particulars, where the rule stands. A clash adds a line for each change since. */
function problemText({ status, text }: Answer): string {
  const problem = problemIn(text);
  if (!problem) return `the answer is ${status}, and not of Quorate: ${text.replace(/\s+/g, ' ').slice(0, 200)}`;
  const { title, code, detail, field, source, since = [] } = problem;
  const particular =
    code === 'request.invalid' ? detail : [title, detail && (/[.!?]$/.test(detail) ? detail : `(${detail})`)].filter(Boolean).join(' ');
  const where = field && !particular?.includes(field) ? ` (field ${field})` : '';
  return [
    `${code}: ${particular ?? title}${where}${source ? ` [${source}]` : ''}`,
    ...since.map(({ revision, type, by, recordedAt }) => `  since then: revision ${revision}, ${type}, by ${by}, recorded ${recordedAt}`),
  ].join('\n');
}

function problemIn(text: string): Problem | undefined {
  try {
    const problem = JSON.parse(text) as Partial<Problem> | null;
    return problem?.code && problem.title ? { ...problem, code: problem.code, title: problem.title } : undefined;
  } catch {
    return undefined;
  }
}

/** Every entry of a list, asked page by page. */
export async function everyItem<T>(api: Api, path: string, query: Readonly<Record<string, string>> = {}): Promise<readonly T[]> {
  const items: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const parameters = new URLSearchParams({ ...query, limit: '200', ...(cursor && { cursor }) });
    const page = JSON.parse(expectOk(await api.send('GET', `${path}?${parameters.toString()}`))) as { items: T[]; next: string | null };
    items.push(...page.items);
    cursor = page.next;
  }
  return items;
}
