import { t } from '@vscode/l10n';
import type { Analysis } from '../../../analysis/analyze.ts';
import { memberValues } from '../../../criteria/memberValues.ts';
import { asSent } from '../../../rules/variables.ts';
import { comparedField } from '../../../schema/customFields.ts';
import { type PathUse, resolvePath } from '../../../schema/resolvePath.ts';
import type { Offer } from '../completion.ts';
import type { ValuePlace } from '../place.ts';

const DURATIONS = [
  { label: 'P1D', doc: 'one day' },
  { label: 'P7D', doc: 'seven days' },
  { label: 'P30D', doc: 'thirty days' },
  { label: 'P1M', doc: 'one month' },
  { label: 'P1Y', doc: 'one year' },
  { label: 'PT1H', doc: 'one hour' },
  { label: 'PT12H', doc: 'twelve hours' },
] as const;

const DATE = `"\${1:2025-01-31}T\${2:00:00:00.000}+00:00"`;

/** How PHP writes dates; the key of a bucket is such a text. */
const FORMATS = [
  { label: 'Y-m-d', example: '2025-01-31' },
  { label: 'Y-m', example: '2025-01' },
  { label: 'Y', example: '2025' },
  { label: 'd.m.Y', example: '31.01.2025' },
  { label: 'Y-m-d H:i', example: '2025-01-31 14:30' },
] as const;

/** Values by the type of the field that they are compared with, and those of fixed kinds: others may be written, too. */
export function valueOffers(place: ValuePlace, analysis: Analysis): readonly Offer[] {
  return offersFor(place, analysis).map((offer) => ({ ...offer, preselect: false }));
}

function offersFor(place: ValuePlace, analysis: Analysis): readonly Offer[] {
  switch (place.expected.is) {
    case 'operand':
      return operandOffers(place, analysis);
    case 'id':
      return isCombined(place, analysis) || place.slot.token
        ? []
        : [{ label: '""', kind: 'value', detail: t('an id of 32 hex digits'), text: '"$1"', snippet: true }];
    case 'duration':
      return DURATIONS.map(({ label, doc }, rank) => ({ label, kind: 'value', detail: t(doc), rank }));
    case 'timeZone':
      return timeZones().map((label) => ({ label, kind: 'value', rank: label === 'UTC' ? 0 : 1 }));
    case 'text':
      if (place.name !== 'format') return [];
      return FORMATS.map(({ label, example }, rank) => ({ label, kind: 'value', detail: example, rank }));
    default:
      return [];
  }
}

/** An entity without a single id takes objects in `ids`. */
function isCombined({ entity }: ValuePlace, { world }: Analysis): boolean {
  return world.schema.entity(entity ?? '')?.hasId === false;
}

function operandOffers(place: ValuePlace, analysis: Analysis): readonly Offer[] {
  const type = typeOfField(place, analysis);
  const nothing: readonly Offer[] = takesNull(place)
    ? [{ label: 'null', kind: 'value', detail: t('rows without a value'), text: 'null', rank: 9 }]
    : [];
  switch (type) {
    case 'boolean':
      return [literal('true', 0), literal('false', 1), ...nothing];
    case 'date':
      return [
        { label: t('date and time'), kind: 'value', detail: 'ISO 8601', text: DATE, snippet: true, rank: 0 },
        { label: t('date'), kind: 'value', detail: 'ISO 8601', text: `"\${1:2025-01-31}"`, snippet: true, rank: 1 },
        ...nothing,
      ];
    case 'int':
    case 'float':
      return nothing;
    default:
      // Whoever has begun a text goes on with it.
      if (place.slot.token?.kind === 'string') return [];
      return [{ label: '""', kind: 'value', detail: type ?? t('a string'), text: '"$1"', snippet: true }, ...nothing];
  }
}

function literal(label: string, rank: number): Offer {
  return { label, kind: 'value', text: label, rank };
}

/** Only these compare with NULL; the others match nothing then, or refuse it. */
function takesNull({ owner }: ValuePlace): boolean {
  const type = owner.type ?? owner.parent?.type;
  return type === 'equals' || type === 'equalsAny';
}

/** The type of the field that the value is compared with: the sibling `field`, a level up where the value is in a list. */
function typeOfField({ owner, name, entity }: ValuePlace, analysis: Analysis): string | undefined {
  const path = asSent(pathBeside(owner, name), analysis);
  if (typeof path !== 'string' || entity === undefined) return undefined;
  const use: PathUse = 'filter';
  const resolved = resolvePath({ text: path, root: entity, use }, analysis.world);
  const field = comparedField(resolved) ?? resolved.target;
  return field?.kind === 'field' ? field.type : undefined;
}

function pathBeside(owner: ValuePlace['owner'], name: string | undefined): unknown {
  if (owner.expected.is === 'map' && owner.expected.keys === 'path') return name;
  const holder = owner.expected.is === 'variant' ? owner : owner.parent;
  return holder && memberValues(holder).field;
}

function timeZones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')];
}
