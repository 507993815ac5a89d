import type { RowsByEntity } from '../engine/database.ts';

const SYSTEM_LANGUAGE = '2fbb5fe2e29a4d70aa5854ce7ce3e20b';
/** The user whom the rows of the demo shop name. */
const ID = '01a1fbec5c9f71e5bf01193eb9a9d9fe';

/** The same rows with the user who may sign in, where the data holds no users (recordings leave them out). */
export function withUser(rows: RowsByEntity): RowsByEntity {
  if ((rows.user ?? []).length > 0) return rows;
  const language = (rows.language ?? []).find(({ id }) => id === SYSTEM_LANGUAGE);
  const user = {
    id: ID,
    localeId: language?.localeId ?? null,
    username: 'admin',
    firstName: '',
    lastName: 'admin',
    email: 'user@example.com',
    active: true,
    admin: true,
    timeZone: 'UTC',
    createdAt: '2026-11-21T02:25:33.906+00:00',
  };
  return { ...rows, user: [user] };
}
