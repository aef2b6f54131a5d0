import { type BodyHeading } from '../../slices/bodies/bodies.queries.js';
import { type Breadcrumb } from './pages.js';

/** The way from all bodies to a page of one: the body itself, then `rest`, the last of which is the page. */
export const breadcrumbsOf = (
  { bodyId, name }: Pick<BodyHeading, 'bodyId' | 'name'>,
  ...rest: readonly Breadcrumb[]
): readonly Breadcrumb[] => [{ text: 'Bodies', href: '/bodies' }, { text: name, href: `/bodies/${bodyId}` }, ...rest];
