/** A refusal that only the rows decide, thrown from the middle of a search; the HTTP side answers with it. */
export class Refused extends Error {
  override name = 'Refused';
  readonly status: number;
  /** As sent: `FRAMEWORK__…`, `"0"` or the database's number. */
  readonly code: string;

  constructor(status: number, code: string, detail: string) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}
