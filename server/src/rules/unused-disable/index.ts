import { type Silence, silencesIn } from '../../analysis/disable.ts';
import { suggestion } from '../messages.ts';
import { nearest } from '../nearest.ts';
import type { Finding, Rule } from '../rule.ts';

/** `@disable` of a rule that finds nothing there, or that there is not (contract, section 1). */
export const rule: Rule = {
  meta: { code: 'unused-disable', severity: 'hint', description: 'A "@disable" that silences nothing.' },
  create: ({ document, report }) => ({
    after: (found, codes) => {
      for (const silence of silencesIn(document)) {
        if (silence.code === '' || silence.code === 'unused-disable') continue;
        const isUsed = found.some(({ code, start }) => code === silence.code && silence.covers(start));
        if (!codes.includes(silence.code)) report(unknownRule(silence, codes));
        else if (!isUsed) report(unused(silence, document.syntax.text));
      }
    },
  }),
};

function unused({ directive, code }: Silence, text: string): Finding {
  const lineEnd = text.indexOf('\n', directive.end);
  const end = lineEnd < 0 ? text.length : lineEnd + 1;
  return {
    message: `"${code}" finds nothing ${directive.name === 'disable' ? 'in this file' : 'in the next line'}: this silences nothing.`,
    start: directive.nameStart,
    end: directive.valueEnd,
    pointer: null,
    tag: 'unnecessary',
    fixes: () => [
      {
        title: `Remove "@${directive.name}"`,
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
    message: `There is no rule "${code}".${suggestion(meant)}`,
    start,
    end: start + code.length,
    pointer: null,
    severity: 'warning',
    fixes: () =>
      meant === undefined
        ? []
        : [
            {
              title: `Change to "${meant}"`,
              edits: [{ start, end: start + code.length, text: meant }],
              preferred: true,
            },
          ],
  };
}
