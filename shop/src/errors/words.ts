import { t } from '@vscode/l10n';
/** Text of the shop in a sentence: its first line, not too long, without a stop at its end, and nothing to steer a terminal. */
export function excerpt(text: string, length = 300): string {
  // The statement before the database's own words is no help, and long.
  const line = (/SQLSTATE.*/.exec(text)?.[0] ?? text.trim().split(/[\r\n]/, 1)[0] ?? '')
    .replace(/[\s.!]+$/, '')
    .replaceAll('\t', ' ')
    .replace(/\p{Cc}/gu, '\uFFFD');
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

/** `1 second`, `0.5 seconds`. */
export function secondsInWords(seconds: number): string {
  return seconds === 1 ? t('1 second') : t('{0} seconds', seconds);
}
