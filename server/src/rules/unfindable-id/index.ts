import { t } from '@vscode/l10n';
import { isHexId } from '../../criteria/grammar/paging.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { comparisonOf } from '../comparison.ts';
import { memberOf } from '../conditions.ts';
import { changeTo } from '../edits.ts';
import { atNode, atPart } from '../findings.ts';
import { changePath } from '../pathRule.ts';
import type { Fix, PathSite, Rule, RuleContext } from '../rule.ts';
import { hasVariable } from '../variables.ts';

const CONVERTING = ['equals', 'equalsAny', 'equalsAll'];

/** Ids that the shop accepts and never finds (reference, sections 2.1 and 3). */
export const rule: Rule = {
  meta: {
    code: 'unfindable-id',
    severity: 'warning',
    description: 'An id that the shop accepts although no row can have it.',
  },
  create: (context) => ({
    id: (node) => checkId(node, context),
    operand: (node) => {
      if (wrongLength(node) === undefined) return;
      const comparison = comparisonOf(node, context);
      if (comparison?.field.type !== 'uuid' || !CONVERTING.includes(comparison.type)) return;
      if (!isBehindExtensions(comparison.site)) reportLength(node, context);
    },
    paths: (site) => {
      const { target, refused, rest } = site.path;
      const converts = CONVERTING.includes(site.node.parent?.type ?? (site.use === 'filter' ? 'equals' : ''));
      if (site.use !== 'filter' || refused || rest.length > 0 || !converts) return;
      if (target?.kind === 'field' && target.type === 'uuid' && isBehindExtensions(site))
        reportExtensions(site, context);
    },
  }),
};

function checkId(node: TypedNode, context: RuleContext): void {
  const { value } = node.json;
  if (reportLength(node, context)) return;
  const list = node.parent?.name === 'ids' ? node.parent : node;
  if (list.name !== 'ids' || !isHexId(value) || !/[A-F]/.test(String(value)) || memberOf(node.criteria, 'sort')) return;
  context.report({
    message: t(
      'The shop finds the row of an id in upper case, and loses it when it puts the rows into the order of "ids".',
    ),
    ...atNode(node),
    fixes: () => [
      { ...changeTo(node.json, String(value).toLowerCase(), true), title: t('Write the id in lower case') },
    ],
  });
}

/** How long an id is that cannot be one; undefined for all else. */
function wrongLength({ json }: TypedNode): number | undefined {
  const written: unknown = json.value;
  const text = typeof written === 'number' ? String(written) : written;
  if (typeof text !== 'string' || text.length === 32 || text.includes('|') || hasVariable(text)) return undefined;
  return isHexId(text) ? text.length : undefined;
}

function reportLength(node: TypedNode, { report }: RuleContext): boolean {
  const length = wrongLength(node);
  if (length === undefined) return false;
  report({
    message: t('An id has 32 hex digits, and this one has {0}: the shop accepts it and never finds a row.', length),
    ...atNode(node),
  });
  return true;
}

function isBehindExtensions({ path }: PathSite): boolean {
  return path.segments.some(({ role }) => role === 'extensions');
}

function reportExtensions(site: PathSite, { report }: RuleContext): void {
  const right = site.path.segments.filter(({ role }) => role !== 'extensions').map(({ text }) => text);
  const segment = site.path.segments.find(({ role }) => role === 'extensions');
  const fixes = (): readonly Fix[] => changePath(site, right.join('.'));
  report({
    message: t(
      'Behind "extensions." the shop does not convert ids: it compares the string with bytes and never finds a row. The path works without it.',
    ),
    ...atPart(site, segment?.start ?? 0, segment?.end ?? 0),
    fixes,
  });
}
