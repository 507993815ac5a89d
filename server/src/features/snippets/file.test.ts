import { expect, it } from 'vitest';
import snippets from '../../../../snippets/swcriteria.json' with { type: 'json' };
import { analysisOf } from '../testing/editor.ts';
import { snippetFile } from './file.ts';
import { withoutStops } from './writer.ts';

it('the file is what `node scripts/generate-snippets.ts` writes', () => {
  expect(snippets).toEqual(snippetFile());
});

it.each(Object.entries(snippetFile()))(
  '%s is JSON once it is filled in, and only misses what is to be filled in',
  (name, { body }) => {
    const filled = body.join('\n').replace(/: \$\d/g, ': 1');
    const text = withoutStops(filled);
    const whole = name.startsWith('filter')
      ? `{"filter": [${text}]}`
      : name.startsWith('agg')
        ? `{"aggregations": [${text}]}`
        : text;
    const { problems } = analysisOf(whole, 'file:///product.swcriteria.json');
    expect(problems.map(({ code }) => code)).not.toContain('syntax-error');
    expect(problems.map(({ code }) => code)).not.toContain('unknown-key');
  },
);
