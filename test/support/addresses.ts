import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService } from '@nestjs/core';
import { type TestApp } from './app.js';

const paths = (target: object): readonly string[] => [Reflect.getMetadata(PATH_METADATA, target) as string | string[]].flat();

/** Every address of the program that is read, as it is declared: `/bodies/:bodyId/decisions`. */
export function addressesRead(app: TestApp): readonly string[] {
  const controllers = app.nest.get(DiscoveryService, { strict: false }).getControllers();
  const found = controllers.flatMap(({ metatype }) => {
    const prototype = (metatype as Type).prototype as Record<string, unknown>;
    return Object.getOwnPropertyNames(prototype).flatMap((name) => {
      const handler = name === 'constructor' ? undefined : (Object.getOwnPropertyDescriptor(prototype, name)?.value as object | undefined);
      if (typeof handler !== 'function' || Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET) return [];
      return paths(metatype as Type).flatMap((at) => paths(handler).map((path) => `/${[at, path].join('/')}`.replace(/\/+/g, '/')));
    });
  });
  return [...new Set(found.map((path) => (path.length > 1 ? path.replace(/\/$/, '') : path)))].sort();
}

/** An address with each of the values that its places may have; `null` where a place has none. */
export function filled(address: string, values: Readonly<Record<string, readonly string[]>>): readonly string[] | null {
  const place = /:(\w+)/.exec(address);
  if (!place) return [address];
  const known = values[place[1]!];
  if (!known) return null;
  return known.flatMap((value) => filled(address.replace(place[0], encodeURIComponent(value)), values) ?? []);
}
