import { t } from '@vscode/l10n';
import type { Analysis } from '../../../analysis/analyze.ts';
import { FAMILIES } from '../../../criteria/grammar/families.ts';
import { SHAPES } from '../../../criteria/grammar/index.ts';
import type { FamilyName } from '../../../criteria/grammar/types.ts';
import type { Property } from '../../../schema/entitySchema.ts';
import { has } from '../../../shopware/changes.ts';
import { withSince } from '../../reading/since.ts';
import { isInserted, SnippetWriter } from '../../snippets/writer.ts';
import { combinedKeys } from '../combinedKeys.ts';
import type { Offer } from '../completion.ts';
import type { ValuePlace } from '../place.ts';
import { hasChoices } from './keys.ts';

/** Objects and lists with what they need: each type of filter or aggregation, a sorting, an empty list. */
export function objectOffers({ expected, entity, slot }: ValuePlace, { world }: Analysis): readonly Offer[] {
  switch (expected.is) {
    case 'variant':
      return Object.entries(FAMILIES[expected.family])
        .filter(([, { since }]) => !since || has(world.version, since))
        .map(([type, shape], rank) => ({
          label: type,
          kind: 'snippet',
          detail: withSince(t(shape.title), shape.since),
          documentation: t(shape.doc),
          text: new SnippetWriter().variant(expected.family, type),
          snippet: true,
          retrigger: asksForPath(expected.family, type),
          rank,
        }));
    case 'object': {
      if (expected.shape === 'combinedId') return combinedIdOffers(combinedKeys(world.schema.entity(entity ?? '')));
      const shape = SHAPES[expected.shape];
      const text = new SnippetWriter().object(shape);
      return [{ label: '{ }', kind: 'snippet', detail: t(shape.title), documentation: t(shape.doc), text, ...ASKS }];
    }
    case 'map':
      return [{ label: '{ }', kind: 'snippet', text: '{\n\t$1\n}', ...ASKS }];
    case 'list': {
      const text = new SnippetWriter().value(expected);
      return [{ label: '[ ]', kind: 'snippet', text, snippet: true, retrigger: hasChoices(expected.of) }];
    }
    case 'sortText': {
      const detail = t('field paths with commas between them, descending behind "-"');
      return slot.token ? [] : [{ label: '""', kind: 'snippet', detail, text: '"$1"', ...ASKS, rank: 1 }];
    }
    default:
      return [];
  }
}

function combinedIdOffers(keys: readonly Property[]): readonly Offer[] {
  if (keys.length === 0) return [];
  const entries = keys.map(({ name }, index) => `${JSON.stringify(name)}: "$${index + 1}"`);
  const label = `{ ${keys.map(({ name }) => name).join(', ')} }`;
  return [{ label, kind: 'snippet', text: `{ ${entries.join(', ')} }`, snippet: true }];
}

const ASKS = { snippet: true, retrigger: true } as const;

/** Whether the first tab stop is a field path: then there is more to choose. */
function asksForPath(family: FamilyName, type: string): boolean {
  const first = Object.entries(FAMILIES[family][type]?.keys ?? {}).find(([, key]) => isInserted(key));
  return family === 'filter' && first?.[1].value.is === 'path';
}
