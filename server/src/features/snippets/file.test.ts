import { config } from '@vscode/l10n';
import { expect, it } from 'vitest';
import texts from '../../../../l10n/bundle.l10n.de.json' with { type: 'json' };
import german from '../../../../snippets/swcriteria.de.json' with { type: 'json' };
import snippets from '../../../../snippets/swcriteria.json' with { type: 'json' };
import { analysisOf } from '../testing/editor.ts';
import { snippetFile } from './file.ts';
import { withoutStops } from './writer.ts';

it('the file is what `node scripts/generate-snippets.ts` writes', () => {
  expect(snippets).toEqual(snippetFile());
});

it('the German file is, too, and is typed the same', () => {
  config({ contents: texts });
  const made = snippetFile();
  config({ contents: {} });
  expect(german).toEqual(made);
  const typed = (file: object) => Object.values(file).map(({ prefix, body }) => [prefix, body]);
  expect(typed(german)).toEqual(typed(snippets));
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
