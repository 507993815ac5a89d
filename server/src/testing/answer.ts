import { analyzed, type Situation } from './editor.ts';

/** What the shop is predicted to answer, in short: `200`, or status and codes with their pointers. A text is taken as it is. */
export function answer(body: unknown, situation: Situation = {}): string {
  const { prediction } = analyzed(typeof body === 'string' ? body : JSON.stringify(body), situation);
  if (!prediction) return '200';
  const { status, errors, when } = prediction;
  const codes = errors.map(({ code, pointer }) => (pointer === undefined ? code : `${code}@${pointer}`));
  return [status, ...codes, ...(when ? [`when ${when}`] : [])].join(' ');
}
