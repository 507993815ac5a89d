import { t } from '@vscode/l10n';
import { recordOf } from '../json.ts';
import type { Explanation } from './explanation.ts';
import { type Subject, wayTo } from './subject.ts';
import { excerpt } from './words.ts';

const untrusted = (): Readonly<Record<string, string>> => ({
  DEPTH_ZERO_SELF_SIGNED_CERT: t('its certificate is self-signed'),
  SELF_SIGNED_CERT_IN_CHAIN: t('its certificate comes from an authority that is not trusted here'),
  UNABLE_TO_GET_ISSUER_CERT: t('its certificate comes from an authority that is not trusted here'),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: t('its certificate comes from an authority that is not trusted here'),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: t('its certificate comes from an authority that is not trusted here'),
  CERT_HAS_EXPIRED: t('its certificate has expired'),
  CERT_NOT_YET_VALID: t('its certificate is not valid yet'),
  CERT_REVOKED: t('its certificate was revoked'),
  ERR_TLS_CERT_ALTNAME_INVALID: t('its certificate was issued for another name'),
});

/** What stands against a secure connection; null for any other failure. */
export function notTrusted(error: unknown, code: string | null, subject: Subject): Explanation | null {
  const reason = untrusted()[code ?? ''];
  if (reason !== undefined) {
    return {
      kind: 'tls',
      message: t('The connection to {0} is not trusted: {1}.', wayTo(subject), reason),
      hint:
        code === 'ERR_TLS_CERT_ALTNAME_INVALID'
          ? adviceForOtherName(error)
          : t(
              'For a development shop, name its certificate authority in "tls": {"ca": …}, or set "rejectUnauthorized" to false there: it applies to this shop only.',
            ),
    };
  }
  if (code?.startsWith('ERR_OSSL_') === true) {
    return {
      kind: 'tls',
      message: t('The certificate authority that is given for {0} cannot be read ({1}).', subject.shop, code),
      hint: t('It must be a PEM file: it begins with "-----BEGIN CERTIFICATE-----".'),
    };
  }
  if (code !== 'EPROTO' && !code?.startsWith('ERR_SSL_') && !code?.startsWith('ERR_TLS_')) return null;
  return {
    kind: 'tls',
    message: t('No secure connection to {0} could be negotiated ({1}).', wayTo(subject), String(code)),
    hint: t('Does the shop listen on http rather than https, or on another port?'),
  };
}

function adviceForOtherName(error: unknown): string {
  const names = namesOfCertificate(error);
  return names === ''
    ? t(
        'Write the address of the shop with the name that the certificate is for. For a development shop, "tls": {"rejectUnauthorized": false} accepts it as it is: it applies to this shop only.',
      )
    : t(
        'The certificate is for {0}: write the address of the shop with such a name. For a development shop, "tls": {"rejectUnauthorized": false} accepts it as it is: it applies to this shop only.',
        names,
      );
}

/** As in `DNS:shop.example.com, IP Address:127.0.0.1`, without the kinds. */
function namesOfCertificate(error: unknown): string {
  const { subjectaltname } = recordOf(error instanceof Error && 'cert' in error ? error.cert : undefined);
  return typeof subjectaltname === 'string' ? excerpt(subjectaltname.replace(/\b(DNS|IP Address):/g, '')) : '';
}
