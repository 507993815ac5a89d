import type { Defaults } from '../project/world.ts';
import type { RunFormat } from './formats/names.ts';

/** What the options of `swcriteria run` say. */
export interface RunFlags extends Pick<Defaults, 'entity' | 'api'> {
  readonly shop?: string;
  readonly url?: string;
  /** Values of `{placeholders}` in the path. */
  readonly param?: Readonly<Record<string, string>>;
  readonly format?: RunFormat;
  readonly out?: string;
  readonly showRequest?: boolean;
  /** Also routes of the Admin API that may do more than search. */
  readonly anyRoute?: boolean;
  readonly all?: boolean;
}
