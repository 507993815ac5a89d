import type { DemoShop } from '../../../demo/src/index.ts';

/** What the options of `swcriteria demo` say. */
export interface DemoFlags {
  readonly port: number;
  readonly data?: string;
  readonly products?: number;
  readonly now?: Date;
  readonly format: keyof typeof announcements;
}

type Announce = (shop: DemoShop) => string;

/** One line for programs (contract, section 3). */
const json: Announce = ({ url, clientId, clientSecret, accessKey }) =>
  `${JSON.stringify({ url, clientId, clientSecret, accessKey })}\n`;

const pretty: Announce = ({
  url,
  clientId,
  clientSecret,
  accessKey,
  reader,
}) => `The demo shop listens on ${url}, on this machine only. Ctrl+C ends it, r and Enter restore its rows.

  Admin API  client id      ${clientId}
             client secret  ${clientSecret}
  Store API  access key     ${accessKey}

  A second integration may only read products:
             client id      ${reader.clientId}
             client secret  ${reader.clientSecret}

In another terminal:
  SWCRITERIA_CLIENT_ID=${clientId} SWCRITERIA_CLIENT_SECRET=${clientSecret} \\
    swcriteria run product.swcriteria.json --url ${url}
`;

/** How the shop's address and credentials are told as soon as it listens. */
export const announcements = { pretty, json } satisfies Readonly<Record<string, Announce>>;
