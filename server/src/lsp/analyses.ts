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
  readonly document: TextDocument;
  readonly source: string;
  readonly text: CriteriaText;
  analyzed?: { readonly known: KnownWorld; readonly result: Analyzed };
}

/** Analyses of the open documents, each made once for a text and a world. */
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
    const { uri } = document;
    const source = document.getText();
    const known = this.#kept.get(uri);
    // Not by its version: editors may open a document anew, or number its changes as they like.
    if (known?.document === document && known.source === source) return known;
    // What is let go before has not to be kept in memory, and moved about there, while the new text is read.
    this.forget(uri);
    const kept: Kept = { document, source, text: readCriteria(uri, source) };
    this.#kept.set(uri, kept);
    return kept;
  }
}
