const placeholder = /\{([^{}]+)\}/g;

/** The names in braces of a path, in order, each once: `/store-api/product-listing/{categoryId}` → `['categoryId']`. */
export function placeholdersOf(path: string): string[] {
  return [...new Set([...path.matchAll(placeholder)].flatMap(([, name]) => name ?? []))];
}

/** A path with its placeholders filled, each value encoded for a URL. `missing` names those without a value; they stay. */
export function fillPath(
  path: string,
  params: Readonly<Record<string, string>>,
): { readonly path: string; readonly missing: readonly string[] } {
  const filledWith = (name: string) => (Object.hasOwn(params, name) ? params[name] : undefined);
  return {
    path: path.replace(placeholder, (whole, name: string) => {
      const value = filledWith(name);
      return value === undefined ? whole : encodeURIComponent(value);
    }),
    missing: placeholdersOf(path).filter((name) => filledWith(name) === undefined),
  };
}
