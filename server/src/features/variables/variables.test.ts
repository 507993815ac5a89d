import { describe, expect, it } from 'vitest';
import { hover } from '../hover/hover.ts';
import { chosen, type EditorOptions, editor, offered } from '../testing/editor.ts';

const SHOP: EditorOptions = { world: { vars: { maker: 'b1' }, shop: { name: 'staging', production: false } } };
const HEAD = '// @var tax 0f3a\n// @var maker a1\n';

function hovered(source: string, options?: EditorOptions): { what: string; says: string } | undefined {
  const { analysis, offset, text } = editor(source, options);
  const found = hover(analysis, offset);
  return found && { what: text.slice(found.start, found.end), says: found.markdown };
}

describe('names behind "{{"', () => {
  it('are those of the file and of the shop', () => {
    expect(offered(`${HEAD}{"term": "{{|"}`, { world: { vars: { channel: '7' } } })).toEqual([
      'channel',
      'maker',
      'tax',
    ]);
    expect(offered('{"term": "{{|"}')).toEqual([]);
  });

  it('are written with the braces that are missing', () => {
    expect(chosen(`${HEAD}{"term": "{{|"}`, 'tax')).toBe(`${HEAD}{"term": "{{tax}}"}`);
    expect(chosen(`${HEAD}{"term": "oak {{ t|}} desk"}`, 'tax')).toBe(`${HEAD}{"term": "oak {{ tax}} desk"}`);
    expect(chosen(`${HEAD}{"term": "{{ma|x}"}`, 'tax')).toBe(`${HEAD}{"term": "{{tax}}"}`);
    expect(chosen(`${HEAD}{"ids": ["{{|\n]}`, 'tax')).toBe(`${HEAD}{"ids": ["{{tax}}"\n]}`);
  });

  it('stand where a list or a field would be offered otherwise', () => {
    const source = `${HEAD}{"filter": [{"type": "equals", "field": "taxId", "value": "{{|}}"}]}`;
    expect(offered(source)).toEqual(['maker', 'tax']);
    expect(offered(`${HEAD}{"term": "{{tax}}|"}`)).not.toContain('tax');
  });
});

describe('a variable', () => {
  it('is explained with its value and where it comes from', () => {
    expect(hovered(`${HEAD}{"term": "oak {{t|ax}}"}`)).toEqual({
      what: '{{tax}}',
      says: '**{{tax}}**\n\nSent as `0f3a`.\n\nFrom `// @var` in this file.',
    });
    const ofShop = hovered(`${HEAD}{"term": "{{ ma|ker }}"}`, SHOP);
    expect(ofShop?.what).toBe('{{ maker }}');
    expect(ofShop?.says).toContain('Sent as `b1`.');
    expect(ofShop?.says).toContain('the configuration of the shop staging');
  });

  it('that nobody knows is said to be sent as it is', () => {
    expect(hovered('{"filter": {"nonsense": {"deep": "{{wh|o}}"}}}')?.says).toContain('sent as it is');
  });

  it('in a path leads on to what it stands for', () => {
    const head = '// @var way manufacturer\n// @var field active\n';
    const filter = (field: string, value = '1') =>
      `${head}{"filter": [{"type": "equals", "field": ${field}, "value": ${value}}]}`;
    expect(offered(filter('"{{way}}.|"'))).toContain('link');
    expect(chosen(filter('"{{way}}.|"'), 'link')).toBe(filter('"{{way}}.link"'));
    expect(offered(filter('"{{field}}"', '|'))).toEqual(['true', 'false', 'null']);
    expect(hovered(filter('"{{way}}.li|nk"'))?.what).toBe('link');
    expect(hovered(filter('"{{way}}.li|nk"'))?.says).toContain('A field of `product_manufacturer`.');
  });
});
