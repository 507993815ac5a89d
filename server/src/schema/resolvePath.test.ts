import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseVersion } from '../shopware/version.ts';
import { type BundledLine, bundledSchema } from './bundled/index.ts';
import type { Api } from './entitySchema.ts';
import { type PathUse, type ResolvedPath, resolvePath } from './resolvePath.ts';

const VERSIONS: Readonly<Record<BundledLine, string>> = {
  '6.4': '6.4.20.2',
  '6.5': '6.5.8.14',
  '6.6': '6.6.10',
  '6.7': '6.7.6.0',
};

interface Asked {
  readonly root?: string;
  readonly use?: PathUse;
  readonly api?: Api;
  readonly line?: BundledLine;
  readonly version?: string;
}

function resolve(
  text: string,
  { root = 'product', use = 'filter', api = 'admin', line = '6.7', ...asked }: Asked = {},
): ResolvedPath {
  const version = parseVersion(asked.version ?? VERSIONS[line]);
  if (!version) throw new Error('no version');
  return resolvePath({ text, root, use }, { schema: bundledSchema(line), api, version });
}

/** `400 FRAMEWORK__… at manufacturre`, or `ok`. */
function verdict(path: ResolvedPath): string {
  if (!path.refused) return 'ok';
  const { refusal, segment } = path.refused;
  return `${refusal.status} ${refusal.code} at ${path.segments[segment]?.text}`;
}

const UNMAPPED = '400 FRAMEWORK__UNMAPPED_FIELD';
const LEAF = '500 FRAMEWORK__FIELD_ACCESSOR_BUILDER_NOT_FOUND';
const RUNTIME = '500 FRAMEWORK__RUNTIME_FIELD_IN_CRITERIA';
const PROTECTED = '500 FRAMEWORK__ACCESSOR_NOT_ALLOWED';

describe('the paths of the reference, section 5.2 (root product)', () => {
  it.each([
    ['name', 'ok'],
    ['product.name', 'ok'],
    ['product.categories.id', 'ok'],
    ['manufacturer.name', 'ok'],
    ['product_manufacturer.name', `${UNMAPPED} at product_manufacturer`],
    ['category.name', `${UNMAPPED} at category`],
    ['categories', `${LEAF} at categories`],
    ['categories.id', 'ok'],
    ['manufacturer.id', 'ok'],
    ['manufacturerId', 'ok'],
    ['categoryIds', 'ok'],
    ['translated.name', `${RUNTIME} at translated`],
    ['translations.language.locale.code', 'ok'],
    ['parent.name', 'ok'],
    ['children.productNumber', 'ok'],
    ['product_number', `${UNMAPPED} at product_number`],
    ['ProductNumber', `${UNMAPPED} at ProductNumber`],
    ['media.media.url', `${RUNTIME} at url`],
    ['media.media.path', 'ok'],
    ['calculatedPrice', `${UNMAPPED} at calculatedPrice`],
    ['price.gross', 'ok'],
    ['cheapestPrice', `${UNMAPPED} at cheapestPrice`],
    ['versionId', 'ok'],
    ['customFields.my_field', 'ok'],
    ['extensions.categories.id', 'ok'],
    ['stock.foo', 'ok'],
    ['name.', 'ok'],
    ['manufacturer.', `${UNMAPPED} at `],
    ['', `${UNMAPPED} at `],
    ['product', `${UNMAPPED} at product`],
  ])('%s: %s', (text, expected) => {
    expect(verdict(resolve(text))).toBe(expected);
  });

  it('the shop names the last segment, whatever is wrong; the faulty one is the walk’s own finding', () => {
    const { refused } = resolve('manufacturer.foo.bar');
    expect(refused?.refusal.detail).toBe('Field "bar" in entity "product_manufacturer" was not found.');
    expect(refused?.segment).toBe(1);
  });

  it('a runtime segment beats an unknown one before it', () => {
    expect(verdict(resolve('options.updatedt.translated.name', { root: 'property_group' }))).toBe(
      `${RUNTIME} at translated`,
    );
  });
});

describe('what depends on the API', () => {
  it.each([
    ['purchasePrices', `${PROTECTED} at purchasePrices`],
    ['price', 'ok'],
    ['orderLineItems.id', `${PROTECTED} at orderLineItems`],
    ['calculatedPrice', '500 1054 at calculatedPrice'],
    ['seoCategory', `${LEAF} at seoCategory`],
    ['cheapestPrice', 'ok'],
  ])('Store API, product: %s: %s', (text, expected) => {
    expect(verdict(resolve(text, { api: 'store' }))).toBe(expected);
  });

  it.each([
    ['state_machine_state', 'name'],
    ['cms_page', 'name'],
    ['tax_provider', 'name'],
    ['mail_template', 'contentHtml'],
  ])('Store API: %s.%s is readable in itself, but not in its translation', (root, text) => {
    expect(verdict(resolve(text, { root, api: 'store' }))).toBe(`${PROTECTED} at ${text}`);
  });
});

