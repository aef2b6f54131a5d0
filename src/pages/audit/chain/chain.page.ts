import { Controller, Get, Query as AskedOf, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Needs } from '../../../http/needs.js';
import { bodiesWith } from '../../../kernel/principal.js';
import { orRefuse } from '../../../http/request-refused.js';
import { Pages } from '../../frame/pages.js';
import { type Chain, ChainOf, HistoryOf, type RecordHistory, requireAudit } from '../../../across/audit/audit.queries.js';
import { renderChain } from '../../../across/audit/audit.words.js';
import { asFile } from '../record/as-file.js';
import { readHead } from '../record/record-head.js';
import { chainCsv } from './chain-csv.js';
import { branchesOf } from './chain-tree.js';
import { chainPicture } from './picture.js';

type Query = Readonly<Record<string, string | undefined>>;

const USUAL_DEPTH = 8;
const DEPTHS = [2, 4, 8, 16] as const;
/** The most records in a picture; a longer chain is told as a list only. */
const MOST_IN_A_PICTURE = 60;

/** The records that led to a record and those that came of it, step by step, as a picture and as a list. */
@ApiExcludeController()
@Needs('audit.read', 'anywhere')
@Controller('records')
export class ChainPage {
  constructor(
    private readonly pages: Pages,
    private readonly queries: QueryBus,
  ) {}

  @Get('chain')
  async show(@AskedOf() query: Query, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { chain: read, depth } = await this.read(query, request);
    const chain = { ...read, nodes: read.nodes.map(named) };
    const history = orRefuse<RecordHistory>(await this.queries.execute(new HistoryOf(chain.ref)));
    const start = chain.nodes.find(({ ref }) => ref === chain.ref)!;
    const head = { ...(await readHead(this.queries, chain.ref, history.kind, history.state)), title: start.title };
    const asked = new URLSearchParams({ ref: chain.ref, depth: String(depth) }).toString();
    return this.pages.render(request, reply, {
      title: `Chain: ${head.title}`,
      template: 'audit/chain/chain.njk',
      breadcrumbs: [...head.breadcrumbs, { text: 'Timeline', href: head.timeline }, { text: 'Chain' }],
      data: {
        head,
        start,
        depth,
        depths: DEPTHS.map((steps) => ({ value: steps, text: `${steps} steps` })),
        back: branchesOf(chain, 'back', head.zone),
        forward: branchesOf(chain, 'forward', head.zone),
        cutOff: chain.cutOff,
        alone: chain.nodes.length === 1,
        tooMany: chain.nodes.length > MOST_IN_A_PICTURE,
        picture:
          chain.nodes.length > 1 && chain.nodes.length <= MOST_IN_A_PICTURE
            ? chainPicture(chain, `Where ${start.title} came from and what came of it`, (ref) => hrefIn(chain, ref))
            : null,
        downloads: ['csv', 'json', 'txt'].map((ending) => `/records/chain.${ending}?${asked}`),
      },
    });
  }

  @Get('chain.csv')
  async csv(@AskedOf() query: Query, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { chain } = await this.read(query, request);
    asFile(reply, chain.ref, 'chain', 'csv');
    return chainCsv(chain);
  }

  @Get('chain.json')
  async json(@AskedOf() query: Query, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { chain } = await this.read(query, request);
    asFile(reply, chain.ref, 'chain', 'json');
    return JSON.stringify(chain, null, 2);
  }

  @Get('chain.txt')
  async text(@AskedOf() query: Query, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { chain } = await this.read(query, request);
    asFile(reply, chain.ref, 'chain', 'txt');
    return renderChain(chain);
  }

  private async read(
    { ref: named, depth: asked }: Query,
    { principal }: FastifyRequest,
  ): Promise<{ readonly chain: Chain; readonly depth: number }> {
    const ref = String(named ?? '');
    requireAudit(ref, principal!);
    const depth = DEPTHS.find((steps) => String(steps) === asked) ?? USUAL_DEPTH;
    return { depth, chain: orRefuse<Chain>(await this.queries.execute(new ChainOf(ref, bodiesWith(principal!, 'audit.read'), depth))) };
  }
}

/** A node with its words in the title if the title is only a letter: the letter of a recommendation says too little. */
const named = (node: Chain['nodes'][number]): Chain['nodes'][number] =>
  node.title.length <= 4 && node.words !== null ? { ...node, title: `${node.title} ${node.words}`, words: null } : node;

/** The address of a record in the chain; `null` if the reader may not read the record. */
const hrefIn = ({ nodes }: Chain, ref: string): string | null =>
  nodes.some((node) => node.ref === ref && node.withheld) ? null : `/records?${new URLSearchParams({ ref }).toString()}`;
