// What goes into the package, besides the manifest and the README: what users need, and what the README leads to.
import path from 'node:path';

/** Files and folders from the top of the project. Rules' pages are opened from inside the package. */
export const shipped = [
  'dist',
  'syntaxes',
  'l10n',
  'package.nls.json',
  'package.nls.de.json',
  'snippets',
  'schemas',
  'media',
  'docs',
  'CHANGELOG.md',
  'LICENSE',
  'NOTICE',
];

/** What of it stays out. VS Code's page of an extension shows no pictures that lie beside the README, and they are large. */
const leftOut = [path.join('docs', 'images'), path.join('dist', 'meta.json')];

/** Whether a file or folder, named from the top of the project, goes into the package. */
export function isShipped(file: string): boolean {
  const isWithin = (entry: string) => file === entry || file.startsWith(entry + path.sep);
  return shipped.some(isWithin) && !leftOut.some(isWithin);
}

/** The README as it is packed: without its pictures. */
export function withoutPictures(readme: string): string {
  return readme.replaceAll(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n+/gm, '');
}
