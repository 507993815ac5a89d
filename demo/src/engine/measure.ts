import { asNumber, compareValues, groupKey, type SqlType, type SqlValue, shownText } from './sqlValue.ts';

/** An SQL function over the rows of a group; `first` is a bare column, of which the first row is taken. */
export type MeasureKind = 'avg' | 'sum' | 'min' | 'max' | 'distinct' | 'count' | 'first';

/** Accumulates one such function. NULL counts for nothing. */
export class Measure {
  readonly #kind: MeasureKind;
  readonly #type: SqlType;
  readonly #digits: number | undefined;
  readonly #seen = new Set<string>();
  #isFirst = true;
  #kept: SqlValue = null;
  #count = 0;
  #sum = 0;
  #exactSum = 0n;

  constructor(kind: MeasureKind, type: SqlType) {
    this.#kind = kind;
    this.#type = type;
    this.#digits = exactDigits(type);
  }

  /** `times`: how often the row occurs. */
  add(value: SqlValue, times: number): void {
    if (this.#kind === 'first' && this.#isFirst) this.#kept = value;
    this.#isFirst = false;
    if (value === null) return;
    this.#count += times;
    switch (this.#kind) {
      case 'min':
        if (this.#kept === null || compareValues(this.#type, value, this.#kept) < 0) this.#kept = value;
        break;
      case 'max':
        if (this.#kept === null || compareValues(this.#type, value, this.#kept) > 0) this.#kept = value;
        break;
      case 'distinct':
        this.#seen.add(groupKey(this.#type, value));
        break;
      case 'avg':
      case 'sum':
        this.#addNumber(value, times);
        break;
    }
  }

  /** The result as a value of its type. */
  value(): SqlValue {
    switch (this.#kind) {
      case 'count':
        return this.#count;
      case 'distinct':
        return this.#seen.size;
      case 'sum':
        return this.#count === 0 ? null : this.#total();
      case 'avg':
        return this.#count === 0 ? null : this.#average();
      default:
        return this.#kept;
    }
  }

  /** The same as the database's driver hands it over: texts keep the digits of their column. */
  text(): SqlValue {
    const value = this.value();
    const isKept = this.#kind === 'min' || this.#kind === 'max' || this.#kind === 'first';
    return isKept && value !== null ? shownText(this.#type, value) : value;
  }

  #addNumber(value: number | string, times: number): void {
    const exact = this.#digits === undefined ? undefined : scaled(value, this.#digits);
    if (exact !== undefined) this.#exactSum += exact * BigInt(times);
    else this.#sum += asNumber(this.#type, value) * times;
  }

  #total(): number {
    return this.#digits === undefined ? this.#sum : decimal(this.#exactSum, this.#digits);
  }

  /** An average of exact numbers is exact, too, with four more digits; it is rounded half up. */
  #average(): number {
    if (this.#digits === undefined) return this.#sum / this.#count;
    const count = BigInt(this.#count);
    const half = this.#exactSum < 0n ? -count : count;
    return decimal((this.#exactSum * 20_000n + half) / (count * 2n), this.#digits + 4);
  }
}

/** How many digits behind the point are exact; undefined for floating point, as which SQL reads texts, too. */
function exactDigits(type: SqlType): number | undefined {
  switch (type.kind) {
    case 'integer':
    case 'day':
      return 0;
    case 'datetime':
      return 3;
    case 'decimal':
      return type.digits;
    default:
      return undefined;
  }
}

/** A number without its point; a date is read as its digits: `2025-02-08 01:30:00.000` → 20250208013000000. */
function scaled(value: number | string, digits: number): bigint {
  if (typeof value === 'string') return BigInt(value.replace(/\D/g, ''));
  return BigInt(Math.round(value * 10 ** digits));
}

function decimal(scaled: bigint, digits: number): number {
  return Number(`${scaled}e-${digits}`);
}
