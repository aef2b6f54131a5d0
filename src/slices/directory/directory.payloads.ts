import { LineField, SlugField, TextField } from '../../http/fields.js';

export class DeclareSpellingSameDto {
  @SlugField({ description: 'The id whose spelling is kept as the name of both', example: 'david-farries' })
  sameAs!: string;
  @LineField({
    optional: true,
    max: 200,
    description: 'How this spelling is written in records: lists then find what is written so by either name',
    example: 'G. Farries',
  })
  name?: string;
  @LineField({ optional: true, max: 200, description: 'How the other spelling is written in records', example: 'David Farries' })
  sameAsName?: string;
  @TextField({ max: 2000, description: 'How it is known that they are one', example: 'The clerk confirms that they are one person' })
  reason!: string;
}

export class DeclareSpellingDistinctDto {
  @SlugField({ description: 'The id it was declared the same as', example: 'david-farries' })
  from!: string;
  @TextField({ max: 2000, description: 'Why they are two', example: 'They are brothers' })
  reason!: string;
}
