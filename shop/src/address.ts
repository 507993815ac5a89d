/**
 * The origin of an address (scheme, host, port as in `https://shop.example.com:8443`): what secrets are kept by.
 * Null for what is no `http` or `https` address.
 */
export function originOf(url: string): string | null {
  return httpUrlOf(url)?.origin ?? null;
}

/**
 * What a person typed or pasted as a shop's address, in the form that a connection wants: with a scheme (`https` where
 * none was given), without the paths of the Administration or the APIs, query and slashes at the end.
 * Null for what cannot be an address, and for one that holds a user name or password.
 */
export function shopAddress(typed: string): string | null {
  const text = typed.trim();
  const url = httpUrlOf(/^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`);
  if (url === null || url.username !== '' || url.password !== '') return null;
  const folder = url.pathname.replace(/\/(admin|api|store-api)(\/.*)?$/, '').replace(/\/+$/, '');
  return url.origin + folder;
}

function httpUrlOf(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) ? url : null;
}
