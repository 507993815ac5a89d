import type { Value } from './grammar/types.ts';
import { entriesOf, type JsonNode } from './syntax.ts';

/** Whether a value has the JSON type of what is expected; what is in it is another question. */
export function jsonFits(json: JsonNode, value: Value): boolean {
  switch (value.is) {
    case 'object':
    case 'variant':
      return json.type === 'object' || (json.type === 'array' && (json.children?.length ?? 0) === 0);
    case 'map':
      return json.type === 'object' || (json.type === 'array' && (json.children?.length ?? 0) === 0);
    case 'list':
      return json.type === 'array' || (json.type === 'object' && looksLikeList(json));
    case 'either':
      return value.options.some((option) => jsonFits(json, option));
    case 'path':
    case 'sortText':
    case 'property':
    case 'entityName':
    case 'id':
    case 'duration':
    case 'timeZone':
    case 'text':
      return json.type === 'string';
    case 'boolean':
      return json.type === 'boolean';
    case 'integer':
    case 'number':
      return json.type === 'number' || json.type === 'string';
    case 'operand':
      return json.type !== 'object' && json.type !== 'array';
    case 'word':
      return json.type === 'string' || json.type === 'number';
    case 'any':
      return true;
  }
}

function looksLikeList(json: JsonNode): boolean {
  const entries = entriesOf(json);
  return entries.length > 0 && entries.every(({ name }, index) => name === String(index));
}

/** PHP loops over lists and objects alike, whatever the keys. */
export function isLoopedOver(json: JsonNode, value: Value): boolean {
  if (value.is === 'list') return json.type === 'object';
  return value.is === 'map' && json.type === 'array';
}

/** Picks the option that fits the JSON type; without one the first, which is what people should write. */
export function choose(json: JsonNode, value: Value): Value {
  if (value.is !== 'either') return value;
  const option = value.options.find((candidate) => jsonFits(json, candidate)) ?? value.options[0];
  return option ? choose(json, option) : { is: 'any' };
}
