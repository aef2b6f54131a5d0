import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { RemitChoices } from './remit-choices.js';
import { RemitPage } from './remit.page.js';
import { RemitsPage } from './remits.page.js';

@Module({ imports: [CqrsModule], controllers: [RemitsPage, RemitPage], providers: [RemitChoices] })
export class RemitsPages {}
