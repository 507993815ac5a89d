import type { Analysis } from '../../analysis/analyze.ts';
import { explainSyntax } from '../../criteria/syntax.ts';
import type { RequestPlan } from '../../protocol.ts';
import { routeOf } from '../../rules/route.ts';
import { placeholdersOf } from '../../shopware/routes.ts';

/** How a document would be sent (contract, section 1); `documentVersion` is the editor's. */
export function requestPlan({ document, world }: Analysis, documentVersion: number): RequestPlan {
  const { values, entity, syntax } = document;
  const path = routeOf(document, world.api);
  const [fault] = syntax.errors;
  return {
    directives: values,
    api: world.api,
    entity: entity ?? null,
    path: path ?? null,
    placeholders: path === undefined ? [] : placeholdersOf(path),
    text: syntax.text,
    documentVersion,
    syntaxError: fault === undefined ? null : explainSyntax(fault, syntax.text),
  };
}
