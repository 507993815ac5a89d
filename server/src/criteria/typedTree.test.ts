import { describe, expect, it } from 'vitest';
import { worldFor } from '../testing/editor.ts';
import { type JsonNode, parseSyntax } from './syntax.ts';
import { typeTree } from './typedTree.ts';

const { schema, version } = worldFor();

function treeOf(json: JsonNode) {
  return typeTree(json, schema, version, 'product');
}

describe('a typed tree', () => {
  it('reads nothing of what nobody asks about', () => {
    const { root } = parseSyntax(
      '{ "filter": [{ "type": "equals", "field": "name" }], "sort": [{ "field": "stock" }] }',
    );
    const list = root?.children?.[0]?.children?.[1];
    if (!root || !list) throw new Error('The text is an object with a list.');
    let looks = 0;
    const elements = list.children;
    Object.defineProperty(list, 'children', {
      get: () => {
        looks++;
        return elements;
      },
    });
    const tree = treeOf(root);
    const [filter, sort] = tree.children;
    expect(sort?.children[0]?.children[0]?.expected).toEqual({ is: 'path', use: 'sort' });
    expect(looks).toBe(0);
    expect(filter?.children[0]?.type).toBe('equals');
    expect(looks).toBeGreaterThan(0);
  });

  it('has each node once', () => {
    const { root } = parseSyntax('{ "filter": [{ "type": "equals", "field": "name" }] }');
    if (!root) throw new Error('The text is an object.');
    const tree = treeOf(root);
    expect(tree.children[0]).toBe(tree.children[0]);
    expect(tree.children[0]?.children[0]?.parent).toBe(tree.children[0]);
  });
});
