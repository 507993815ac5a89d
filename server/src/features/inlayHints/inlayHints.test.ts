import { describe, expect, it } from 'vitest';
import { editor } from '../testing/editor.ts';
import { inlayHints } from './inlayHints.ts';

/** The source with the hints in it, as an editor shows them. */
function shown(source: string, start = 0, end = source.length): string {
  const { text, analysis } = editor(source);
  const hints = inlayHints(analysis, start, end).toReversed();
  return hints.reduce((line, { offset, label }) => `${line.slice(0, offset)}‹${label}›${line.slice(offset)}`, text);
}

describe('inlay hints', () => {
  it('name the entity behind each association, and whether there may be many', () => {
    expect(shown('{"associations": {"manufacturer": {}, "media": {"associations": {"media": {}}}}}')).toBe(
      '{"associations": {"manufacturer"‹product_manufacturer›: {}, "media"‹product_media[]›: {"associations": {"media"‹media›: {}}}}}',
    );
  });

  it('say nothing about names that are no associations', () => {
    const source = '{"associations": {"name": {}, "nothing": {}}, "includes": {"product": ["id"]}}';
    expect(shown(source)).toBe(source);
  });

  it('are only made for what is visible', () => {
    const source = '{"associations": {"tax": {}, "cover": {}}}';
    expect(shown(source, 0, source.indexOf('cover') - 3)).toContain('"tax"‹tax›: {}, "cover": {}');
  });

  it('explain the relation', () => {
    const { analysis, text } = editor('{"associations": {"media": {}}}');
    expect(inlayHints(analysis, 0, text.length)[0]?.tooltip).toContain('any number of `product_media`');
  });
});
