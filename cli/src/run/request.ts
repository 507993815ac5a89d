import { requestPlan } from '../../../server/src/features/requestPlan/requestPlan.ts';
import { bodyOf, fillPath, isSearchRoute, type SearchRequest } from '../../../shop/src/index.ts';
import { Failure } from '../failure.ts';
import type { AnalyzedSource } from '../project/source.ts';
import type { RunFlags } from './flags.ts';

type Vars = Readonly<Record<string, string>>;

/** What is sent, and what there is to say about it. */
export interface PreparedRequest {
  readonly request: SearchRequest;
  readonly notes: readonly string[];
}

/**
 * What is sent for a criteria without syntax errors (contract, section 1). `vars` are the shop's: they come before those
 * of the file.
 * @throws {Failure} when its route is not known, lacks a value, or does more than search.
 */
export function prepareRequest({ source, analysis }: AnalyzedSource, vars: Vars, flags: RunFlags): PreparedRequest {
  const { directives, api, text, path: route, entity } = requestPlan(analysis, 0);
  if (route === null) throw new Failure(unknownRoute(source.name, entity));
  const path = filledPath(route, flags.param ?? {});
  if (isOfOtherApi(api, path)) throw new Failure(otherApi(api, path));
  if (!flags.anyRoute && !isSearchRoute(api, path)) {
    throw new Failure(
      `${path} is not a route that only searches: the shop may change something. --any-route sends it.`,
    );
  }
  const body = bodyOf(text, { ...directives.vars, ...vars });
  if (body.problem !== undefined) throw new Failure(`Nothing was sent: ${body.problem.message}`);
  return {
    request: {
      api,
      path,
      body: body.body,
      headers: Object.fromEntries(directives.headers.map((header) => [header.name, header.value])),
    },
    notes: body.unknownVariables.map((variable) => `The variable {{${variable}}} has no value; it is sent as it is.`),
  };
}

function unknownRoute(name: string, entity: string | null): string {
  if (entity === null)
    return `Which entity does ${name} search? Name it with --entity or in the file: // @entity product`;
  return `The Store API has no list route of its own for ${entity}. Name the route in ${name}: // @path /store-api/…`;
}

function filledPath(route: string, params: Vars): string {
  const foreign = Object.keys(params).find((name) => !route.includes(`{${name}}`));
  if (foreign !== undefined) throw new Failure(`The path ${route} has no {${foreign}}.`);
  const { path, missing } = fillPath(route, params);
  if (missing.length === 0) return path;
  const wanted = missing.map((placeholder) => `--param ${placeholder}=…`).join(' ');
  throw new Failure(`The path ${route} needs ${wanted}`);
}

function isOfOtherApi(api: SearchRequest['api'], path: string): boolean {
  return path.startsWith(api === 'admin' ? '/store-api/' : '/api/');
}

function otherApi(api: SearchRequest['api'], path: string): string {
  const [asked, meant] = api === 'admin' ? ['Admin', 'store'] : ['Store', 'admin'];
  return `${path} is not a route of the ${asked} API. Write // @api ${meant} into the file, or name another route.`;
}
