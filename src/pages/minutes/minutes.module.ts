import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { MinuteTextPage } from './minute-text.page.js';
import { MinutePage } from './minute.page.js';

@Module({ imports: [CqrsModule], controllers: [MinuteTextPage, MinutePage] })
export class MinutesPages {}
