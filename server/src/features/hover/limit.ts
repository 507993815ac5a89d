import { t } from '@vscode/l10n';
import type { World } from '../../analysis/world.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { maximumOf } from '../../rules/limit-too-high/index.ts';

/** What `limit` counts where it stands, and what comes without it (reference, sections 2.1 and 2.6). */
export function limitText({ name, parent }: TypedNode, world: World): readonly string[] {
  if (name !== 'limit' || !parent || parent.criteria !== parent) return [];
  const { association } = parent;
  if (!association) return [atRoot(world)];
  if (!association.toMany) return [t('"{0}" is one row or none: "limit" has no effect here.', association.name)];
  if (association.mapping !== undefined) {
    return [t('Counts rows of `{0}`, before filtering and sorting and in no defined order.', association.mapping)];
  }
  return association.name === 'translations'
    ? [t('The shop drops a limit on "translations": all of them are returned.')]
    : [t('Applies to each parent, after filtering and sorting. There is neither a default nor a maximum here.')];
}

function atRoot(world: World): string {
  const maximum = maximumOf(world);
  return maximum === undefined
    ? t('Shopware {0} has no default limit here: without "limit" all rows are returned.', world.version.text)
    : t('Without "limit" at most {0} rows are returned, which is the shop\'s maximum.', maximum);
}
