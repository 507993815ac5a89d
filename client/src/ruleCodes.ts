import schema from '../../schemas/generated/configuration.schema.json' with { type: 'json' };

/** The codes of all rules: what the contributed schema of the configuration offers below "rules". */
export const ruleCodes: readonly string[] = Object.keys(schema.properties.rules.properties);
