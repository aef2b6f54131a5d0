import { defineCommand } from '../../../kernel/command.js';
import { TextField } from '../../../http/fields.js';
import { subjectScope } from './subject.scope.js';

export class EraseSubjectDto {
  @TextField({
    max: 500,
    description: 'Why, without saying anything personal: it stays in the record',
    example: 'Asked for by the person.',
  })
  reason!: string;
}

export const EraseSubject = defineCommand({
  type: 'EraseSubject',
  scope: subjectScope,
  dto: EraseSubjectDto,
  right: 'subjects.erase',
  summary: 'Erases the key of somebody’s personal details for good: nobody can read them again, here or in any backup of the record.',
  example: { reason: 'Asked for by the person.' },
  creates: true,
});

export const subjectCommands = [EraseSubject];
