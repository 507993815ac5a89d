import type { TableRule } from '../criteria/grammar/types.ts';
import { pathOf, replaceJson, setAt } from './edits.ts';
import { atNode, atOpening } from './findings.ts';
import { capital, suggestion } from './messages.ts';
import { nearest } from './nearest.ts';
import type { Finding, Fix, Rule, RuleContext, RuleMeta } from './rule.ts';
import type { TableFault } from './tableFaults.ts';

/** A rule that reads what the grammar table says is wrong. */
export function tableRule(meta: RuleMeta & { readonly code: TableRule }): Rule {
  return {
    meta,
    create: (context) => ({
      document: () => {
        for (const fault of context.tableFaults)
          if (fault.rule === meta.code) context.report(findingOf(fault, context));
      },
    }),
  };
}

function findingOf(fault: TableFault, context: RuleContext): Finding {
  const { node, owner, server } = fault;
  return {
    message: messageOf(fault),
    ...(node ? atNode(node) : atOpening(owner)),
    ...(server ? { server } : {}),
    ...(server && !server.refusal.when ? {} : { severity: 'warning' as const }),
    fixes: () => fixesOf(fault, context),
  };
}

function messageOf({ rule, key, node, owner, check }: TableFault): string {
  const consequence = check.silently === undefined ? '' : ` ${check.silently}`;
  if (rule === 'missing-key' && key !== undefined) {
    const what = node === undefined ? 'needs' : 'needs a value for';
    return `${capital(owner.shape?.title ?? 'this object')} ${what} "${key}".${consequence}`;
  }
  if (rule === 'unknown-type') return unknownType(owner, node);
  const subject = key ?? (owner.expected.is === 'map' ? (node?.name ?? 'value') : undefined);
  return `${subject === undefined ? 'This entry' : `"${subject}"`} must be ${check.expects ?? 'another value'}.${consequence}`;
}

function unknownType(owner: TableFault['owner'], node: TableFault['node']): string {
  const family = owner.expected.is === 'variant' ? owner.expected.family : 'filter';
  const written = node?.json.value;
  if (typeof written !== 'string') return `"type" must be the kind of ${family} as text.`;
  return `There is no ${family} type "${written}".${suggestion(nearest(written, wordsOf(owner)))}`;
}

function wordsOf(owner: TableFault['owner'], key = 'type'): string[] {
  const value = owner.shape?.keys[key]?.value;
  return value?.is === 'word' ? value.words.map((word) => String(word.value)) : [];
}

function fixesOf({ rule, node, owner, key }: TableFault, { document }: RuleContext): readonly Fix[] {
  const { text } = document.syntax;
  if (rule === 'missing-key' && !node && key !== undefined && owner.json.type === 'object') {
    return [
      {
        title: `Add "${key}"`,
        edits: setAt(text, [...pathOf(owner), key], placeholderOf(owner, key)),
        preferred: true,
      },
    ];
  }
  if (node && key !== undefined && typeof node.json.value === 'string') {
    const name = nearest(node.json.value, wordsOf(owner, key));
    if (name !== undefined)
      return [{ title: `Change to "${name}"`, edits: [replaceJson(node.json, name)], preferred: true }];
  }
  return [];
}

/** What stands in a new key until the author fills it in. */
function placeholderOf(owner: TableFault['owner'], key: string): unknown {
  const value = owner.shape?.keys[key]?.value;
  if (value?.is === 'list') return [];
  if (value?.is === 'object' || value?.is === 'map' || value?.is === 'variant') return {};
  if (value?.is === 'word') return value.words[0]?.value ?? '';
  return '';
}
