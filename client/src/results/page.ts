import { randomBytes } from 'node:crypto';
import { Uri, type Webview } from 'vscode';
import type { Language } from '../language.ts';

/** The HTML of a results panel: one script, no other source of code, no network; the texts of its language as data. */
export function pageOf(webview: Webview, extension: Uri, title: string, language: Language): string {
  const nonce = randomBytes(16).toString('base64url');
  const script = webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'webview', 'results.js'));
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    `font-src ${webview.cspSource}`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="${language.texts === null ? 'en' : language.locale}">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escaped(title)}</title>
    <style nonce="${nonce}">html, body { height: 100%; margin: 0; padding: 0; overflow: hidden; }</style>
  </head>
  <body>
    <script type="application/json" nonce="${nonce}" id="language">${dataOf(language)}</script>
    <swcriteria-results></swcriteria-results>
    <script type="module" nonce="${nonce}" src="${script}"></script>
  </body>
</html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** JSON that no text in it can end. */
function dataOf(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
