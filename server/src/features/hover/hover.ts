import { t } from '@vscode/l10n';
import type { Analysis } from '../../analysis/analyze.ts';
import type { World } from '../../analysis/world.ts';
import { PAGES } from '../../criteria/grammar/pages.ts';
import type { Key, PageName, Value, Word } from '../../criteria/grammar/types.ts';
import { memberValues } from '../../criteria/memberValues.ts';
import type { JsonNode } from '../../criteria/syntax.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { aggregationAliases, propertiesOfAlias, propertiesOfResult } from '../../rules/aliases.ts';
import { customFieldAt } from '../../schema/customFields.ts';
import type { Field } from '../../schema/entitySchema.ts';
import { storeOnlyFields } from '../../schema/pathExceptions.ts';
import { isPriceField } from '../../schema/priceFields.ts';
import { type Change, sinceOf } from '../../shopware/changes.ts';
import { entityOfIds } from '../reading/ids.ts';
import { aliasText, associationText, entityText, privilegeText } from '../reading/names.ts';
import { nodeAt, type SegmentAt, segmentAt } from '../reading/nodeAt.ts';
import { kindOfProperty, priceWord, remarksOn } from '../reading/property.ts';
import { versionRemark } from '../reading/version.ts';
import { costOfLoading, costOfPath } from './cost.ts';
import { hoverDirective } from './directive.ts';
import { limitText } from './limit.ts';
import { hoverVariable } from './variable.ts';

/** What stands at an offset, in Markdown; `start` and `end` are offsets of what is spoken about. */
export interface HoverText {
  readonly start: number;
  readonly end: number;
  readonly markdown: string;
}

/** Explains what stands at an offset; undefined where there is nothing to say. */
export function hover(analysis: Analysis, offset: number): HoverText | undefined {
  const { document } = analysis;
  const directive = hoverDirective(analysis, offset);
  if (directive) return directive;
  const variable = hoverVariable(analysis, offset);
  if (variable) return variable;
  const found = document.root && nodeAt(document.root, offset);
  if (!found) return undefined;
  const { node, part } = found;
  const segment = segmentAt(analysis.sites(node), offset);
  if (segment && isInPart(segment, found)) return hoverSegment(segment, analysis);
  const json = part === 'key' ? node.keyNode : node.json;
  const lines = part === 'key' ? aboutKey(node, analysis) : aboutValue(node, analysis);
  if (!json || lines.length === 0) return undefined;
  return { ...spanOf(json), markdown: lines.join('\n\n') };
}

/** A path in a key belongs to the key's node, and stands in its key. */
function isInPart({ site }: SegmentAt, { node, part }: { node: TypedNode; part: string }): boolean {
  return site.json === (part === 'key' ? node.keyNode : node.json);
}

function spanOf({ offset, length }: JsonNode): Pick<HoverText, 'start' | 'end'> {
  return { start: offset, end: offset + length };
}

function aboutKey(node: TypedNode, { world }: Analysis): readonly string[] {
  const { parent, name = '', key, association } = node;
  if (key) {
    const page = pageLink(key.page ?? parent?.shape?.page);
    return [`**${name}**${remark(key)}`, t(key.doc), ...limitText(node, world), ...page];
  }
  if (parent?.expected.is !== 'map') return [];
  if (parent.expected.keys === 'alias') return [...aliasText(name, world), ...aggregationText(name, node)];
  if (association && parent.entity !== undefined) {
    return [
      ...associationText(association, parent.entity),
      costOfLoading(association),
      ...privilegeText(association.entity, world),
      ...pageLink('searchCriteria'),
    ];
  }
  return [];
}

function aggregationText(alias: string, { criteria }: TypedNode): readonly string[] {
  if (!alias.endsWith('_aggregation') || !aggregationAliases(criteria).includes(alias)) return [];
  return [`**${alias}** — apiAlias`, t('The result of the aggregation "{0}".', alias.slice(0, -'_aggregation'.length))];
}

function remark({ required, since }: Key): string {
  const remarks = [...(required ? [t('required')] : []), ...(since ? [sinceShopware(since)] : [])];
  return remarks.length > 0 ? ` *(${remarks.join(', ')})*` : '';
}

function sinceShopware(change: Change): string {
  return t('since Shopware {0}', sinceOf(change));
}

function aboutValue(node: TypedNode, analysis: Analysis): readonly string[] {
  const { world } = analysis;
  const { expected, json, parent, shape } = node;
  const { value } = json;
  switch (expected.is) {
    case 'word':
      return aboutWord(node, expected.words);
    case 'entityName':
      return entityText(String(value), world);
    case 'property':
      return parent ? aboutProperty(String(value), parent, world) : [];
    case 'operand':
    case 'id':
      return aboutId(node, analysis);
    case 'duration':
    case 'timeZone':
    case 'boolean':
      return node.key ? [t(node.key.doc)] : [];
    default:
      return shape && isAtEdge(expected) ? [`**${t(shape.title)}**`, t(shape.doc), ...pageLink(shape.page)] : [];
  }
}

