import { t } from '@vscode/l10n';
import * as z from 'zod';
import { configurationDefinition, fromEnvironment, shopDefinition } from './definition.ts';

/**
 * The JSON Schema (draft 7) of `swcriteria.config.json`, for completion and hovers in editors. What it could only
 * refuse in the words of JSON Schema is left to `parseConfiguration`. `ruleMetas` are offered below "rules". Its words are
 * those of the language that is configured now.
 */
export function configurationJsonSchema(
  ruleMetas: readonly { readonly code: string; readonly description: string }[],
): object {
  const schema = z.toJSONSchema(configurationDefinition, {
    target: 'draft-7',
    override: ({ jsonSchema }) => {
      for (const keyword of refusing) delete jsonSchema[keyword];
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      if (jsonSchema.description !== undefined) jsonSchema.description = t(jsonSchema.description, fromEnvironment);
    },
  });
  const rules = schema.properties?.rules;
  if (typeof rules === 'object') {
    const severity = Object(rules.additionalProperties);
    rules.properties = Object.fromEntries(
      ruleMetas.map(({ code, description }) => [code, { ...severity, description: t(description) }]),
    );
  }
  return { title: t('Shopware Criteria: configuration'), ...schema };
}

/**
 * The JSON Schema of one shop in the editor's settings. Nobody else checks those while they are written, so it refuses
 * all that JSON Schema can, where it can in our own words: those of the language that is configured now.
 */
export function shopJsonSchema(): object {
  const { $schema, ...schema } = z.toJSONSchema(shopDefinition, {
    target: 'draft-7',
    override: ({ zodSchema, jsonSchema }) => {
      delete jsonSchema.propertyNames;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.pattern !== undefined) jsonSchema.patternErrorMessage = refusalOfNothing(zodSchema);
      if (jsonSchema.description !== undefined) jsonSchema.description = t(jsonSchema.description, fromEnvironment);
    },
  });
  return schema;
}

/** What a text of a certain form says of one that lacks it. */
function refusalOfNothing(schema: z.core.$ZodType): string | undefined {
  return z.safeParse(schema, '').error?.issues[0]?.message;
}

const refusing = ['pattern', 'minLength', 'minimum', 'maximum', 'required', 'propertyNames'] as const;
