import { predictAnswer } from '../../../server/src/analysis/predictAnswer.ts';
import type { Prediction } from '../../../server/src/analysis/prediction.ts';
import { readCriteria } from '../../../server/src/criteria/document.ts';
import type { Api, EntitySchema } from '../../../server/src/schema/entitySchema.ts';
import type { Stage } from '../../../server/src/shopware/refusal.ts';
import type { ShopwareVersion } from '../../../server/src/shopware/version.ts';
import type { JsonObject } from '../engine/json.ts';

/** A criteria on its way into the shop. */
export interface Asked {
  readonly entity: string;
  readonly api: Api;
  readonly path: string;
  readonly bodyText: string;
}

export interface Refusal {
  readonly status: number;
  readonly errors: readonly {
    readonly code: string;
    readonly detail: string;
    readonly pointer?: string;
    readonly parameters?: JsonObject;
  }[];
  /** When the server finds it: what comes before a missing privilege, and what after it. */
  readonly stage: Stage;
  /** The refusal holds only when the search finds rows, or only when it finds none. */
  readonly when?: 'rows' | 'no rows';
}

/** Says how a shop refuses a criteria; undefined when it accepts it. */
export type Refuse = (asked: Asked) => Refusal | undefined;

/** The language server's own prediction as the shop's refusals: so neither can drift from the other. */
export function predictedRefusals(schema: EntitySchema, version: ShopwareVersion): Refuse {
  return ({ entity, api, path, bodyText }) => {
    const text = readCriteria(`${entity}.json`, `// @entity ${entity}\n// @api ${api}\n// @path ${path}\n${bodyText}`);
    const prediction = predictAnswer(text, {
      schema,
      schemaSource: 'live',
      api,
      version,
      versionKnown: true,
      limits: {},
      rules: {},
      shops: undefined,
    });
    if (!prediction || isForTheEngine(prediction)) return undefined;
    const errors = prediction.errors.map(({ code, detail, pointer, parameters }) => ({
      code,
      detail,
      ...(pointer === undefined ? {} : { pointer }),
      ...(parameters === undefined ? {} : { parameters: JSON.parse(JSON.stringify(parameters)) }),
    }));
    const { status, when } = prediction;
    const stage = prediction.errors[0]?.stage ?? 'parse';
    return { status, errors, stage, ...(when === undefined ? {} : { when }) };
  };
}

/**
 * What the engine meets in the rows itself: aggregations over values that they cannot show, payment methods without
 * their handler. For everything else that is refused when rows are found, the rows of the search decide.
 */
function isForTheEngine({ errors, when }: Prediction): boolean {
  return (
    when === 'rows' && errors.every(({ stage, detail }) => stage === 'aggregate' || MET_BY_THE_ENGINE.test(detail))
  );
}

const MET_BY_THE_ENGINE = /^(Malformed UTF-8|PaymentHandlerIdentifierSubscriber)/;
