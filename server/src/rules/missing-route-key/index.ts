import { t } from '@vscode/l10n';
import { isEmpty } from '../../criteria/php.ts';
import { jsonValue } from '../../criteria/syntax.ts';
import type { TypedNode } from '../../criteria/typedTree.ts';
import { type Change, has, sinceOf } from '../../shopware/changes.ts';
import type { Refusal } from '../../shopware/refusal.ts';
import { addKey } from '../edits.ts';
import { atOpening } from '../findings.ts';
import { routeOf } from '../route.ts';
import type { Rule, RuleContext } from '../rule.ts';

/** Routes of the Store API that want a key of their own in the body (reference, sections 8 and 11). */
export const rule: Rule = {
  meta: {
    code: 'missing-route-key',
    severity: 'error',
    description: 'A route of the Store API without the key that it needs.',
  },
  create: (context) => ({
    object: (node) => {
      if (node.criteria !== node || node.parent || context.world.api !== 'store') return;
      const { document, world } = context;
      const path = routeOf(document, 'store') ?? '';
      const route = Object.hasOwn(ROUTES, path) ? ROUTES[path] : undefined;
      if (route) check(node, path, route, context, world);
    },
  }),
};

interface Route {
  /** There is no such route before. */
  readonly since?: Change;
  readonly needs: string;
  /** It does without the key from here on. */
  readonly until?: Change;
  readonly value: string;
  readonly refusal: Refusal;
}

const ROUTES: Readonly<Record<string, Route>> = {
  '/store-api/media': {
    since: 'storeMediaRoute',
    needs: 'ids',
    value: '["$1"]',
    refusal: { status: 400, code: 'CONTENT__MEDIA_EMPTY_ID', detail: 'A media id must be provided.', stage: 'route' },
  },
  '/store-api/search': {
    needs: 'search',
    until: 'storeSearchWordOptional',
    value: '"$1"',
    refusal: {
      status: 400,
      code: 'FRAMEWORK__MISSING_REQUEST_PARAMETER',
      detail: 'Parameter "search" is missing.',
      parameters: { parameterName: 'search' },
      stage: 'protection',
    },
  },
};

function check(
  root: TypedNode,
  path: string,
  { since, needs, until, value, refusal }: Route,
  { document, report }: RuleContext,
  { version }: RuleContext['world'],
): void {
  if (since && !has(version, since)) {
    const noRoute: Refusal = { status: 404, code: '0', detail: `No route found for "POST ${path}"`, stage: 'route' };
    report({
      message: t('The route {0} was added in Shopware {1}.', path, sinceOf(since)),
      ...atOpening(root),
      server: { refusal: noRoute, order: [], unit: [], criteria: [] },
    });
    return;
  }
  const given = root.children.find((child) => child.name === needs && !child.shadowed);
  if ((given && !isEmpty(jsonValue(given.json))) || (until && has(version, until))) return;
  report({
    message: t('The route {0} needs "{1}": without it the shop refuses the request.', path, needs),
    ...atOpening(root),
    server: { refusal, order: [], unit: [], criteria: [] },
    fixes: () =>
      given
        ? []
        : [
            {
              title: t('Add "{0}"', needs),
              edits: addKey(document.syntax.text, root.json, needs, value).map((edit) => ({ ...edit, snippet: true })),
              preferred: true,
            },
          ],
  });
}
