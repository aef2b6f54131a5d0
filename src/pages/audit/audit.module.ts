import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { SearchPage } from './search/search.page.js';
import { ChainPage } from './chain/chain.page.js';
import { DifferencePage } from './difference/difference.page.js';
import { TimelinePage } from './timeline/timeline.page.js';

@Module({ imports: [CqrsModule], controllers: [SearchPage, ChainPage, DifferencePage, TimelinePage] })
export class AuditPages {}
