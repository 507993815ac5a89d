/** Whether a text of the command line is a pattern and not just a path. */
export function isGlob(text: string): boolean {
  return /[*?[{]/.test(text);
}

/**
 * The folder that a pattern starts in, and an expression for the paths below it (with `/`): `*` and `?` within one
 * part, `**` over any number of parts, `[abc]`, `[!abc]`, `{one,two}`.
 */
export function compileGlob(glob: string): { readonly base: string; readonly matches: (path: string) => boolean } {
  const parts = glob.replace(/\/+/g, '/').split('/');
  const firstPattern = parts.findIndex(isGlob);
  const base = parts.slice(0, firstPattern).join('/');
  const expression = new RegExp(`^${expressionOf(parts.slice(firstPattern).join('/'))}$`, 'u');
  return { base: glob.startsWith('/') && base === '' ? '/' : base, matches: (path) => expression.test(path) };
}

const token = /\*\*\/|\*\*|\*|\?|\[(!?)([^\]]+)\]|\{([^{}]*)\}|[^*?[{]+|./gu;

function expressionOf(glob: string): string {
  return glob.replace(token, (text, negation?: string, characters?: string, alternatives?: string) => {
    if (text === '**/') return '(?:[^/]+/)*';
    if (text === '**') return '.*';
    if (text === '*') return '[^/]*';
    if (text === '?') return '[^/]';
    if (characters !== undefined) return `[${negation === '!' ? '^' : ''}${characters.replace(/[\\[\]^&]/g, '\\$&')}]`;
    if (alternatives !== undefined) return `(?:${alternatives.split(',').map(expressionOf).join('|')})`;
    return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  });
}
