import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type FastifyRequest } from 'fastify';
import { ANY_FORM } from '../../http/any-form.js';
import { FormTokens } from './form-token.js';

/** Lets a form through if it is one of ours, or if its handler takes forms from any site (`@AnyForm()`). */
@Injectable()
export class FormGuard implements CanActivate {
  constructor(
    private readonly tokens: FormTokens,
    private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    if (this.reflector.get<boolean | undefined>(ANY_FORM, context.getHandler()) === true) return true;
    this.tokens.require(context.switchToHttp().getRequest<FastifyRequest>());
    return true;
  }
}
