import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { DueModule } from '../../across/due/due.module.js';
import { DuePage } from './due.page.js';

@Module({ imports: [CqrsModule, DueModule], controllers: [DuePage] })
export class DuePages {}
