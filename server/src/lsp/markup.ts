/** Markdown as plain text, for editors that show no other: what is marked up stays as a word. */
export function plainText(markdown: string): string {
  return markdown.replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1: $2').replace(/\*\*|`| {2}$/gm, '');
}
