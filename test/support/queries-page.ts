import { queryPlans, type Planned } from './query-plans.js';
import { READ_WHOLE } from './queries.js';

const LEAD = `What every view asks of its read models, and how SQLite finds it (\`EXPLAIN QUERY PLAN\`, without statistics), by the file that asks and by
the question that leads there first. Columns that are all of a row's are left out, and so are the members of lists. Made by \`npm run reference\`.`;

export interface QueriesReviewed {
  /** \`docs/reference/queries.md\` as it is to be. */
  readonly page: string;
  readonly unasked: readonly string[];
  /** Read models that are read whole without a reason, and reasons for what is not. */
  readonly unexplained: readonly string[];
}

export async function queriesReviewed(): Promise<QueriesReviewed> {
  const { statements, unasked } = await queryPlans();
  const views = Map.groupBy(statements, ({ view }) => view);
  const sections = [...views].map(([view, asked]) => [`## ${view}`, ...asked.flatMap(section)].join('\n\n'));
  return { page: [`# Queries`, LEAD, ...sections, ''].join('\n\n').trimEnd() + '\n', unasked, unexplained: unexplained(statements) };
}

const section = ({ view, asked, text, plan, whole }: Planned, at: number, all: readonly Planned[]): readonly string[] => [
  ...(all[at - 1]?.asked === asked ? [] : [`### ${asked}`]),
  ...(whole.length > 0 ? [`Reads all of ${whole.map((name) => `\`${name}\``).join(', ')}. ${READ_WHOLE[view]?.[asked] ?? ''}`.trim()] : []),
  `\`\`\`sql\n${inLines(text)}\n\`\`\``,
  `\`\`\`text\n${plan.join('\n')}\n\`\`\``,
];

/** TypeORM names every column of a row. */
const COLUMNS = /SELECT (?:"r"\."\w+" AS "\w+"(?:, )?)+/g;
const CLAUSES = /^(?:FROM|WHERE|GROUP BY|ORDER BY|LIMIT|UNION ALL|(?:CROSS )?JOIN) /;

/** A line for each clause that stands in no brackets. */
function inLines(text: string): string {
  const short = text.replace(COLUMNS, 'SELECT …');
  let [line, depth] = ['', 0];
  for (let at = 0; at < short.length; at += 1) {
    const sign = short[at]!;
    depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
    const breaks = depth === 0 && sign === ' ' && CLAUSES.test(short.slice(at + 1, at + 14)) && !short.slice(0, at).endsWith('CROSS');
    line += breaks ? '\n' : sign;
  }
  return line;
}

function unexplained(statements: readonly Planned[]): readonly string[] {
  const whole = statements.filter((one) => one.whole.length > 0);
  const said = Object.entries(READ_WHOLE).flatMap(([view, reasons]) => Object.keys(reasons).map((asked) => ({ view, asked })));
  return [
    ...whole
      .filter(({ view, asked }) => READ_WHOLE[view]?.[asked] === undefined)
      .map(
        (one) =>
          `${one.view}: ${one.asked} reads all of ${one.whole.join(', ')}; give it an index, or say why not in test/support/queries.ts`,
      ),
    ...said
      .filter(({ view, asked }) => !whole.some((one) => one.view === view && one.asked === asked))
      .map(({ view, asked }) => `${view}: ${asked} reads nothing whole; take its reason out of test/support/queries.ts`),
  ];
}
