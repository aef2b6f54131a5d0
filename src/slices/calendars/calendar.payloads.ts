import { DateField, FlagField, LineField, TextField } from '../../http/fields.js';

export class RecordHolidayDto {
  @DateField({ description: 'The day', example: '2026-06-15' })
  date!: string;
  @LineField({ max: 200, description: 'What it is kept for, or why it is not kept', example: 'Scotland at the World Cup' })
  title!: string;
  @FlagField({
    optional: true,
    description: 'False for a day that is a holiday by the rules and is not kept that year; true where nothing is said',
  })
  kept?: boolean;
  @LineField({ optional: true, description: 'Where that is laid down', example: 'Royal Proclamation' })
  source?: string;
}

export class WithdrawHolidayDto {
  @DateField({ description: 'The day that was recorded' })
  date!: string;
  @TextField({ max: 2_000, description: 'Why it is withdrawn' })
  reason!: string;
}
