import { t } from '@vscode/l10n';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { intoList, typeHint } from '../filterMeant.ts';
import { atKey } from '../findings.ts';
import { certainty } from '../messages.ts';
import { type PathReport, pathRule } from '../pathRule.ts';
import type { PathSite, RuleContext } from '../rule.ts';
import { isNamedFilter, isSingleFilter, unknownTypeOf } from '../singleFilter.ts';
import type { TableFault } from '../tableFaults.ts';
import { hintsFor } from './hints.ts';

/** A path with a name that the entity does not have. */
export const rule = pathRule(
  { code: 'unknown-field', severity: 'error', description: 'A field path with a name that the entity does not have.' },
  'unknown',
  (site, context) => {
    const { world, faultsOf } = context;
    const { segment } = site;
    const map = site.node.parent;
    if (map && isSingleFilter(map)) {
      return { ...describeSingle(site, map, context), fixes: () => [intoList(map, context)] };
    }
    const hint = hintsFor(site, context);
    // A name that is not there never resolves, whether or not the shop comes to look.
    const { remark, severity = 'error' } = certainty(world);
    const ignored = site.use === 'fields' ? ` ${t('The shop ignores the path.')}` : '';
    const entity = segment.entity ?? '';
    const problem =
      segment.text === ''
        ? t('An empty name is not a property of {0}.', entity)
        : t('"{0}" is not a property of {1}.', segment.text, entity);
    const isTold = map && faultsOf(map).some((fault) => fault.node === site.node && tellsOf(fault));
    return {
      message: `${problem}${ignored}${hint?.text ?? ''}${remark}`,
      severity,
      ...(isTold ? { follows: true } : {}),
      fixes: hint?.fixes ?? (() => []),
    };
  },
);

/** A fault that says of an entry that its key is no field: the value is missing, or is a filter. */
function tellsOf({ rule, node, server, check }: TableFault): boolean {
  if (rule === 'missing-key' || check.isOfName) return true;
  return server !== undefined && node !== undefined && isNamedFilter(node);
}

function describeSingle(site: PathSite, map: TypedNode, { world, faultsOf }: RuleContext): Omit<PathReport, 'fixes'> {
  const entity = world.schema.entity(map.entity ?? '');
  const first = map.children.find(({ name = '' }) => !entity?.properties.has(name));
  // A list or object in it is refused as the value of a field, before any field is looked for.
  const [stumble] = faultsOf(map).filter(({ server }) => server !== undefined);
  const type = unknownTypeOf(map);
  const problem = t(
    '"{0}" is a list of filters. Without the list the shop reads the keys of this object as fields, and {1} has no "{2}".',
    map.name ?? '',
    map.entity ?? '',
    site.path.text,
  );
  return {
    message:
      type === undefined ? problem : `${problem} ${t('There is no filter type "{0}".', type)}${typeHint(type, world)}`,
    severity: 'error',
    ...(first === site.node ? {} : { follows: true }),
    ...(stumble?.node && stumble.server ? { stumble: { ...atKey(stumble.node), server: stumble.server } } : {}),
  };
}
