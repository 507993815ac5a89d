/** Whether the first key of a body has come, or there can be none. */
export function tellsFirstKey(beginning: string): boolean {
  return !/^\s*(\{\s*("[^"]*)?)?$/.test(beginning);
}

/** Whether a body that begins so, up to its first key, may be rows: JSON, and not the errors of a shop. */
export function mayBeRows(beginning: string): boolean {
  return /^\s*[[{]/.test(beginning) && !/^\s*\{\s*"errors"/.test(beginning);
}