// "… the flags that count are those of the same property in <entity>_translation, and the walk goes on there" (5.1, step A).
describe('step A behind a translated field', () => {
  it.each([
    ['product', 'customFields.product', `${PROTECTED} at product`],
    ['product', 'customFields.language.name', `${PROTECTED} at language`],
    ['document_type', 'customFields.name', `${PROTECTED} at name`],
    ['product', 'customFields.my_field.product', `${PROTECTED} at product`],
    ['product', 'customFields.my_field', 'ok'],
    ['category', 'manufacturer.customFields.x', `${UNMAPPED} at manufacturer`],
  ])('Store API: %s.%s: %s', (root, text, expected) => {
    expect(verdict(resolve(text, { root, api: 'store' }))).toBe(expected);
  });

  it('the Admin API may read all of it', () => {
    expect(verdict(resolve('customFields.product'))).toBe('ok');
    expect(verdict(resolve('customFields.language.id'))).toBe('ok');
  });
});

it('scoreField is resolved, but not checked (reference, section 2.3; ScoreQuery::getFields)', () => {
  expect(verdict(resolve('purchasePrices', { api: 'store', use: 'score' }))).toBe('ok');
  expect(verdict(resolve('foo', { use: 'score' }))).toBe(`${UNMAPPED} at foo`);
});

describe('what depends on the version', () => {
  it('the foreign key is read instead of the id since 6.7.3, and only in filters', () => {
    const joins = (asked: Asked): number => resolve('manufacturer.id', asked).associations.length;
    expect(joins({})).toBe(0);
    expect(joins({ use: 'sort' })).toBe(1);
    expect(joins({ version: '6.7.2' })).toBe(1);
  });

  // QueryStringParser::normalizeAssociationId: `getField` of the path with `Id` must be a foreign key, nothing else counts.
  it.each([
    ['order', 'state.id', 'stateId'],
    ['order', 'transactions.state.id', 'stateId'],
    ['user', 'avatar.id', 'avatarId'],
    ['custom_entity', 'plugin.id', 'pluginId'],
  ])('also where no association has the name of the foreign key: %s.%s', (root, text, foreignKey) => {
    const path = resolve(text, { root });
    expect(verdict(path)).toBe('ok');
    expect(path.target?.name).toBe(foreignKey);
    expect(path.rest).toEqual([]);
    expect(verdict(resolve(text, { root, use: 'sort' }))).toContain(UNMAPPED);
    expect(verdict(resolve(text, { root, version: '6.7.2' }))).toContain(UNMAPPED);
  });

  it('not behind "extensions", which no entity has as a field', () => {
    const asked: Asked = { root: 'order_line_item', api: 'store' };
    expect(verdict(resolve('promotion.id', asked))).toBe('ok');
    expect(verdict(resolve('extensions.promotion.id', asked))).toBe(`${PROTECTED} at promotion`);
    expect(verdict(resolve('extensions.state.id', { root: 'order' }))).toBe(`${UNMAPPED} at state`);
    expect(verdict(resolve('foo.id'))).toBe(`${UNMAPPED} at foo`);
  });

  it('mapping and translation entities cannot join their versioned parent in 6.4', () => {
    expect(verdict(resolve('product.name', { root: 'product_tag', line: '6.4' }))).toBe('500 0 at product');
    expect(verdict(resolve('product.name', { root: 'product_tag' }))).toBe('ok');
  });

  it('one join is broken everywhere', () => {
    const asked = { root: 'order_transaction_capture_refund_position' };
    expect(verdict(resolve('orderTransactionCaptureRefund.id', asked))).toBe(
      '500 1054 at orderTransactionCaptureRefund',
    );
    expect(verdict(resolve('orderTransactionCaptureRefund.id', { ...asked, line: '6.4' }))).toBe(
      '500 0 at orderTransactionCaptureRefund',
    );
  });

  it('6.8 renames two codes', () => {
    expect(verdict(resolve('foo', { version: '6.8.0.0' }))).toBe('400 FRAMEWORK__DBAL_UNMAPPED_FIELD at foo');
    expect(verdict(resolve('tags', { version: '6.8.0.0' }))).toBe(
      '500 FRAMEWORK__DBAL_FIELD_ACCESSOR_BUILDER_NOT_FOUND at tags',
    );
  });
});

it('a target that the schema does not hold is let pass: the shop accepts it', () => {
  expect(verdict(resolve('createdNotifications.id', { root: 'user' }))).toBe('ok');
  expect(verdict(resolve('createdNotifications', { root: 'user' }))).toBe(`${LEAF} at createdNotifications`);
});

it('segments cover the text without gaps, whatever it is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('product', 'name', 'manufacturer', 'extensions', 'price', '', '💥', 'foo'), {
        maxLength: 7,
      }),
      (parts) => {
        const text = parts.join('.');
        const { segments } = resolve(text);
        expect(segments.map((segment) => segment.text).join('.')).toBe(text);
        for (const segment of segments) expect(text.slice(segment.start, segment.end)).toBe(segment.text);
      },
    ),
  );
});
