/** What `run --format` takes. Apart from the formats themselves, which only `run` loads. */
export const runFormatNames = ['table', 'json', 'ndjson', 'csv', 'raw'] as const;

export type RunFormat = (typeof runFormatNames)[number];
