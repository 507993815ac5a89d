// The parts of package.json, and of its texts, that follow from the configuration's definition and the rules.
import { RULES } from '../server/src/rules/index.ts';
import { shopJsonSchema } from '../shop/src/configuration/jsonSchema.ts';
import { isRecord } from '../shop/src/json.ts';

/** The setting of the user's own shops; the texts of its shops stand under keys that begin with it and a dot. */
const shopsText = 'setting.shops';

/** What package.json says of some settings, by their names: to be merged into what it says of them besides. */
export function generatedSettings(): Readonly<Record<string, object>> {
  return {
    'swcriteria.shops': { additionalProperties: withKeys(shopJsonSchema(), shopsText, []) },
    'swcriteria.rules': { propertyNames: { enum: RULES.map(({ meta }) => meta.code) } },
  };
}

/** The texts of the manifest in the language that is configured now: `texts`, with those of `generatedSettings` as they are today. */
export function withGeneratedTexts(texts: Readonly<Record<string, string>>): Record<string, string> {
  const made: [string, string][] = [];
  withKeys(shopJsonSchema(), shopsText, made);
  const kept = Object.entries(texts).filter(([key]) => !key.startsWith(`${shopsText}.`));
  return Object.fromEntries(kept.flatMap((entry) => (entry[0] === shopsText ? [entry, ...made] : [entry])));
}

/** A JSON Schema whose texts are keys, as VS Code translates them; `texts` gets what stood there. */
function withKeys(schema: unknown, key: string, texts: [string, string][]): unknown {
  if (!isRecord(schema)) return schema;
  const entries = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (keyword === 'description') return ['markdownDescription', named(key, value, texts)];
    if (keyword === 'patternErrorMessage') return [keyword, named(`${key}.refused`, value, texts)];
    if (keyword === 'anyOf' && Array.isArray(value)) return [keyword, value.map((one) => withKeys(one, key, texts))];
    if (keyword !== 'properties' || !isRecord(value)) return [keyword, value];
    const properties = Object.entries(value).map(([name, one]) => [name, withKeys(one, `${key}.${name}`, texts)]);
    return [keyword, Object.fromEntries(properties)];
  });
  return Object.fromEntries(entries);
}

function named(key: string, text: unknown, texts: [string, string][]): string {
  texts.push([key, String(text)]);
  return `%${key}%`;
}
