import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { checked } from './checked.js';

const NATIVE: readonly unknown[] = [String, Number, Boolean, Array, Object, undefined];

/** Checks every body, query and parameter object against the class its handler declares. Query values are text. */
@Injectable()
export class CheckedPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'custom' || NATIVE.includes(metatype)) return value;
    return checked(metatype as new () => object, type === 'query' || type === 'param' ? { ...(value as object) } : value);
  }
}
