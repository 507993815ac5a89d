import { t } from '@vscode/l10n';
import type { CriteriaDocument } from '../../criteria/document.ts';
import { has } from '../../shopware/changes.ts';
import type { Refusal } from '../../shopware/refusal.ts';
import { topLine } from '../edits.ts';
import { directiveSpan, refusesEntity, searchRoute, WITHOUT_VERSION } from '../route.ts';
import type { Fix, Rule } from '../rule.ts';

/** A mapping entity: `/api/search` and the list and detail of `/api/product-category` fail, whatever is asked. */
export const rule: Rule = {
  meta: {
    code: 'entity-not-searchable',
    severity: 'error',
    description: 'A mapping entity, which /api/search refuses.',
  },
  create: ({ document, world, report }) => ({
    document: () => {
      const { entity } = document;
      if (entity === undefined || world.api !== 'admin') return;
      if (!refusesEntity(searchRoute(document), entity, world.schema)) return;
      const ids = `/api/search-ids/${entity.replaceAll('_', '-')}`;
      const works = !WITHOUT_VERSION.includes(entity);
      const problem = t('{0} only connects two entities and cannot be searched.', entity);
      const refusal = refusalFor(entity);
      // The missing version field is met first of all, the missing classes after the query is built; in 6.4 after it ran.
      const order = works ? [has(world.version, 'sqlErrorCodes') ? 2 : 3] : [0];
      report({
        message: works ? `${problem} ${t('Its ids can: {0}.', ids)}` : problem,
        ...directiveSpan(document, document.entityFrom === 'path' ? 'path' : 'entity'),
        server: { refusal, order, unit: order, criteria: [] },
        fixes: () => (works ? [askForIds(document, ids)] : []),
      });
    },
  }),
};

/** A search that the file names stays the same but for what it does; what is no search becomes one. */
function askForIds(document: CriteriaDocument, route: string): Fix {
  const { directives, syntax } = document;
  const written = directives.findLast(({ name, value }) => name === 'path' && value !== '');
  if (!written) {
    const line = `// @path ${route}`;
    return { title: t('Add {0}', line), edits: [topLine(syntax.text, line)], preferred: true };
  }
  const { value, valueStart: start, valueEnd: end } = written;
  const text = searchRoute(document) === 'list' ? route : value.replace('/api/search/', '/api/search-ids/');
  return { title: t('Change to "{0}"', text), edits: [{ start, end, text }], preferred: true };
}

function refusalFor(entity: string): Refusal {
  if (WITHOUT_VERSION.includes(entity)) {
    return { status: 500, code: '0', detail: 'Missing `VersionField`', stage: 'aggregate' };
  }
  return {
    status: 500,
    code: 'FRAMEWORK__MAPPING_ENTITY_DEFINITION_CLASSES',
    detail: 'Mapping definition neither have entities nor collection.',
    stage: 'search',
  };
}
