import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import { originOf, variableAt, variablesOf } from '../variables/variables.ts';
import type { HoverText } from './hover.ts';

/** Says what is sent for a `{{name}}` inside a text, and where the value comes from. */
export function hoverVariable(analysis: Analysis, offset: number): HoverText | undefined {
  const found = variableAt(analysis.document.syntax.text, offset);
  if (!found) return undefined;
  const { name, start, end } = found;
  return { start, end, markdown: [`**{{${name}}}**`, ...about(name, analysis)].join('\n\n') };
}

function about(name: string, analysis: Analysis): readonly string[] {
  const variable = variablesOf(analysis).get(name);
  if (variable) return [t('Sent as {0}.', code(variable.value)), originOf(variable, analysis)];
  return [
    t('No variable has this name: the text is sent as it is.'),
    t('Give it a value with `// @var {0} value` above the body, or in the configuration of the shop.', name),
  ];
}

/** A value may hold backticks itself. */
function code(text: string): string {
  return text.includes('`') ? `\`\` ${text} \`\`` : `\`${text}\``;
}
