import type { ShopErrorKind } from './shopError.ts';

/** What is told about a failure before there is an error of it. */
export interface Explanation {
  readonly kind: ShopErrorKind;
  readonly message: string;
  readonly hint: string;
}
