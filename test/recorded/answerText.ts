import type { Prediction } from '../../server/src/analysis/prediction.ts';

/** What of an error of an answer tells it from others. */
export interface AnsweredError {
  readonly code: string | null;
  /** Absent or null: the shop sends none. */
  readonly pointer?: string | null | undefined;
}

/** An answer as one text that can be compared: the status, and code and pointer of each error. */
export function answerText(status: number, errors: readonly AnsweredError[]): string {
  return [status, ...errors.map(({ code, pointer }) => `${code}@${pointer ?? null}`)].join(' ');
}

/** What is predicted, in the same form. */
export function predictionText(prediction: Prediction | undefined): string {
  return prediction ? answerText(prediction.status, prediction.errors) : '200';
}

/** The errors in the body of a refusal; none in any other body. */
export function errorsIn(body: unknown): readonly AnsweredError[] {
  const errors: unknown = Object(body).errors;
  return Array.isArray(errors) ? errors.map(({ code, source }) => ({ code, pointer: source?.pointer })) : [];
}
