import { keysOf, naming, technicalKeys, valueIn } from '../../../../shop/src/index.ts';
import { printable, type Style } from '../../terminal/style.ts';
import { longestOf } from '../../terminal/words.ts';
import { cellText, isEmpty } from './cell.ts';

const gap = '  ';

interface Column {
  readonly key: string;
  readonly cells: readonly string[];
  readonly width: number;
  readonly isNumber: boolean;
}

/** Rows as lines with their columns below each other. `width`: as many columns as fit; what is left out is said. */
export function grid(rows: readonly unknown[], style: Style, width = Infinity): readonly string[] {
  const all = columnsOf(rows);
  const shown = fitting(all, width);
  const left = all.slice(shown.length).map(({ key }) => key);
  const lines = rows.map((_, row) => lineOf(shown, (column) => column.cells[row] ?? ''));
  return [
    style(
      'bold',
      lineOf(shown, ({ key }) => key),
    ),
    ...lines,
    ...(left.length > 0 ? [style('dim', `(not shown: ${left.join(', ')})`)] : []),
  ];
}

/** What names a row comes first, then plain values, then what is nested; columns without any value are left out. */
function columnsOf(rows: readonly unknown[]): readonly Column[] {
  return keysOf(rows)
    .filter((key) => !technicalKeys.has(key) && rows.some((row) => !isEmpty(valueIn(row, key))))
    .map((key) => ({ key, rank: rankOf(key, rows) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ key }) => columnOf(key, rows));
}

function rankOf(key: string, rows: readonly unknown[]): number {
  if (key === 'id') return -1;
  if (naming.includes(key)) return naming.indexOf(key);
  return rows.some((row) => typeof valueIn(row, key) === 'object' && !isEmpty(valueIn(row, key))) ? 200 : 100;
}

function columnOf(key: string, rows: readonly unknown[]): Column {
  const values = rows.map((row) => valueIn(row, key));
  const cells = values.map((value) => printable(cellText(value)));
  const isNumber = values.every((value) => typeof value === 'number' || isEmpty(value));
  return { key, cells, isNumber, width: Math.max(key.length, longestOf(cells)) };
}

function fitting(columns: readonly Column[], width: number): readonly Column[] {
  let used = 0;
  const end = columns.findIndex((column, index) => {
    used += column.width + (index === 0 ? 0 : gap.length);
    return used > width && index > 0;
  });
  return end < 0 ? columns : columns.slice(0, end);
}

function lineOf(columns: readonly Column[], textOf: (column: Column) => string): string {
  return columns
    .map((column) => {
      const text = textOf(column);
      return column.isNumber ? text.padStart(column.width) : text.padEnd(column.width);
    })
    .join(gap)
    .trimEnd();
}
