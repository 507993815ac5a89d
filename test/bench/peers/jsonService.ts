// vscode-json-languageservice in process, as VS Code's own JSON support uses it.
import { createRequire } from 'node:module';
import path from 'node:path';

/** What is used of the library. It is not there where types are checked. */
interface Library {
  readonly TextDocument: { create(uri: string, language: string, version: number, text: string): object };
  getLanguageService(parameters: object): {
    configure(settings: object): void;
    parseJSONDocument(document: object): object;
    doValidation(document: object, parsed: object, settings: object): Promise<readonly { readonly message: string }[]>;
  };
}

const uri = 'file:///bench/active.product.swcriteria.json';
const schemaUri = 'file:///bench/criteria.schema.json';

/** A service that has read the schema. */
export interface JsonPeer {
  /** The parsed document, which an editor's server keeps. */
  held: object | undefined;
  /** The messages about a text, from the text. */
  validate(text: string): Promise<readonly string[]>;
}

/** How the service is made of a JSON Schema; `peers` is the folder where it is installed. */
export function jsonPeer(peers: string): (schema: object) => JsonPeer {
  const library: Library = createRequire(path.join(peers, 'package.json'))('vscode-json-languageservice');
  return (schema) => {
    const service = library.getLanguageService({});
    service.configure({ validate: true, schemas: [{ uri: schemaUri, fileMatch: ['*.swcriteria.json'], schema }] });
    return {
      held: undefined,
      async validate(text) {
        const document = library.TextDocument.create(uri, 'jsonc', 1, text);
        const parsed = service.parseJSONDocument(document);
        this.held = parsed;
        const found = await service.doValidation(document, parsed, { comments: 'ignore' });
        return found.map(({ message }) => message);
      },
    };
  };
}
