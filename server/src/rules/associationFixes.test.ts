import { describe, expect, it } from 'vitest';
import { editorFor } from '../testing/editor.ts';

const editor = editorFor('wrong-type');

describe('associations', () => {
  it('as a text', () => {
    expect(editor('{ "associations": «"manufacturer"» }')).toMatchInlineSnapshot(`
      "warning: "associations" must be an object: association → criteria. It is ignored: nothing is loaded.
        wrong-type at /associations
        Change to an object → { "associations": { "manufacturer": {} } }"
    `);
    expect(editor('{ "associations": «"tax, manufacturer.media"» }')).toMatchInlineSnapshot(`
      "warning: "associations" must be an object: association → criteria. It is ignored: nothing is loaded.
        wrong-type at /associations
        Change to an object → { "associations": { "tax": {}, "manufacturer": { "associations": { "media": {} } } } }"
    `);
  });

  it('as a list of objects', () => {
    expect(
      editor('{ "associations": «[{ "manufacturer": {} }, { "tax": {}, "media": { "limit": 1 } }]» }'),
    ).toMatchInlineSnapshot(`
      "error: "associations" must be an object, not a list.
        unknown-association at /associations, 500 FRAMEWORK__ASSOCIATION_NOT_FOUND
        Change to an object → { "associations": { "manufacturer": {}, "tax": {}, "media": { "limit": 1 } } }"
    `);
  });

  it('as a list of objects that say something else', () => {
    expect(editor('{ "associations": «[{ "association": "manufacturer" }]» }')).not.toContain('→');
    expect(editor('{ "associations": «[{ "limit": 5 }]» }')).not.toContain('→');
  });

  it('as a list of objects before 6.5.6', () => {
    expect(editor('{ "associations": «[{ "manufacturer": {} }]» }', { shopware: '6.5.5' })).toMatchInlineSnapshot(`
      "error: "associations" must be an object: association → criteria.
        wrong-type at /associations, 500 0
        Take it out of the list → { "associations": { "manufacturer": {} } }"
    `);
  });
});

describe('a list as the criteria of an association', () => {
  it('of names', () => {
    expect(editor('{ "associations": { "tags": «["x"]» } }')).toMatchInlineSnapshot(`
      "warning: "tags" must be a criteria object such as {}. The association is loaded, and what is in the list is ignored.
        wrong-type at /associations/tags
        Change to {} → { "associations": { "tags": {} } }"
    `);
    expect(editor('{ "associations": { "manufacturer": «["media"]» } }')).toMatchInlineSnapshot(`
      "warning: "manufacturer" must be a criteria object such as {}. The association is loaded, and what is in the list is ignored.
        wrong-type at /associations/manufacturer
        Change to an object → { "associations": { "manufacturer": { "associations": { "media": {} } } } }"
    `);
  });

  it('of one criteria', () => {
    expect(editor('{ "associations": { "media": «[{ "associations": { "media": {} } }]» } }')).toMatchInlineSnapshot(`
      "warning: "media" must be a criteria object such as {}. The association is loaded, and what is in the list is ignored.
        wrong-type at /associations/media
        Take it out of the list → { "associations": { "media": { "associations": { "media": {} } } } }"
    `);
  });

  it('that is empty is fine', () => {
    expect(editor('{ "associations": { "media": [] } }')).toBe('no problem');
  });

  it('with names that are nearly right, and with one that is none', () => {
    expect(editor('{ "associations": «"manufaturer, media.meda"» }')).toContain(
      'Change to an object → { "associations": { "manufacturer": {}, "media": { "associations": { "media": {} } } } }',
    );
    expect(editor('{ "associations": «["manufaturer"]» }')).toContain(
      'Change to an object → { "associations": { "manufacturer": {} } }',
    );
    expect(editor('{ "associations": «"DESC"» }')).not.toContain('Change');
    expect(editor('{ "associations": { "nothing": «1» } }')).not.toContain('Change');
    expect(editor('{ "associations": { "media": «1» } }')).toContain(
      'Change to {} → { "associations": { "media": {} } }',
    );
  });
});
