import { t } from '@vscode/l10n';
import type { Value } from '../criteria/grammar/types.ts';
import { jsonFits } from '../criteria/jsonTypes.ts';
import { isArray, toText } from '../criteria/php.ts';
import { type JsonNode, jsonValue } from '../criteria/syntax.ts';
import type { TypedNode } from '../criteria/typedTree.ts';
import { renameKey, replaceNode, textOf } from './edits.ts';
import { listIn, looksLikeOne } from './looksLikeOne.ts';
import type { Fix } from './rule.ts';

/**
 * Gives an entry the key that was meant, and takes its value out of a list or puts it into one where the key wants
 * that; undefined where the key is taken, or does not take the value.
 */
export function renameFix(owner: TypedNode, child: TypedNode, key: string, text: string): Fix | undefined {
  const { keyNode, json } = child;
  const value = owner.shape?.keys[key]?.value;
  if (!keyNode || !value || owner.children.some(({ name }) => name === key)) return undefined;
  const own = textOf(text, json);
  const fitting = textFor(json, value, own, text);
  if (fitting === undefined) return undefined;
  const edits = [renameKey(keyNode, key), ...(fitting === own ? [] : [replaceNode(json, fitting)])];
  return { title: t('Change to "{0}"', key), edits, preferred: true };
}

/** The value as a key takes it; undefined where it does not. */
function textFor(json: JsonNode, value: Value, own: string, text: string): string | undefined {
  const written = jsonValue(json);
  if (value.is === 'word') {
    const isKnown = value.words.some((word) => String(word.value).toLowerCase() === toText(written).toLowerCase());
    return isKnown ? own : undefined;
  }
  if (value.is === 'path') return typeof written === 'string' && /^\w[\w.-]*$/.test(written) ? own : undefined;
  const list = listIn(value);
  if (list && json.type === 'object' && isArray(written) && looksLikeOne(list.of, { ...written })) return `[${own}]`;
  if (jsonFits(json, value)) return own;
  const only = json.type === 'array' && json.children?.length === 1 ? json.children[0] : undefined;
  if (only?.type === 'object' && jsonFits(only, value)) return textOf(text, only);
  return list && json.type !== 'object' && jsonFits(json, list.of) ? `[${own}]` : undefined;
}
