import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Analysis, analyze } from '../analysis/analyze.ts';
import { type CriteriaText, readCriteria } from '../criteria/document.ts';
import type { DocumentContext } from '../protocol.ts';
import type { KnownWorld, Worlds } from '../worlds/worlds.ts';

/** An analysis with the document and the context that it belongs to. */
export interface Analyzed {
  readonly document: TextDocument;
  readonly context: DocumentContext;
  readonly analysis: Analysis;
}

interface Kept {
  readonly version: number;
  readonly text: CriteriaText;
  analyzed?: { readonly known: KnownWorld; readonly result: Analyzed };
}

/** Analyses of the open documents, each made once for a version of the document and a world. */
export class Analyses {
  readonly #worlds: Worlds;
  readonly #kept = new Map<string, Kept>();

  constructor(worlds: Worlds) {
    this.#worlds = worlds;
  }

  async of(document: TextDocument): Promise<Analyzed> {
    const kept = this.#read(document);
    const known = await this.#worlds.of(kept.text);
    if (kept.analyzed?.known !== known) {
      const analysis = analyze(kept.text, known.world);
      kept.analyzed = { known, result: { document, context: known.context, analysis } };
    }
    return kept.analyzed.result;
  }

  forget(uri: string): void {
    this.#kept.delete(uri);
  }

  #read(document: TextDocument): Kept {
    const { uri, version } = document;
    const known = this.#kept.get(uri);
    if (known?.version === version) return known;
    // What is let go before has not to be kept in memory, and moved about there, while the new text is read.
    this.forget(uri);
    const kept: Kept = { version, text: readCriteria(uri, document.getText()) };
    this.#kept.set(uri, kept);
    return kept;
  }
}
