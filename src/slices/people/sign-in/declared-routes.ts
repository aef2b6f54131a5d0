import { Injectable, type OnModuleInit, type Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService } from '@nestjs/core';
import { type Requirement, REQUIREMENT } from '../../../http/needs.js';
import { isRight } from '../../../kernel/rights.js';

/** Refuses to start while a route does not say what it needs, or names a right that is not in the table. */
@Injectable()
export class DeclaredRoutes implements OnModuleInit {
  constructor(private readonly discovery: DiscoveryService) {}

  onModuleInit(): void {
    const problems = this.discovery.getControllers().flatMap(({ metatype }) => (metatype ? problemsOf(metatype as Type) : []));
    if (problems.length > 0) throw new Error(`Routes that cannot be guarded: ${problems.join('; ')}.`);
  }
}

export function problemsOf(controller: Type): string[] {
  const prototype = controller.prototype as Record<string, unknown>;
  const ofController = Reflect.getMetadata(REQUIREMENT, controller) as Requirement | undefined;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler: unknown = name === 'constructor' ? undefined : Object.getOwnPropertyDescriptor(prototype, name)?.value;
    if (typeof handler !== 'function' || !Reflect.hasMetadata(PATH_METADATA, handler)) return [];
    const requirement = (Reflect.getMetadata(REQUIREMENT, handler) as Requirement | undefined) ?? ofController;
    const route = `${controller.name}.${name}`;
    if (!requirement) return [`${route} declares neither @Needs, @SignedIn nor @Anyone`];
    return requirement.kind === 'right' && !isRight(requirement.right)
      ? [`${route} needs ${String(requirement.right)}, which is not in src/kernel/rights.ts`]
      : [];
  });
}
