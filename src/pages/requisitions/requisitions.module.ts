import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { RequisitionPage } from './requisition.page.js';
import { RequisitionsPage } from './requisitions.page.js';

@Module({ imports: [CqrsModule], controllers: [RequisitionsPage, RequisitionPage] })
export class RequisitionsPages {}
