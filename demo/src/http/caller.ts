/** Who sends a request, and what they may do. */
export interface Caller {
  readonly kind: 'integration' | 'user';
  /** Undefined for those who may do everything. */
  readonly privileges: ReadonlySet<string> | undefined;
  /** A user who signed in with a password: only their requests may speak for an app. */
  readonly byPassword?: boolean;
}

/** A client that signs in with an id and a secret. */
export interface Client {
  readonly id: string;
  readonly secret: string;
  readonly caller: Caller;
}

export const INTEGRATION: Caller = { kind: 'integration', privileges: undefined };
export const USER: Caller = { kind: 'user', privileges: undefined };
export const USER_WITH_PASSWORD: Caller = { ...USER, byPassword: true };

/** A role that may read products, and nothing else. */
export const PRODUCT_READER: Caller = { kind: 'integration', privileges: new Set(['product:read']) };

export function may({ privileges }: Caller, privilege: string): boolean {
  return privileges === undefined || privileges.has(privilege);
}
