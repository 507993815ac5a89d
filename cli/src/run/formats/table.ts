import { type Answer, type Content, contentOf, rowsOfAggregation } from '../../../../shop/src/index.ts';
import { bytesOf, counted } from '../../terminal/words.ts';
import type { Format } from './format.ts';
import { grid } from './grid.ts';

/** For people: the rows, the aggregations, and how many rows there are. */
export const table: Format = (answer, { style, width }) => {
  const { rows, total, aggregations } = contentOf(answer.json);
  const blocks = [
    ...(rows.length > 0 ? [grid(rows, style, width)] : []),
    ...aggregations.map(([name, value]) => [
      style('bold', `${name}:`),
      ...grid(rowsOfAggregation(value), style, width),
    ]),
    [style('dim', summary({ rows, total }, answer))],
  ];
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`;
};

function summary({ rows, total }: Pick<Content, 'rows' | 'total'>, { milliseconds, bytes }: Answer): string {
  const count =
    total === null || total === rows.length
      ? counted(rows.length, 'row')
      : `${rows.length} of ${counted(total, 'row')}`;
  return `${count}, ${Math.round(milliseconds)} ms, ${bytesOf(bytes)}`;
}
