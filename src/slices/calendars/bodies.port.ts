import { Query } from '@nestjs/cqrs';

/** Where a body sits: its time zone; `null` where there is no such body. Answered by the slice of bodies. */
export class SeatOfBody extends Query<{ readonly timeZone: string } | null> {
  constructor(readonly bodyId: string) {
    super();
  }
}
