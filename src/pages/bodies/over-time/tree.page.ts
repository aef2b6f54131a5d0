import { Controller, Get } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone } from '../../../http/needs.js';
import { exemptFor } from '../../../kernel/principal.js';
import { AskedPage, type PageAsked } from '../../frame/page-asked.js';
import { Pages } from '../../frame/pages.js';
import { TodayIn } from '../../../slices/calendars/calendars.queries.js';
import { type TreeNode } from '../../../slices/bodies/bodies.words.js';
import { bodyFound, ListBodies, CoverageOf, TreeOfBodies } from '../../../slices/bodies/bodies.queries.js';
import { dayAsked } from './day-asked.js';
import { type Tag } from '../../frame/tag.js';
import { sentence, tagOf } from './life-words.js';

/** A body in the tree, with its state and its coverage. */
interface Branch {
  readonly bodyId: string;
  readonly name: string;
  readonly tag: Tag;
  readonly active: boolean;
  readonly explained: string;
  readonly seats: { readonly filled: number; readonly of: number } | null;
  readonly delegated: readonly string[];
  readonly children: readonly Branch[];
}

/** The most bodies whose coverage the tree shows; in a larger tree, only each body's own page shows it. */
const MOST_COVERED = 200;
const MOST_BODIES = 10_000;

/** Which body reports to which on a day, and the state of each: active, dormant (by which rule), on a sabbatical. Public. */
@ApiExcludeController()
@Anyone()
@Controller('bodies/tree')
export class TreePage {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
  ) {}

  @Get()
  async tree(@AskedPage() { query: { 'as-at': asked = '', root }, request, reply }: PageAsked): Promise<string> {
    const today = await this.queries.execute(new TodayIn());
    const { asAt, problems } = dayAsked(asked, today);
    const exemptIn = exemptFor(request.principal!);
    const tree = bodyFound(await this.queries.execute(new TreeOfBodies(asAt, root || undefined, exemptIn)), { bodyId: root });
    const { rows } = await this.queries.execute(new ListBodies({ limit: MOST_BODIES, asAt, exemptIn }));
    const explained = new Map(rows.map(({ bodyId, stateExplained }) => [bodyId, stateExplained]));
    const covers = rows.length <= MOST_COVERED;
    const branch = async ({ bodyId, name, state, delegated, children }: TreeNode): Promise<Branch> => {
      const coverage = covers ? await this.queries.execute(new CoverageOf(bodyId, asAt)) : null;
      return {
        ...{ bodyId, name, delegated },
        tag: tagOf(state),
        active: state === 'active',
        explained: sentence(explained.get(bodyId) ?? ''),
        seats: coverage && coverage.seats.length > 0 ? { filled: coverage.filled, of: coverage.seats.length } : null,
        children: await Promise.all(children.map(branch)),
      };
    };
    return this.pages.render(request, reply, {
      title: 'Who reports to whom',
      template: 'bodies/over-time/tree.njk',
      breadcrumbs: [{ text: 'Bodies', href: '/bodies' }, { text: 'Who reports to whom' }],
      problems,
      data: { today, asAt, asAtTyped: asked, root, roots: await Promise.all(tree.roots.map(branch)) },
    });
  }
}
