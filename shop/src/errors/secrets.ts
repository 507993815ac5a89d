import { everySpellingOf } from './spellings.ts';

/** What stands where a secret was. */
export const hiddenSecret = '•••';

/** What is shorter protects nothing, and hiding it would only make texts unreadable. */
const shortestSecret = 4;

/** The text with every occurrence of the given secrets hidden, however they are spelt: in a URL, in JSON, in HTML. */
export function maskSecrets(text: string, secrets: Iterable<string>): string {
  let masked = text;
  // The longest first: a secret may be part of another one.
  for (const secret of [...secrets]
    .filter((value) => value.length >= shortestSecret)
    .sort((a, b) => b.length - a.length)) {
    masked = masked.replaceAll(everySpellingOf(secret), hiddenSecret);
  }
  return masked;
}

/** The object with the secrets hidden in every text of its values, at any depth. */
export function maskRecord(record: object, secrets: ReadonlySet<string>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, maskSecretsIn(value, secrets)]));
}

/**
 * The headers with the values of those hidden that carry a secret, by their names. Of an access key the letters that tell
 * its kind are left (`SWSC•••`).
 */
export function maskHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const masked: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) masked[name] = isSecretHeader(name) ? hiddenKey(value) : value;
  return masked;
}

function hiddenKey(value: string): string {
  const [kind = ''] = /^SW(IA|UA|SC|PE)/.exec(value) ?? [];
  return kind + hiddenSecret;
}

function isSecretHeader(name: string): boolean {
  return /authorization|cookie|token|secret|password|access-key|api-key/i.test(name);
}

function maskSecretsIn(value: unknown, secrets: ReadonlySet<string>): unknown {
  if (typeof value === 'string') return maskSecrets(value, secrets);
  if (Array.isArray(value)) return value.map((item) => maskSecretsIn(item, secrets));
  if (typeof value !== 'object' || value === null) return value;
  return maskRecord(value, secrets);
}
