import { type Association, hasFlag } from '../../../server/src/schema/entitySchema.ts';
import type { Database, Row, Table } from './database.ts';

/** How an association leads from a row to other rows. */
export interface Link {
  rowsFor(row: Row): readonly Row[];
}

const NOTHING: Link = { rowsFor: () => [] };

/**
 * The rows behind an association, by the keys that the schema names. Under inheritance a variant without rows of its
 * own takes its parent's, and the way back finds such variants too (flags `inherited`, `reversed_inherited`).
 */
export function linkOf(
  database: Database,
  source: Table | undefined,
  association: Association,
  inheritance: boolean,
): Link {
  const plain = plainLink(database, association);
  if (!source || !inheritance) return plain;
  if (hasFlag(association, 'inherited')) return inheritedLink(source, plain);
  const reversed = association.flags.reversed_inherited;
  if (typeof reversed === 'string') return reversedLink(database, association, reversed, plain);
  return plain;
}

function plainLink(database: Database, association: Association): Link {
  const target = database.table(association.entity);
  const { localField, referenceField } = association;
  if (!target || localField === null || referenceField === null) return NOTHING;
  if (association.relation !== 'many_to_many') return keyLink(target, localField, referenceField);
  const mapping = association.mapping === undefined ? undefined : database.table(association.mapping);
  const { local, reference } = association;
  if (!mapping || local === undefined || reference === undefined) return NOTHING;
  const toMapping = keyLink(mapping, localField, local);
  const toTarget = keyLink(target, reference, referenceField);
  return { rowsFor: (row) => toMapping.rowsFor(row).flatMap((link) => toTarget.rowsFor(link)) };
}

function keyLink(target: Table, localField: string, referenceField: string): Link {
  return {
    rowsFor(row) {
      const key = row[localField];
      return typeof key === 'string' ? target.where(referenceField, key) : [];
    },
  };
}

/** A variant's own rows, else its parent's. */
function inheritedLink(source: Table, plain: Link): Link {
  return {
    rowsFor(row) {
      const own = plain.rowsFor(row);
      if (own.length > 0) return own;
      const parent = typeof row.parentId === 'string' ? source.where('id', row.parentId)[0] : undefined;
      return parent ? plain.rowsFor(parent) : own;
    },
  };
}

/** Whoever points here, and the variants that inherit it. */
function reversedLink(database: Database, association: Association, reversed: string, plain: Link): Link {
  const target = database.table(association.entity);
  const back = target?.entity.properties.get(reversed);
  if (!target || back?.kind !== 'association') return plain;
  const own = plainLink(database, back);
  return {
    rowsFor(row) {
      return plain.rowsFor(row).flatMap((found) => {
        const id = typeof found.id === 'string' ? found.id : '';
        const heirs = target.where('parentId', id).filter((variant) => own.rowsFor(variant).length === 0);
        return [found, ...heirs];
      });
    },
  };
}
