import path from 'node:path';

/** What decides where a program keeps its data. */
export interface DataFolderWorld {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The folder of fetched schemas: `XDG_DATA_HOME` where it is set, else where the platform keeps a user's data. */
export function schemaFolder({ platform, home, environment }: DataFolderWorld): string {
  const xdg = environment.XDG_DATA_HOME;
  const base = xdg !== undefined && path.isAbsolute(xdg) ? xdg : platformFolder(platform, home, environment);
  return path.join(base, 'swcriteria', 'schemas');
}

function platformFolder(platform: NodeJS.Platform, home: string, { LOCALAPPDATA }: DataFolderWorld['environment']) {
  if (platform === 'win32') return LOCALAPPDATA || path.join(home, 'AppData', 'Local');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support');
  return path.join(home, '.local', 'share');
}
