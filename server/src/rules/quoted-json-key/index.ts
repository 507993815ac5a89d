import { t } from '@vscode/l10n';
import { atPart } from '../findings.ts';
import { changePath } from '../pathRule.ts';
import type { Rule } from '../rule.ts';

/** The shop quotes keys with a dash itself (reference, section 5.4). */
export const rule: Rule = {
  meta: {
    code: 'quoted-json-key',
    severity: 'warning',
    description: 'Quotes around a JSON key that the shop quotes itself.',
  },
  create: ({ report }) => ({
    paths: (site) => {
      const { path, use } = site;
      if (use === 'fields' || path.refused || path.rest.length === 0) return;
      const quoted = path.rest.find(({ text }) => /^".*-.*"$/.test(text));
      if (!quoted) return;
      const plain = path.text.slice(0, quoted.start) + quoted.text.slice(1, -1) + path.text.slice(quoted.end);
      report({
        message: t(
          'The shop quotes {0} itself. Quoted twice it finds nothing on MariaDB, and is an error on MySQL.',
          quoted.text.slice(1, -1),
        ),
        ...atPart(site, quoted.start, quoted.end),
        fixes: () => changePath(site, plain),
      });
    },
  }),
};
