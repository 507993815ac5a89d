import { t } from '@vscode/l10n';
import { countBelow } from '../../analysis/ascending.ts';
import { type Silence, silencesIn } from '../../analysis/disable.ts';
import { suggestion } from '../messages.ts';
import { nearest } from '../nearest.ts';
import type { Finding, FoundAt, Rule } from '../rule.ts';

/** `@disable` of a rule that finds nothing there, or that there is not (contract, section 1). */
export const rule: Rule = {
  meta: { code: 'unused-disable', severity: 'hint', description: 'A "@disable" that silences nothing.' },
  create: ({ document, report }) => ({
    after: (found, codes) => {
      const silences = silencesIn(document);
      if (silences.length === 0) return;
      const starts = startsByCode(found);
      for (const silence of silences) {
        if (silence.code === '' || silence.code === 'unused-disable') continue;
        if (!codes.includes(silence.code)) report(unknownRule(silence, codes));
        else if (!isUsed(silence, starts.get(silence.code) ?? [])) report(unused(silence, document.syntax.text));
      }
    },
  }),
};

/** Where the findings of each rule start, in the order of the text. */
function startsByCode(found: readonly FoundAt[]): ReadonlyMap<string, readonly number[]> {
  const starts = new Map<string, number[]>();
  for (const { code, start } of [...found].sort((a, b) => a.start - b.start)) {
    const known = starts.get(code);
    if (known) known.push(start);
    else starts.set(code, [start]);
  }
  return starts;
}

function isUsed({ from, to }: Silence, starts: readonly number[]): boolean {
  const start = starts[countBelow(starts, from)];
  return start !== undefined && start <= to;
}

function unused({ directive, code }: Silence, text: string): Finding {
  const lineEnd = text.indexOf('\n', directive.end);
  const end = lineEnd < 0 ? text.length : lineEnd + 1;
  return {
    message:
      directive.name === 'disable'
        ? t('"{0}" reports nothing in this file: this silences nothing.', code)
        : t('"{0}" reports nothing in the next line: this silences nothing.', code),
    start: directive.nameStart,
    end: directive.valueEnd,
    pointer: null,
    tag: 'unnecessary',
    fixes: () => [
      {
        title: t('Remove "{0}"', `@${directive.name}`),
        edits: [{ start: directive.start, end, text: '' }],
        preferred: true,
        safe: true,
      },
    ],
  };
}

function unknownRule({ directive, code }: Silence, codes: readonly string[]): Finding {
  const meant = nearest(code, codes);
  const start = directive.valueStart;
  return {
    message: `${t('There is no rule "{0}".', code)}${suggestion(meant)}`,
    start,
    end: start + code.length,
    pointer: null,
    severity: 'warning',
    fixes: () =>
      meant === undefined
        ? []
        : [
            {
              title: t('Change to "{0}"', meant),
              edits: [{ start, end: start + code.length, text: meant }],
              preferred: true,
            },
          ],
  };
}
