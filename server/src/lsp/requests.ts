import { entitySummaries, propertySummaries } from '../features/entities/entities.ts';
import { locateErrors } from '../features/locateErrors/locateErrors.ts';
import { requestPlan } from '../features/requestPlan/requestPlan.ts';
import {
  type DocumentRequest,
  type EntitiesRequest,
  type EntitySummary,
  type LocatedError,
  type LocateRequest,
  METHODS,
  type PropertiesRequest,
  type PropertySummary,
  type RequestPlan,
} from '../protocol.ts';
import type { Handler, Session } from './session.ts';

/** Our own requests, see `protocol.ts`. */
export function serveRequests(session: Session): void {
  const { connection } = session;
  connection.onRequest(
    METHODS.requestPlan,
    session.onUri<DocumentRequest, RequestPlan | null>('Request plan', null, ({ analysis, document }) =>
      requestPlan(analysis, document.version),
    ),
  );
  connection.onRequest(
    METHODS.locateErrors,
    session.onUri<LocateRequest, readonly LocatedError[]>(
      'Places of errors',
      [],
      ({ analysis, positions }, { errors }) =>
        locateErrors(analysis, errors).map(({ start, end, alreadyMarked, unforeseen }) => ({
          range: positions.range(start, end),
          alreadyMarked,
          unforeseen,
        })),
    ),
  );
  connection.onRequest(METHODS.entities, entities(session));
  connection.onRequest(METHODS.properties, properties(session));
}

function entities({ run, worlds }: Session): Handler<EntitiesRequest, readonly EntitySummary[]> {
  return ({ schemaId }, token) =>
    run('Entities', token, [], async () => {
      const schema = await worlds.schema(schemaId);
      return schema ? entitySummaries(schema) : [];
    });
}

function properties({ run, worlds }: Session): Handler<PropertiesRequest, readonly PropertySummary[]> {
  return ({ schemaId, entity }, token) =>
    run('Properties', token, [], async () => {
      const schema = await worlds.schema(schemaId);
      return schema ? propertySummaries(schema, entity) : [];
    });
}
