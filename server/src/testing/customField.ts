import type { CustomField } from '../protocol.ts';

/** A custom field of products, unless told otherwise. */
export function customField(name: string, about: Partial<CustomField> = {}): CustomField {
  return { name, type: 'text', labels: {}, entities: ['product'], active: true, storeApi: true, ...about };
}
