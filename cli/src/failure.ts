/** What could not be done, as a sentence for people: ends the program with exit code 2. */
export class Failure extends Error {
  override name = 'Failure';
  /** The file that has to be mended, where it is one. */
  readonly file: string | undefined;

  constructor(message: string, file?: string) {
    super(message);
    this.file = file;
  }
}

/** What to say of an error that nobody foresaw. */
export function ownFault(error: unknown): string {
  return `This is a bug in swcriteria itself: ${error instanceof Error ? error.message : String(error)}`;
}

/** The exit codes of every command (contract, section 3). */
export const exitCodes = { fine: 0, findings: 1, failed: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
