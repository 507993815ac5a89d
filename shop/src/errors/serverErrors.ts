import { isRecord, type JsonRecord, parsedJson, recordOf } from '../json.ts';
import { maskRecord, maskSecrets } from './secrets.ts';

/** One error of a shop's answer (reference, section 8). What the shop did not say is null. */
export interface ServerError {
  /** As sent, a text: `"400"`. */
  readonly status: string | null;
  /** As sent, a text: `FRAMEWORK__UNMAPPED_FIELD`; `"0"` for errors of PHP, `"1054"` for errors of SQL. */
  readonly code: string | null;
  readonly title: string | null;
  readonly detail: string | null;
  /** Where in the body, as the shop sees it: `/filter/0/type`. */
  readonly pointer: string | null;
  /** What the sentence was made of; a list as the object of its indexes. */
  readonly parameters: JsonRecord;
}

/**
 * The errors of an answer of Shopware: `{"errors": [...]}`.
 * Null when the value has another form, so that it is no answer of Shopware's API.
 */
export function serverErrorsOf(json: unknown): readonly ServerError[] | null {
  if (!isRecord(json) || !Array.isArray(json.errors)) return null;
  const errors = json.errors.filter(isRecord);
  return errors.length === 0 ? null : errors.map(serverErrorOf);
}

/** The errors of an answer of Shopware without secrets; none for an answer without any. */
export function shopErrorsOf(json: unknown, secrets: ReadonlySet<string>): readonly ServerError[] {
  const mask = (text: string | null) => (text === null ? null : maskSecrets(text, secrets));
  return (serverErrorsOf(json) ?? []).map((error) => ({
    ...error,
    title: mask(error.title),
    detail: mask(error.detail),
    parameters: maskRecord(error.parameters, secrets),
  }));
}

/**
 * The privileges named in a refusal for missing ones (`FRAMEWORK__MISSING_PRIVILEGE_ERROR`), whose detail is itself
 * a JSON text with `missingPrivileges`.
 */
export function missingPrivilegesOf(errors: readonly ServerError[]): readonly string[] {
  const privileges = errors
    .filter((error) => error.code === 'FRAMEWORK__MISSING_PRIVILEGE_ERROR')
    .flatMap((error) => {
      const detail = parsedJson(error.detail ?? '');
      return isRecord(detail) && Array.isArray(detail.missingPrivileges) ? detail.missingPrivileges : [];
    })
    .filter((privilege) => typeof privilege === 'string');
  return [...new Set(privileges)];
}

/** An error without what the shop did not say; status and code are then empty. */
export function withoutNulls({ status, code, title, detail, pointer }: ServerError): {
  readonly status: string;
  readonly code: string;
  readonly title?: string;
  readonly detail?: string;
  readonly pointer?: string;
} {
  return {
    status: status ?? '',
    code: code ?? '',
    ...(title !== null && { title }),
    ...(detail !== null && { detail }),
    ...(pointer !== null && { pointer }),
  };
}

function serverErrorOf(error: JsonRecord): ServerError {
  const source = recordOf(error.source);
  const meta = recordOf(error.meta);
  return {
    status: textOf(error.status),
    code: textOf(error.code),
    title: textOf(error.title),
    detail: textOf(error.detail),
    pointer: textOf(source.pointer),
    parameters: recordOf(meta.parameters),
  };
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : null;
}
