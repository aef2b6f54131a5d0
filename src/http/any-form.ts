import { SetMetadata } from '@nestjs/common';

export const ANY_FORM = 'quorate:any-form';

/** The handler takes a form from anywhere: what its address says is proof enough of who asks, and signing in has no part in it. */
export const AnyForm = () => SetMetadata(ANY_FORM, true);