function aboutProperty(name: string, { name: alias = '', criteria }: TypedNode, world: World): readonly string[] {
  const property = world.schema.entity(alias)?.properties.get(name);
  if (property) return [`**${name}** — ${kindOfProperty(property)}`, ...remarksOn(property)];
  if (storeOnlyFields(alias).includes(name)) return [`**${name}**`, t('Only the Store API adds it to its answers.')];
  const known = propertiesOfResult(alias, criteria) ?? propertiesOfAlias(alias, world);
  return known?.includes(name) ? [`**${name}**`, t('A property of `{0}`.', alias)] : [];
}

/** An id tells nothing by itself: whose it is does. */
function aboutId(node: TypedNode, analysis: Analysis): readonly string[] {
  if (node.json.type !== 'string') return [];
  const entity = node.expected.is === 'id' ? node.entity : entityCompared(node, analysis);
  return entity === undefined ? [] : [t('An id of `{0}`.', entity)];
}

function entityCompared(node: TypedNode, analysis: Analysis): string | undefined {
  return entityOfIds(pathBeside(node), node.entity, analysis);
}

/** The field that a value is compared with: a level up where the value is in a list, the key in a short map. */
function pathBeside({ parent, name }: TypedNode): unknown {
  if (parent?.expected.is === 'map') return name;
  const filter = parent?.expected.is === 'list' ? parent.parent : parent;
  return filter && memberValues(filter).field;
}

/** Objects are explained at their brackets and in the white space between their entries. */
function isAtEdge({ is }: Value): boolean {
  return is === 'object' || is === 'variant';
}

function aboutWord({ json, name, parent }: TypedNode, words: readonly Word[]): readonly string[] {
  const word = words.find(({ value }) => String(value).toLowerCase() === String(json.value).toLowerCase());
  if (!word) return [];
  const isType = name === 'type' && parent?.expected.is === 'variant';
  const since = word.since ? ` *(${sinceShopware(word.since)})*` : '';
  const needs = isType ? neededKeys(parent) : [];
  return [`**${word.value}**${since}`, t(word.doc), ...needs, ...(isType ? pageLink(parent.shape?.page) : [])];
}

function neededKeys({ shape }: TypedNode): readonly string[] {
  const names = Object.entries(shape?.keys ?? {}).filter(([name, key]) => key.required && name !== 'type');
  return names.length > 0 ? [t('Needs {0}.', names.map(([name]) => `\`${name}\``).join(', '))] : [];
}

function pageLink(page: PageName | undefined): readonly string[] {
  return page ? [`[${t('Shopware documentation')}](${PAGES[page]})`] : [];
}

function hoverSegment({ site, segment, start, end }: SegmentAt, { world }: Analysis): HoverText | undefined {
  const lines = aboutSegment({ site, segment, start, end }, world);
  if (lines.length === 0) return undefined;
  const page = pageLink(site.use === 'fields' ? 'partialData' : 'searchCriteria');
  return { start, end, markdown: [...lines, ...versionRemark(world), ...page].join('\n\n') };
}

function aboutSegment({ site, segment }: SegmentAt, world: World): readonly string[] {
  const { property, entity, role, text } = segment;
  if (role === 'prefix') return [`**${text}**`, t('The searched entity itself; the path means the same without it.')];
  if (role === 'extensions') {
    return [
      '**extensions**',
      t('Skipped by the shop. Ids behind it are compared as strings and never found: leave it out.'),
    ];
  }
  if (role === 'rest') return aboutRest(site, text);
  if (text === '_score') return ['**_score**', t('How well a row matches `term` and `query`; ignored without them.')];
  if (text === '_count') return ['**_count**', t('The number of rows in a bucket.')];
  if (!property || entity === undefined) return [];
  if (property.kind === 'association') {
    const privilege = site.use === 'fields' ? [] : privilegeText(property.entity, world);
    return [...associationText(property, entity), ...costOfPath(property, site), ...privilege];
  }
  return [`**${text}** — ${kindOfProperty(property)}`, t('A field of `{0}`.', entity), ...remarksOn(property)];
}

function aboutRest({ path }: SegmentAt['site'], text: string): readonly string[] {
  const { target, targetEntity = '' } = path;
  if (target?.kind !== 'field') return [];
  const word = isPriceField(targetEntity, target.name) ? priceWord(text) : undefined;
  if (word !== undefined) return [`**${text}** — ${word}`, t('A part of the JSON in `{0}`.', target.name)];
  const customField = customFieldAt(path);
  if (customField && text === path.rest[0]?.text) return aboutCustomField(customField, path);
  const isJson = target.type === 'json_object';
  return [
    `**${text}**`,
    isJson
      ? t('A part of the JSON in `{0}`.', target.name)
      : t('Discarded by the shop: it compares `{0}`.', target.name),
  ];
}

function aboutCustomField(field: Field, { targetEntity = '' }: SegmentAt['site']['path']): readonly string[] {
  return [
    `**${field.name}** — ${kindOfProperty(field)}`,
    t('A custom field of `{0}`.', targetEntity),
    ...remarksOn(field),
  ];
}
