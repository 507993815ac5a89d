import { t } from '@vscode/l10n';
import { isPriceField } from '../../schema/priceFields.ts';
import { atPart } from '../findings.ts';
import { nearest } from '../nearest.ts';
import { changePath } from '../pathRule.ts';
import type { PathSite, Rule } from '../rule.ts';

/** What follows a field that is no JSON: the shop throws it away (reference, sections 5.1 and 5.3). */
export const rule: Rule = {
  meta: {
    code: 'ignored-path-end',
    severity: 'warning',
    description: 'The end of a path that the shop discards.',
  },
  create: ({ report }) => ({
    paths: (site) => {
      const { path, use } = site;
      const [first] = path.rest;
      const last = path.rest.at(-1);
      if (use === 'fields' || path.refused || !first || !last || path.target?.kind !== 'field') return;
      const kept = keptOf(site);
      if (kept === undefined || kept.length === path.rest.length) return;
      const base = path.text.slice(0, first.start - 1);
      const right = [base, ...kept].join('.');
      const problem = t('The shop discards the end of this path and uses "{0}".', right);
      const form = t('A price continues with a currency id, "listPrice" or "percentage", and "net" or "gross".');
      report({
        message: isPrice(site) ? `${problem} ${form}` : problem,
        ...atPart(site, first.start - 1, last.end),
        fixes: () => changePath(site, [base, ...meantOf(site, kept)].join('.')),
      });
    },
  }),
};

const JSON_TYPES = ['json_object', 'json_list', 'opaque', 'blob'];

/** The parts of the rest that count; undefined where all may. */
function keptOf(site: PathSite): readonly string[] | undefined {
  const { target, rest } = site.path;
  if (isPrice(site)) return pricePart(rest.map(({ text }) => text));
  return target?.kind === 'field' && JSON_TYPES.includes(target.type) ? undefined : [];
}

function isPrice({ path }: PathSite): boolean {
  return path.targetEntity !== undefined && isPriceField(path.targetEntity, path.target?.name ?? '');
}

const KINDS = ['listPrice', 'percentage'];
const TAXES = ['net', 'gross'];

/** `[.<currencyId>][.listPrice|.percentage][.net|.gross]`, read from the end. */
function pricePart(parts: readonly string[]): readonly string[] {
  const left = [...parts];
  const kept: string[] = [];
  for (const words of [TAXES, KINDS]) if (words.includes(left.at(-1) ?? '')) kept.unshift(left.pop() ?? '');
  const [currency] = left;
  return currency !== undefined && /^c?[0-9a-f]{32}$/i.test(currency) ? [currency, ...kept] : kept;
}

/** Of a price the word that was meant, if one is near: `groos` → `gross`. */
function meantOf(site: PathSite, kept: readonly string[]): readonly string[] {
  if (!isPrice(site)) return kept;
  const words = site.path.rest.map(({ text }) => (kept.includes(text) ? text : nearest(text, [...KINDS, ...TAXES])));
  const meant = words.filter((word) => word !== undefined);
  return pricePart(meant).length === meant.length ? meant : kept;
}
