import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { RegisterPage } from './register/register.page.js';

@Module({ imports: [CqrsModule], controllers: [RegisterPage] })
export class DecisionsPages {}
