/** Time limits in milliseconds, size in bytes. */
export interface Limits {
  /** Until the connection stands, TLS included. */
  readonly connect: number;
  /** From the request until the answer's first byte. */
  readonly headers: number;
  /** Between two pieces of the answer. */
  readonly silence: number;
  /** The largest answer that is read, decompressed. */
  readonly bytes: number;
}

/** Large searches take a shop's database minutes; a text beyond the size is more than Node can hold as one. */
export const defaultLimits: Limits = {
  connect: 10_000,
  headers: 120_000,
  silence: 60_000,
  bytes: 256 * 1024 * 1024,
};
