import { t } from '@vscode/l10n';
import type { World } from '../../analysis/world.ts';
import type { Directive } from '../../criteria/directives.ts';
import type { CriteriaDocument } from '../../criteria/document.ts';
import { readRoute } from '../../schema/routePath.ts';
import { changeDirective } from '../edits.ts';
import { becauseOf } from '../findings.ts';
import type { Finding, Rule } from '../rule.ts';

/** Directives of which one makes another meaningless. */
export const rule: Rule = {
  meta: {
    code: 'contradicting-directive',
    severity: 'warning',
    description: 'Two directives of which one makes the other meaningless.',
  },
  create: ({ document, world, report }) => ({
    document: () => {
      for (const finding of [...repeated(document), ...besidePath(document, world)]) report(finding);
    },
  }),
};

/** These may stand once; of several the last one counts. */
const ONCE = ['entity', 'shop', 'api', 'path', 'shopware'];

function repeated({ directives }: CriteriaDocument): readonly Finding[] {
  const last = new Map(directives.map((directive) => [directive.name, directive]));
  return directives.flatMap((directive) => {
    if (!ONCE.includes(directive.name) || last.get(directive.name) === directive) return [];
    const message = t('"{0}" appears here more than once: the last one counts, not this one.', `@${directive.name}`);
    return [{ message, ...span(directive), ...because(last.get(directive.name)), tag: 'unnecessary' as const }];
  });
}

/** A route says by itself which API and entity it is. */
function besidePath({ directives, values: { path = '' } }: CriteriaDocument, world: World): readonly Finding[] {
  const store = path.startsWith('/store-api/');
  const route = readRoute(path, world.schema);
  if (!store && !route) return [];
  const ofPath = directives.findLast((directive) => directive.name === 'path');
  const api = store ? 'store' : 'admin';
  return directives.flatMap((directive) => {
    if (directive.name === 'api' && directive.value !== '' && directive.value !== api) {
      return [
        {
          message: store
            ? t('The path belongs to the Store API, but this says "{0}".', directive.value)
            : t('The path belongs to the Admin API, but this says "{0}".', directive.value),
          ...span(directive),
          ...because(ofPath),
          ...change(directive, api),
        },
      ];
    }
    const entity = route?.entity;
    if (entity !== undefined && directive.name === 'entity' && directive.value.replaceAll('-', '_') !== entity) {
      return [
        {
          message: t('The path searches {0}, but this says "{1}": the path counts.', entity, directive.value),
          ...span(directive),
          ...because(ofPath),
          ...change(directive, entity),
        },
      ];
    }
    return [];
  });
}

function change(directive: Directive, text: string): Pick<Finding, 'fixes'> {
  return {
    fixes: () => [{ title: t('Change to "{0}"', text), edits: [changeDirective(directive, text)], preferred: true }],
  };
}

function because(cause: Directive | undefined): Pick<Finding, 'related'> {
  return cause ? becauseOf(cause, `@${cause.name}`) : {};
}

function span({ start, end }: Directive): Pick<Finding, 'start' | 'end' | 'pointer'> {
  return { start, end, pointer: null };
}
