import type { Problem, RuleMeta } from '../../server/src/rules/rule.ts';
import { customField } from '../../server/src/testing/customField.ts';
import { analyzed } from '../../server/src/testing/editor.ts';

/** The releases whose answers a page tells; the last two are the announced ones. */
const VERSIONS = ['6.4.20', '6.5.8', '6.6.7', '6.7.6', '6.7.14', '6.8.0'] as const;

/** What the shop of the pages has. */
const CUSTOM_FIELDS = [customField('colour'), customField('weight_net', { type: 'float', entities: ['category'] })];

/** The criteria of a page's `jsonc wrong` or `jsonc right` blocks. */
export function examplesOf(page: string, kind: 'wrong' | 'right'): readonly string[] {
  const blocks = page.matchAll(new RegExp(`^\`\`\`jsonc ${kind}\n(.*?)^\`\`\`$`, 'gms'));
  return [...blocks].map(([, text = '']) => text);
}

/** What a rule finds in an example; an example names its entity itself. */
export function problemsIn(text: string, code: string, shopware?: string): readonly Problem[] {
  const example = shopware === undefined ? text : text.replace(/^\/\/ @shopware .*\n/m, '');
  const shops = example.includes('@shop ') ? ['staging', 'live'] : [];
  const known = { shops, customFields: CUSTOM_FIELDS };
  const situation = { entity: '', ...known, ...(shopware === undefined ? {} : { shopware }) };
  return analyzed(example, situation).problems.filter((problem) => problem.code === code);
}

/** The page with its generated parts as the rule has them now. */
export function regenerated(page: string, meta: RuleMeta): string {
  const [wrong = ''] = examplesOf(page, 'wrong');
  const parts: Readonly<Record<string, string>> = { head: head(meta), answer: answer(wrong, meta) };
  return page.replaceAll(
    /<!-- generated: (\w+) -->\n.*?<!-- end -->/gs,
    (_, name: string) => `<!-- generated: ${name} -->\n${parts[name] ?? ''}\n<!-- end -->`,
  );
}

function head({ code, severity, description }: RuleMeta): string {
  return `# ${code}\n\n${description} Severity: **${severity}**.`;
}

function answer(wrong: string, { code }: RuleMeta): string {
  const [problem] = problemsIn(wrong, code);
  const shown = problem ? `> ${problem.severity}: ${problem.message}` : '';
  const rows = byVersion(wrong, code);
  if (!rows.some(({ text }) => /\d{3} /.test(text))) return shown;
  const table = [
    '| Shopware | The shop answers |',
    '| --- | --- |',
    ...rows.map(({ range, text }) => `| ${range} | ${text} |`),
  ];
  return `${shown}\n\n${table.join('\n')}`;
}

/** Neighbouring releases with the same answer are one row. */
function byVersion(wrong: string, code: string): readonly { range: string; text: string }[] {
  const rows: { from: string; to: string; text: string }[] = [];
  for (const version of VERSIONS) {
    const text = answerTo(problemsIn(wrong, code, version));
    const last = rows.at(-1);
    if (last?.text === text) last.to = version;
    else rows.push({ from: version, to: version, text });
  }
  return rows.map(({ from, to, text }) => ({ range: from === to ? from : `${from} – ${to}`, text }));
}

function answerTo(problems: readonly Problem[]): string {
  const refusal = problems.find(({ server }) => server)?.server?.refusal;
  if (!refusal) return problems.length === 0 ? 'no such fault' : '200, silently';
  const when = { rows: ', as soon as rows are found', 'no rows': ', when nothing is found' };
  return `${refusal.status} \`${refusal.code}\`${refusal.when ? when[refusal.when] : ''}`;
}
