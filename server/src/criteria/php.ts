/**
 * How PHP looks at JSON values, where that decides what the server accepts.
 * `undefined` stands for a key that is not there.
 */

/** `isset()`: null counts as absent. */
export function isSet(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** `empty()`: absent, null, false, 0, "", "0" and an empty list or object. */
export function isEmpty(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return !value || value === '0';
}

/** `is_array()`: PHP decodes objects and lists to the same thing. */
export function isArray(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** `is_numeric()`: a number, or a text that is one as a whole (white space around it allowed). */
export function isNumeric(value: unknown): boolean {
  if (typeof value === 'number') return true;
  return typeof value === 'string' && /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i.test(value);
}

/** `(int)` of something numeric: cut, not rounded; what 64 bits do not hold is their greatest as a text, else the rest. */
export function toInteger(value: unknown): number {
  const integer = Math.trunc(typeof value === 'number' ? value : Number(toText(value)));
  if (!isBeyondIntegers(integer)) return integer;
  if (typeof value === 'string') return Math.sign(integer) * BEYOND_INTEGERS;
  return Number.isFinite(integer) ? Number(BigInt.asIntN(64, BigInt(integer))) : 0;
}

const BEYOND_INTEGERS = 2 ** 63;

function isBeyondIntegers(value: number): boolean {
  return Math.abs(value) >= BEYOND_INTEGERS;
}

/** Whether PHP sees a list: an object with the keys 0 … n-1 in order is one, and so is anything empty. */
export function isList(value: unknown): boolean {
  if (!isArray(value)) return false;
  return Object.keys(value).every((key, index) => key === String(index));
}

/** Whether PHP takes this key of an object for a number of a list. */
export function isIntegerKey(key: string): boolean {
  return /^(0|-?[1-9]\d{0,17})$/.test(key);
}

/** `array_filter(explode('|', …))`: the parts between bars, without those that PHP takes for nothing. */
export function partsOf(text: string): readonly string[] {
  return text.split('|').filter((part) => !isEmpty(part));
}

/** The text that PHP makes of a value: a list or object becomes "Array". */
export function toText(value: unknown): string {
  if (isArray(value)) return 'Array';
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'number' && isBeyondIntegers(value)) return floatText(value);
  return value === true ? '1' : String(value);
}

/** A number as PHP writes a float, to 14 digits: `1.0E+19`. */
function floatText(value: number): string {
  if (!Number.isFinite(value)) return value < 0 ? '-INF' : 'INF';
  const [mantissa = '', exponent = ''] = Number(value.toPrecision(14)).toExponential().split('e');
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${exponent}`;
}

/** `print_r()`, as some texts of errors hold it. */
export function printed(value: unknown, indent = ''): string {
  if (!isArray(value)) return toText(value);
  const inner = `${indent}        `;
  const entries = Object.entries(value).map(([key, part]) => `${indent}    [${key}] => ${printed(part, inner)}\n`);
  return `Array\n${indent}(\n${entries.join('')}${indent})\n`;
}

/** `gettype()` of a JSON value. */
export function typeName(value: unknown): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'double';
  return typeof value === 'object' ? 'array' : typeof value;
}
