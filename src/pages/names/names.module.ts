import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { NamesPage } from './names.page.js';

@Module({ imports: [CqrsModule], controllers: [NamesPage] })
export class NamesPages {}
