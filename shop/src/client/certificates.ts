import tls from 'node:tls';

let known: tls.SecureContext | undefined;

/**
 * What is trusted for a connection: the certificates that come with Node, those of the system and of
 * `NODE_EXTRA_CA_CERTS`, and the shop's own authority. Made once and shared where a shop has none of its own, because
 * reading some hundred certificates takes longer than a request.
 */
export function trustFor(ca: string | undefined): tls.SecureContext {
  if (ca !== undefined) return tls.createSecureContext({ ca: [...knownCertificates(), ca] });
  known ??= tls.createSecureContext({ ca: knownCertificates() });
  return known;
}

function knownCertificates(): string[] {
  // Node before 22.15 cannot list the system's certificates.
  if (typeof tls.getCACertificates !== 'function') return [...tls.rootCertificates];
  return [...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])];
}
