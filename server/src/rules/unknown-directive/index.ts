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
        if (isDirective(name)) continue;
        const meant = directiveMeant(name);
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

/** The directive that was meant by a name that is none; undefined where nobody can tell, and for one that is. */
export function directiveMeant(name: string): string | undefined {
  return isDirective(name) ? undefined : nearest(name, Object.keys(DIRECTIVES));
}

function isDirective(name: string): boolean {
  return Object.hasOwn(DIRECTIVES, name);
}
