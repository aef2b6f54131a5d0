import { SetMetadata } from '@nestjs/common';

export const ANY_FORM = 'quorate:any-form';

/** The handler takes forms from any site: its address alone proves who asks, and signing in plays no part. */
export const AnyForm = () => SetMetadata(ANY_FORM, true);
