import { t } from '@vscode/l10n';
import * as z from 'zod';
import { originOf, shopAddress } from '../address.ts';

/** How a value of the environment is written. In a description it is `{0}`. */
export const fromEnvironment = `\${env:NAME}`;

const secret = z
  .string()
  .regex(/^\$\{env:[A-Za-z_]\w*\}$/, {
    error: () =>
      t('A secret does not belong in this file. Write {0}, or leave it out to be asked for it.', fromEnvironment),
  })
  .describe('{0}: read from the environment. Left out: the editor asks once and keeps it safely.');

const texts = z.record(z.string(), z.string());

const integration = z.strictObject({
  clientId: z.string().min(1).describe('The access key of an integration (SWIA…) or of a user (SWUA…).'),
  clientSecret: secret.optional(),
});

const user = z.strictObject({
  username: z.string().min(1).describe('A user of the Administration.'),
  password: secret.optional(),
});

const limit = z.int().min(1).optional();

/** One shop as a configuration or the editor's settings describe it: no secret stands in it. */
export const shopDefinition = z.strictObject({
  url: z
    .string()
    .refine((url) => originOf(url) !== null, {
      error: () => t('This is not a valid address: write it like https://shop.example.com.'),
    })
    .refine((url) => originOf(url) === null || shopAddress(url) !== null, {
      error: () => t('An address must not contain a user name or password.'),
    })
    .describe('The address of the shop, such as https://shop.example.com.'),
  production: z.boolean().optional().describe('A production shop: it is marked as such.'),
  admin: z.union([integration, user]).optional().describe('How to sign in to the Admin API.'),
  store: z
    .strictObject({
      accessKey: z.string().min(1).describe('The access key of a sales channel (SWSC…), or {0}.'),
    })
    .optional()
    .describe('How to use the Store API.'),
  headers: texts.optional().describe('Headers sent with every search, such as sw-language-id.'),
  vars: texts
    .optional()
    .describe('Values for {{name}} inside the strings of a criteria; they take precedence over `// @var`.'),
  schema: z
    .string()
    .min(1)
    .optional()
    .describe(
      'The entity schema, as a path relative to this file (in the settings: to your home folder). `schema pull` writes it.',
    ),
  shopware: z
    .string()
    .regex(/^6(\.\d+){1,3}/, { error: () => t('A Shopware version looks like 6.6.10.3.') })
    .optional()
    .describe('The version of the shop, such as 6.6.10.3. `schema pull` writes it.'),
  limits: z
    .strictObject({ admin: limit, store: limit })
    .optional()
    .describe("The shop's `max_limit` of each API, where it is not the default."),
  tls: z
    .strictObject({
      ca: z
        .string()
        .min(1)
        .optional()
        .describe(
          'A certificate authority to trust: a PEM file, as a path relative to this file (in the settings: to your home folder).',
        ),
      rejectUnauthorized: z.boolean().optional().describe('false: accept any certificate of this shop.'),
    })
    .optional()
    .describe('For development shops with certificates of their own.'),
  proxy: z.string().min(1).optional().describe('The proxy for this shop, such as http://proxy:3128.'),
});

/** The whole of `swcriteria.config.json`. */
export const configurationDefinition = z
  .strictObject({
    $schema: z.string().optional(),
    defaultShop: z.string().optional().describe('The name of the shop that is used where a file names none.'),
    shops: z.record(z.string().min(1), shopDefinition).optional().describe('The shops by name.'),
    rules: z
      .record(z.string(), z.enum(['off', 'hint', 'information', 'warning', 'error']))
      .optional()
      .describe('How severe a rule is, by its code.'),
  })
  .refine(({ defaultShop, shops }) => defaultShop === undefined || Object.hasOwn(shops ?? {}, defaultShop), {
    path: ['defaultShop'],
    error: () => t('No shop of this name is described under "shops".'),
  });

/** What `swcriteria.config.json` holds. */
export type Configuration = z.infer<typeof configurationDefinition>;

/** One shop of it. Secrets are `${env:NAME}` or absent. */
export type ConfiguredShop = z.infer<typeof shopDefinition>;

/** How severe a rule's finding is. */
export type Severity = NonNullable<Configuration['rules']>[string];
