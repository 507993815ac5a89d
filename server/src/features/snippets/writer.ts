import { FAMILIES } from '../../criteria/grammar/families.ts';
import { TEXT_TYPES } from '../../criteria/grammar/filters.ts';
import { SHAPES } from '../../criteria/grammar/index.ts';
import type { FamilyName, Key, Shape, Value } from '../../criteria/grammar/types.ts';

/** What people write into a key most often, where a bare tab stop would leave them guessing. */
const USUAL: Readonly<Record<string, string>> = { limit: '25', page: '1', 'total-count-mode': '1', score: '100' };

/** Writes what the grammar expects as JSON with numbered tab stops (LSP's notation of snippets). */
export class SnippetWriter {
  #last = 0;

  /** A tab stop, with a text that is there until somebody types. */
  stop(placeholder?: string): string {
    this.#last++;
    return placeholder === undefined ? `$${this.#last}` : `\${${this.#last}:${placeholder}}`;
  }

  choice(options: readonly string[]): string {
    this.#last++;
    return `\${${this.#last}|${options.join(',')}|}`;
  }

  /** `"key": value`; `type` is that of the filter or aggregation that the key belongs to. */
  entry(name: string, key: Key, type?: string): string {
    const usual = USUAL[name];
    if (usual !== undefined) return `${JSON.stringify(name)}: ${this.stop(usual)}`;
    const isText = key.value.is === 'operand' && TEXT_TYPES.includes(type ?? '');
    return `${JSON.stringify(name)}: ${isText ? `"${this.stop()}"` : this.value(key.value)}`;
  }

  /** The smallest value that fits; JSON also without the tab stops, which not every editor knows. */
  value(value: Value): string {
    switch (value.is) {
      case 'either':
        return value.options[0] ? this.value(value.options[0]) : this.stop();
      case 'list':
        if (isObject(value.of)) return `[\n\t${this.stop()}\n]`;
        return `[${value.of.is === 'operand' ? this.stop() : this.value(value.of)}]`;
      case 'map':
        return `{\n\t${this.stop()}\n}`;
      case 'object':
        return this.object(SHAPES[value.shape]);
      case 'variant':
        return `{ "type": "${this.stop()}" }`;
      case 'boolean':
        return this.choice(['true', 'false']);
      case 'word':
        return this.#word(value.words.map((word) => word.value));
      case 'operand':
      case 'any':
        return this.stop('null');
      case 'integer':
      case 'number':
        return this.stop('0');
      default:
        return `"${this.stop()}"`;
    }
  }

  /** An object with the keys that belong to it. */
  object(shape: Shape): string {
    const entries = insertedKeys(shape).map(([name, key]) => this.entry(name, key));
    return braces(entries, this.stop.bind(this));
  }

  /** A filter or aggregation of one type with all that belongs to the type. */
  variant(family: FamilyName, type: string): string {
    const shape = FAMILIES[family][type];
    const keys = shape ? insertedKeys(shape) : [];
    const named = keys.filter(([name]) => name === 'name').map(([name, key]) => this.entry(name, key));
    const others = keys.filter(([name]) => name !== 'name').map(([name, key]) => this.entry(name, key, type));
    return braces([...named, `"type": ${JSON.stringify(type)}`, ...others], this.stop.bind(this));
  }

  #word(words: readonly (string | number)[]): string {
    const texts = words.filter((word) => typeof word === 'string');
    return texts.length > 0 ? `"${this.choice(texts)}"` : this.choice(words.map(String));
  }
}

/** Whether a key comes along with the object that it belongs to. */
export function isInserted({ required, usual }: Key): boolean {
  return required === true || usual === true;
}

function insertedKeys(shape: Shape): [string, Key][] {
  return Object.entries(shape.keys).filter(([, key]) => isInserted(key));
}

/** On one line where every entry is on one. */
function braces(entries: readonly string[], stop: () => string): string {
  if (entries.length === 0) return `{\n\t${stop()}\n}`;
  if (entries.every((entry) => !entry.includes('\n'))) return `{ ${entries.join(', ')} }`;
  return `{\n\t${entries.map((entry) => entry.replaceAll('\n', '\n\t')).join(',\n\t')}\n}`;
}

function isObject(value: Value): boolean {
  if (value.is === 'either') return value.options[0] !== undefined && isObject(value.options[0]);
  return value.is === 'object' || value.is === 'variant';
}

/**
 * The same text for an editor without snippets: first choices and placeholders, empty stops. A list or an object that
 * would hold nothing but a stop is empty: an empty text in it would be a wrong name.
 */
export function withoutStops(snippet: string): string {
  return snippet
    .replace(/\[\s*"?\$\d+"?\s*\]/g, '[]')
    .replace(/\{\s*\$\d+\s*\}/g, '{}')
    .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+|\$\{\d+\}/g, '')
    .replace(/\\([$}\\])/g, '$1');
}

/** A text that stands for itself inside a snippet. */
export function literal(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
