/** The two APIs of a shop. They differ in sign-in, routes and in what a criteria may name. */
export type Api = 'admin' | 'store';

/** The credentials of an integration (`SWIA…`) or of a user's access key (`SWUA…`): the grant `client_credentials`. */
export interface IntegrationSignIn {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** A user of the Administration: the grant `password`. */
export interface UserSignIn {
  readonly username: string;
  readonly password: string;
}

/** How to sign in to the Admin API. */
export type AdminSignIn = IntegrationSignIn | UserSignIn;

/** What one shop wants of TLS. It never reaches any other shop. */
export interface TlsSettings {
  /** Certificates trusted for this shop besides the known ones: PEM text, not a path. */
  readonly ca?: string;
  /** `false`: accept any certificate of this shop. */
  readonly rejectUnauthorized?: boolean;
}

/** A shop and everything needed to talk to it. Secrets stand in it in the clear: keep it in memory only. */
export interface Connection {
  /** What people call the shop; used in messages. */
  readonly name?: string;
  /** The shop's address, `http` or `https`, with or without a folder: `https://shop.example.com/de`. */
  readonly url: string;
  readonly admin?: AdminSignIn;
  /** `accessKey`: the key of a sales channel, `SWSC…`. */
  readonly store?: { readonly accessKey: string };
  /** Headers sent with every search; those of a request win. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly tls?: TlsSettings;
  /** The proxy for this shop, `http://user:password@proxy:3128`. Wins over the environment and its exceptions. */
  readonly proxy?: string;
}

/** True for the grant `client_credentials`, false for a user name and password. */
export function isIntegration(signIn: AdminSignIn): signIn is IntegrationSignIn {
  return 'clientId' in signIn;
}
