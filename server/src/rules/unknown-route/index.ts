import { t } from '@vscode/l10n';
import type { Directive } from '../../criteria/directives.ts';
import { partOfProperty, propertyOfPart, type RoutePart, readRoute } from '../../schema/routePath.ts';
import { has, sinceOf } from '../../shopware/changes.ts';
import type { Refusal } from '../../shopware/refusal.ts';
import { entityMeant } from '../entityMeant.ts';
import { certainty, suggestion } from '../messages.ts';
import { nearest } from '../nearest.ts';
import type { Finding, Rule, RuleContext } from '../rule.ts';

/** A route of the Admin API below which there is nothing (reference, section 1). */
export const rule: Rule = {
  meta: { code: 'unknown-route', severity: 'error', description: '"@path" names a route that the shop does not have.' },
  create: (context) => ({
    document: () => {
      const { document, world, report } = context;
      const directive = document.directives.findLast(({ name, value }) => name === 'path' && value !== '');
      if (!directive) return;
      if (VERSIONED.test(directive.value)) report({ ...aboutVersion(directive), ...refused(noRoute(directive.value)) });
      const route = readRoute(directive.value, world.schema);
      if (!route) return;
      const part = route.parts.find(({ fault }) => fault !== undefined);
      if (part) report({ ...faultOf(part, directive, context), ...refused(refusalOf(part, directive, context)) });
      else if (route.action === 'aggregate' && !has(world.version, 'aggregateRoute')) {
        report({
          message: t('The route {0} was added in Shopware {1}.', '/api/aggregate', sinceOf('aggregateRoute')),
          start: directive.valueStart,
          end: directive.valueEnd,
          pointer: null,
          ...refused(noRoute(directive.value)),
        });
      }
    },
  }),
};

/** As in the days of 6.3. */
const VERSIONED = /^(\/api|\/store-api)\/v\d+(?=\/)/;

function aboutVersion({ value, valueStart: start, valueEnd: end }: Directive): Finding {
  const text = value.replace(VERSIONED, '$1');
  return {
    message: t('Routes have had no version since Shopware 6.4.'),
    start,
    end,
    pointer: null,
    fixes: () => [{ title: t('Change to "{0}"', text), edits: [{ start, end, text }], preferred: true }],
  };
}

type Said = Pick<Finding, 'message' | 'severity'> & { readonly meant?: string | undefined };

function faultOf(part: RoutePart, { valueStart, valueEnd }: Directive, context: RuleContext): Finding {
  const start = valueStart + (part.text === '' ? 0 : part.start);
  const end = Math.min(valueStart + part.end, valueEnd);
  const { meant, ...said } = sayingOf(part, context);
  return {
    ...said,
    start,
    end,
    pointer: null,
    fixes: () =>
      meant === undefined
        ? []
        : [{ title: t('Change to "{0}"', meant), edits: [{ start, end, text: meant }], preferred: true }],
  };
}

function sayingOf(part: RoutePart, context: RuleContext): Said {
  const { text, entity, fault } = part;
  switch (fault) {
    case 'entity':
      return aboutEntity(part, context);
    case 'id': {
      const isUpper = /^[0-9a-f]{32}$/i.test(text);
      const message = t('"{0}" is not a valid id: in a route an id has 32 hex digits in lower case.', text);
      return { message, ...(isUpper ? { meant: text.toLowerCase() } : {}) };
    }
    case 'incomplete':
      return { message: t('The route ends too early: after an id it needs an association of {0}.', entity) };
    case 'field':
      return {
        message: t('"{0}" of {1} is not an association: a route can continue through associations only.', text, entity),
      };
    default:
      return aboutRelation(part, context);
  }
}

function aboutEntity({ text, entity }: RoutePart, { world }: RuleContext): Said {
  if (text === '') return { message: t('The route names no entity, such as {0}.', '/api/search/product') };
  if (world.schema.has(entity)) {
    const meant = entity.replaceAll('_', '-');
    return { message: t('In a route "{0}" is written "{1}".', text, meant), meant };
  }
  const meant = entityMeant(entity, world.schema)?.replaceAll('_', '-');
  const { remark, ...severity } = certainty(world);
  return { message: `${t('There is no entity "{0}".', text)}${suggestion(meant)}${remark}`, meant, ...severity };
}

function aboutRelation({ text, entity }: RoutePart, { world }: RuleContext): Said {
  const properties = [...(world.schema.entity(entity)?.properties.values() ?? [])];
  const associations = properties.filter(({ kind }) => kind === 'association').map(({ name }) => name);
  const near = nearest(propertyOfPart(text), associations);
  const meant = near === undefined ? undefined : partOfProperty(near);
  const { remark, ...severity } = certainty(world);
  const message = `${t('"{0}" is not a property of {1}.', text, entity)}${suggestion(meant)}${remark}`;
  return { message, meant, ...severity };
}

function refused(refusal: Refusal): Pick<Finding, 'server'> {
  return { server: { refusal, order: [], unit: [], criteria: [] } };
}

function noRoute(path: string): Refusal {
  return { status: 404, code: '0', detail: `No route found for "POST ${path}"`, stage: 'route' };
}

function refusalOf({ fault, text, entity }: RoutePart, { value }: Directive, { world }: RuleContext): Refusal {
  const isLettered = /^[a-zA-Z-]+$/.test(text);
  if (fault === 'relation' && isLettered) {
    const code = has(world.version, 'relationCode') ? 'FRAMEWORK__NOT_EXISTING_RELATION_EXCEPTION' : '0';
    const detail = `Resource at path "${entity}.${propertyOfPart(text)}" is not an existing relation.`;
    return { status: 404, code, detail, stage: 'route' };
  }
  if (fault === 'field' && isLettered) {
    return has(world.version, 'routeAssociationCode')
      ? {
          status: 400,
          code: 'FRAMEWORK__API_INVALID_ASSOCIATION',
          detail: 'Field "%s" is not a valid association field.',
          stage: 'route',
        }
      : { status: 500, code: '0', detail: 'Attempted to call an undefined method', stage: 'route' };
  }
  return noRoute(value);
}
