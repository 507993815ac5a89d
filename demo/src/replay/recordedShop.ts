import { parseVersion } from '../../../server/src/shopware/version.ts';
import { readDataFolder } from '../data/dataFolder.ts';
import { type Context, currencyOf, DEFAULT_CURRENCY, SYSTEM_LANGUAGE } from '../engine/context.ts';
import { Database } from '../engine/database.ts';
import { RECORDED_AT, RECORDING } from './recording.ts';

/** The recorded rows in the engine, asked as the recorder asked: Admin API, system language, at its time. */
export interface RecordedShop {
  readonly database: Database;
  readonly context: Context;
}

export function openRecordedShop(): RecordedShop {
  const { schema, rows } = readDataFolder(RECORDING);
  const database = new Database(schema, rows);
  const version = parseVersion('6.7.6.0');
  const currency = currencyOf(database, DEFAULT_CURRENCY);
  if (!version || !currency) throw new TypeError('The recording holds no default currency.');
  return {
    database,
    context: {
      api: 'admin',
      version,
      languages: [SYSTEM_LANGUAGE],
      currency,
      inheritance: false,
      searchInfo: true,
      now: RECORDED_AT,
      origin: '',
    },
  };
}
