import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import { DIRECTIVES, type Directive } from '../../criteria/directives.ts';
import { PAGES } from '../../criteria/grammar/pages.ts';
import { RULES } from '../../rules/index.ts';
import { HEADERS } from '../reading/headers.ts';
import { entityText, privilegeText } from '../reading/names.ts';
import { versionText } from '../reading/version.ts';
import type { HoverText } from './hover.ts';

/** Explains a directive at its name, and at its value what the value names. */
export function hoverDirective(analysis: Analysis, offset: number): HoverText | undefined {
  const directive = analysis.document.directives.find(({ start, end }) => offset >= start && offset <= end);
  if (!directive) return undefined;
  const { nameStart, nameEnd, valueStart, valueEnd } = directive;
  const isAtValue = offset >= valueStart && offset <= valueEnd && valueEnd > valueStart;
  const about = isAtValue ? aboutValue(directive, analysis) : [];
  if (about.length > 0) return { start: valueStart, end: valueEnd, markdown: about.join('\n\n') };
  return { start: nameStart, end: nameEnd, markdown: aboutName(directive).join('\n\n') };
}

function aboutName({ name }: Directive): readonly string[] {
  const known = Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name] : undefined;
  if (!known) return [t('**@{0}** is not a directive.', name)];
  return [`**@${name}**`, t(known.doc), `\`// @${name} ${known.argument}\``];
}

function aboutValue({ name, value }: Directive, { document, world }: Analysis): readonly string[] {
  const namesEntity = name === 'entity' || (name === 'path' && document.entityFrom === 'path');
  if (namesEntity && document.entity !== undefined) {
    return [...entityText(document.entity, world), ...privilegeText(document.entity, world)];
  }
  if (name === 'shopware') return versionText(world);
  if (name === 'header') return headerText(value);
  if (name !== 'disable' && name !== 'disable-next-line') return [];
  const code = value.split(/\s/)[0];
  const rule = RULES.find(({ meta }) => meta.code === code);
  return rule ? [`**${rule.meta.code}**`, t(rule.meta.description)] : [];
}

function headerText(value: string): readonly string[] {
  const name = (value.split(':')[0] ?? '').trim().toLowerCase();
  const header = HEADERS.find((known) => known.name === name);
  return header ? [`**${name}**`, t(header.doc), `[${t('Shopware documentation')}](${PAGES.headers})`] : [];
}
