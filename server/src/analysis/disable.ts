import type { Directive } from '../criteria/directives.ts';
import type { CriteriaDocument } from '../criteria/document.ts';
import { countBelow } from './ascending.ts';

/** One `@disable` or `@disable-next-line` (contract, section 1). */
export interface Silence {
  readonly directive: Directive;
  /** The rule that it silences, where a finding starts from `from` to `to`: offsets, both included. */
  readonly code: string;
  readonly from: number;
  readonly to: number;
}

/** Everything that silences rules in a document, in the order of the text. */
export function silencesIn(document: CriteriaDocument): readonly Silence[] {
  return document.directives.flatMap((directive) => {
    const code = directive.value.split(/\s/, 1)[0] ?? '';
    if (directive.name === 'disable') return [{ directive, code, from: 0, to: Infinity }];
    if (directive.name !== 'disable-next-line') return [];
    return [{ directive, code, ...lineAfter(document.syntax.text, directive.end) }];
  });
}

/** Whether a rule is silenced at an offset. */
export function silencer(document: CriteriaDocument): (code: string, offset: number) => boolean {
  const byCode = new Map<string, Stretches>();
  for (const silence of silencesIn(document)) {
    const stretches = byCode.get(silence.code) ?? new Stretches();
    stretches.add(silence);
    byCode.set(silence.code, stretches);
  }
  // What is no JSON is never sent: nobody can wish that away.
  return (code, offset) => code !== 'syntax-error' && byCode.get(code)?.has(offset) === true;
}

/** Where one rule is silenced: in the whole file, or in lines, which are as far from each other as their directives. */
class Stretches {
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #isEverywhere = false;

  add({ directive, from, to }: Silence): void {
    if (directive.name === 'disable') {
      this.#isEverywhere = true;
      return;
    }
    this.#starts.push(from);
    this.#ends.push(to);
  }

  has(offset: number): boolean {
    if (this.#isEverywhere) return true;
    const end = this.#ends[countBelow(this.#starts, offset + 1) - 1];
    return end !== undefined && offset <= end;
  }
}

function lineAfter(text: string, offset: number): { from: number; to: number } {
  const from = text.indexOf('\n', offset) + 1;
  if (from === 0) return { from: text.length, to: text.length };
  const to = text.indexOf('\n', from);
  return { from, to: to < 0 ? text.length : to };
}
