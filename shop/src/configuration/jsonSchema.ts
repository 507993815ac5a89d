import * as z from 'zod';
import { configurationDefinition, shopDefinition } from './definition.ts';

/** The JSON Schema (draft 7) of `swcriteria.config.json`, for editors. */
export function configurationJsonSchema(): object {
  return {
    title: 'Shopware Criteria: configuration',
    ...z.toJSONSchema(configurationDefinition, { target: 'draft-7' }),
  };
}

/** The JSON Schema (draft 7) of one shop, for the setting that holds a user's own shops. */
export function shopJsonSchema(): object {
  return z.toJSONSchema(shopDefinition, { target: 'draft-7' });
}
