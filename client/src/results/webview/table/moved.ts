/** A cell, by row and column from 0. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

/**
 * Where a key leads from a cell, as in every grid: arrows, Home and End in the row, with Ctrl in the table, Page Up and
 * Page Down by `page` rows. Undefined for other keys.
 */
export function moved(from: Place, key: string, ctrl: boolean, last: Place, page: number): Place | undefined {
  const to = target(from, key, ctrl, last, page);
  return to && { row: within(to.row, last.row), column: within(to.column, last.column) };
}

function target({ row, column }: Place, key: string, ctrl: boolean, last: Place, page: number): Place | undefined {
  switch (key) {
    case 'ArrowUp':
      return { row: ctrl ? 0 : row - 1, column };
    case 'ArrowDown':
      return { row: ctrl ? last.row : row + 1, column };
    case 'ArrowLeft':
      return { row, column: ctrl ? 0 : column - 1 };
    case 'ArrowRight':
      return { row, column: ctrl ? last.column : column + 1 };
    case 'PageUp':
      return { row: row - page, column };
    case 'PageDown':
      return { row: row + page, column };
    case 'Home':
      return { row: ctrl ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrl ? last.row : row, column: last.column };
    default:
      return undefined;
  }
}

function within(value: number, last: number): number {
  return Math.min(Math.max(value, 0), Math.max(last, 0));
}
