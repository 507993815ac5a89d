import { expectedForm } from '../answer/expectedForm.ts';
import { explainAnswer } from '../errors/explainAnswer.ts';
import type { Door, DoorOptions } from './door.ts';

const contextPath = '/store-api/context';
const contextToken = 'sw-context-token';

/**
 * The Store API: the access key of a sales channel, and the context token that the shop hands out, so that requests
 * belong to one session. A call that brings a key or token of its own keeps it.
 */
export function createStoreDoor(accessKey: string, { exchange, subject, headers }: DoorOptions): Door {
  let session: string | undefined;

  const pass: Door['pass'] = async (call) => {
    const own = { 'sw-access-key': accessKey, ...(session !== undefined && { [contextToken]: session }) };
    const answer = await exchange({ ...call, headers: { ...own, ...call.headers } });
    if (!(contextToken in call.headers)) session = answer.headers[contextToken] ?? session;
    return answer;
  };

  return {
    pass,
    async open(signal) {
      const answer = await pass({
        method: 'GET',
        path: contextPath,
        headers,
        body: null,
        signal,
        repeatable: true,
      });
      const isExpected = expectedForm('store', 'GET', contextPath);
      if (answer.status !== 200 || isExpected?.(answer.json) === false) throw explainAnswer(answer, subject);
    },
  };
}
