import { t } from '@vscode/l10n';
import { isRecord, parsedJson } from './json.ts';

/**
 * Whether a text can be the answer of `GET /api/_info/entity-schema.json`: an object of entities, each with a text
 * `entity` and with `properties`, which PHP writes as a list where there are none. Otherwise a sentence that says what
 * it is instead.
 */
export function looksLikeEntitySchema(text: string): true | string {
  const value = parsedJson(text);
  if (value === undefined) return t('This is neither JSON nor an entity schema.');
  if (!isRecord(value)) return t('This is not an object of entities, so it is not an entity schema.');
  const entries = Object.entries(value);
  if (entries.length === 0) return t('This names no entity at all.');
  const foreign = entries.find(([, entity]) => !isEntity(entity));
  return foreign === undefined
    ? true
    : t('This is not an entity schema: "{0}" is not an entity with properties.', foreign[0]);
}

function isEntity(value: unknown): boolean {
  return isRecord(value) && typeof value.entity === 'string' && isObjectOrList(value.properties);
}

function isObjectOrList(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
