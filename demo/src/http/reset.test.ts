import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Table } from '../engine/database.ts';
import { isJsonObject } from '../engine/json.ts';
import { type OpenShop, openShop, READER_ID } from '../openShop.ts';
import { inProcess } from '../replay/inProcess.ts';

const ROUTE = '/api/_action/demo-shop/reset';
const TAXES = JSON.stringify({
  sort: [{ field: 'id' }],
  limit: 100,
  includes: { tax: ['id', 'name'] },
});

describe('a demo shop whose rows have changed', () => {
  let open: OpenShop;
  let before: unknown;

  beforeAll(async () => {
    open = await openShop({});
    before = taxes();
  });

  beforeEach(() => {
    open.shop.database.reset();
    const table = taxTable();
    const [first, second] = table.rows;
    if (!first || !second) throw new Error('The demo shop has taxes.');
    table.put({ id: table.keyOf(first), name: 'changed', taxRate: 1 });
    table.remove(table.keyOf(second));
    table.put({ id: '00000000000000000000000000000001', name: 'new', taxRate: 2 });
  });

  it('answers with the rows as they are now', () => {
    const rows = taxes();
    expect(rows).toHaveLength(taxTable().rows.length);
    expect(rows[0]).toMatchObject({ id: '00000000000000000000000000000001', name: 'new' });
    expect(rows[1]).toMatchObject({ name: 'changed' });
    expect(rows).not.toEqual(before);
  });

  it('finds changed rows by their keys', () => {
    const table = taxTable();
    expect(table.where('name', 'changed')).toHaveLength(1);
    expect(table.remove('00000000000000000000000000000002')).toBe(false);
  });

  it('has all its rows again after a reset, and lets in whoever was in', () => {
    const post = inProcess(open);
    expect(post(ROUTE, '').status).toBe(204);
    expect(taxes()).toEqual(before);
    expect(post('/api/search/product', '{}').status).toBe(200);
  });

  it('is reset by nobody who may not do everything', () => {
    const changed = taxes();
    expect(inProcess(open, { clientId: READER_ID })(ROUTE, '').status).toBe(403);
    expect(taxes()).toEqual(changed);
  });

  function taxTable(): Table {
    const table = open.shop.database.table('tax');
    if (!table) throw new Error('The schema has taxes.');
    return table;
  }

  function taxes(): readonly unknown[] {
    const { body } = inProcess(open)('/api/search/tax', TAXES);
    return isJsonObject(body) && Array.isArray(body.data) ? body.data : [];
  }
});
