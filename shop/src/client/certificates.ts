import { X509Certificate } from 'node:crypto';
import type { SecureContext } from 'node:tls';

let known: SecureContext | undefined;

/**
 * What is trusted for a connection: the certificates that come with Node, those of the system and of
 * `NODE_EXTRA_CA_CERTS`, and the shop's own authority. Made once and shared where a shop has none of its own, because
 * reading some hundred certificates takes longer than a request.
 *
 * @throws an error with a code `ERR_OSSL_…` when `ca` is no certificate.
 */
export function trustFor(ca: string | undefined): SecureContext {
  const tls = loadTls();
  if (ca !== undefined) {
    // A context passes over what it cannot read, and every connection would be called untrusted.
    new X509Certificate(ca);
    return tls.createSecureContext({ ca: [...knownCertificates(), ca] });
  }
  known ??= tls.createSecureContext({ ca: knownCertificates() });
  return known;
}

/** Imported, it would take a good part of the start of whoever sends nothing. */
function loadTls() {
  return process.getBuiltinModule('node:tls');
}

function knownCertificates(): string[] {
  const tls = loadTls();
  // Node before 22.15 cannot list the system's certificates.
  if (typeof tls.getCACertificates !== 'function') return [...tls.rootCertificates];
  return [...new Set([...tls.getCACertificates('default'), ...tls.getCACertificates('system')])];
}
