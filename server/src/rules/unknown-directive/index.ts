import { t } from '@vscode/l10n';
import { DIRECTIVES } from '../../criteria/directives.ts';
import { suggestion } from '../messages.ts';
import { nearest } from '../nearest.ts';
import type { Rule } from '../rule.ts';

/** A `// @…` line at the top that means nothing. */
export const rule: Rule = {
  meta: { code: 'unknown-directive', severity: 'warning', description: 'A "// @…" line that means nothing.' },
  create: ({ document, report }) => ({
    document: () => {
      for (const { name, nameStart, nameEnd } of document.directives) {
        if (Object.hasOwn(DIRECTIVES, name)) continue;
        const meant = nearest(name, Object.keys(DIRECTIVES));
        report({
          message: `${t('There is no directive "@{0}".', name)}${suggestion(meant === undefined ? undefined : `@${meant}`)}`,
          start: nameStart,
          end: nameEnd,
          pointer: null,
          fixes: () =>
            meant === undefined
              ? []
              : [
                  {
                    title: t('Change to "{0}"', `@${meant}`),
                    edits: [{ start: nameStart, end: nameEnd, text: `@${meant}` }],
                    preferred: true,
                  },
                ],
        });
      }
    },
  }),
};
