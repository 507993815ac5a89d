import { describe, expect, it } from 'vitest';
import { editorFor } from '../../testing/editor.ts';

const editor = editorFor('time-zone');

describe('time-zone', () => {
  it('a zone', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "h", "type": "histogram", "field": "createdAt", "interval": "day", «"timeZone"»: "Europe/Berlin" }] }',
      ),
    ).toMatchInlineSnapshot(`
      "information: The buckets are cut in UTC: "timeZone" has no effect unless the shop sets SHOPWARE_DBAL_TIMEZONE_SUPPORT_ENABLED.
        time-zone at /aggregations/0/timeZone
        Remove "timeZone" → { "aggregations": [{ "name": "h", "type": "histogram", "field": "createdAt", "interval": "day" }] }"
    `);
  });

  it('UTC', () => {
    expect(
      editor(
        '{ "aggregations": [{ "name": "h", "type": "histogram", "field": "createdAt", "interval": "day", "timeZone": "UTC" }] }',
      ),
    ).toMatchInlineSnapshot(`"no problem"`);
  });

  it.each(['JST', 'IST', 'SystemV/EST5'])('one that PHP does not have is told as such: %s', (zone) => {
    const histogram = '"name": "h", "type": "histogram", "field": "createdAt", "interval": "day"';
    expect(editor(`{ "aggregations": [{ ${histogram}, "timeZone": «"${zone}"» }] }`)).toContain('INVALID_TIMEZONE');
  });
});
