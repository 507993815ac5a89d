import { describe, expect, it } from 'vitest';
import type {
  CodeAction,
  DefinitionLink,
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  InlayHint,
  Location,
  Range,
  SelectionRange,
  SemanticTokens,
  SymbolInformation,
  TextEdit,
} from 'vscode-languageserver-protocol';
import type { DocumentContext } from '../../server/src/protocol.ts';
import type { OpenDocument, TestClient } from './client.ts';
import { editors } from './editors.ts';

const start = editors();

async function ask<Result>(client: TestClient, document: OpenDocument, method: string, params = {}): Promise<Result> {
  return client.request(`textDocument/${method}`, {
    textDocument: { uri: document.uri },
    position: document.cursor,
    ...params,
  });
}

const CONTEXT: DocumentContext = { shops: [], rules: {} };
const ALL: Range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

describe('the page of an entity', () => {
  it('opens at the property that the cursor is on', async () => {
    const client = await start({ virtualDocuments: true });
    const document = await client.open('{"sort": "manufacturer.na|me"}');
    const [link] = await ask<DefinitionLink[]>(client, document, 'definition');
    expect(link?.targetUri).toBe('swcriteria-entity:/bundled%3A6.7/product_manufacturer.md');
    expect(link?.originSelectionRange?.start.character).toBe(23);
    const page = await client.request<{ text: string }>('workspace/textDocumentContent', { uri: link?.targetUri });
    expect(page.text.split('\n')[link?.targetRange.start.line ?? 0]).toMatch(/^- `name` — string/);
  });

  it('is left alone by a variable, which leads to the line that gives its value', async () => {
    const client = await start({ virtualDocuments: true });
    const document = await client.open('// @var word oak\n{"term": "{{wo|rd}} desk"}');
    const [link] = await ask<DefinitionLink[]>(client, document, 'definition');
    expect(link).toMatchObject({ targetUri: document.uri, targetRange: { start: { line: 0, character: 0 } } });
    const marks = await ask<DocumentHighlight[]>(client, document, 'documentHighlight');
    expect(marks.map(({ range }) => range.start)).toEqual([
      { line: 0, character: 8 },
      { line: 1, character: 10 },
    ]);
  });

  it('says what to do where its schema is gone', async () => {
    const client = await start({ virtualDocuments: true });
    const uri = 'swcriteria-entity:/gone/product.md';
    const page = await client.request<{ text: string }>('workspace/textDocumentContent', { uri });
    expect(page.text).toMatch(/no longer known/);
  });

  it('is found among the symbols of the workspace', async () => {
    const client = await start({ virtualDocuments: true });
    await client.open('{}');
    const symbols = await client.request<SymbolInformation[]>('workspace/symbol', { query: 'prodmanu' });
    expect(symbols.map(({ name }) => name)).toEqual(['product_manufacturer', 'product_manufacturer_translation']);
  });

  it('is only offered to editors that can show it', async () => {
    const client = await start();
    expect(client.capabilities.definitionProvider).toBeUndefined();
    expect(client.capabilities.workspaceSymbolProvider).toBeUndefined();
    const document = await client.open('// @entity product\n// @disable unknown-field\n{}');
    expect(await ask<DocumentLink[]>(client, document, 'documentLink')).toEqual([
      { range: expect.anything(), target: expect.stringMatching(/docs\/rules\/unknown-field\.md$/) },
    ]);
  });
});

describe('references', () => {
  const other = 'file:///other.product.swcriteria.json';
  const files = {
    'file:///active.product.swcriteria.json': '{"sort": "what is saved, and not what is open"}',
    [other]: '{\n"filter": {"manufacturer.name": "x", "name": "y"}}',
    'file:///tax.swcriteria.json': '{"sort": "name"}',
  };

  it('are found in open documents and in all files of the workspace', async () => {
    const client = await start({ context: () => CONTEXT, files });
    const document = await client.open('{"includes": {"product_manufacturer": ["na|me"]}}');
    const locations = await ask<Location[]>(client, document, 'references', { context: { includeDeclaration: true } });
    expect(locations).toEqual([
      { uri: document.uri, range: { start: { line: 0, character: 40 }, end: { line: 0, character: 44 } } },
      { uri: other, range: { start: { line: 1, character: 25 }, end: { line: 1, character: 29 } } },
    ]);
  });

  it('are highlighted in the document itself', async () => {
    const client = await start();
    const document = await client.open('{"sort": "st|ock,-stock", "filter": {"name": "stock"}}');
    expect(await ask<DocumentHighlight[]>(client, document, 'documentHighlight')).toHaveLength(2);
  });
});

describe('what is shown in the lines', () => {
  const source = '// @entity product\n{\n  "associations": {\n    "media": {}\n  }\n}';

  it('are the entities behind associations, unless a setting says no', async () => {
    const client = await start({ context: ({ uri }) => ({ ...CONTEXT, inlayHints: !uri.includes('off') }) });
    const on = await client.open(source);
    const [hint] = await ask<InlayHint[]>(client, on, 'inlayHint', { range: ALL });
    expect(hint).toMatchObject({ label: 'product_media[]', position: { line: 3, character: 11 } });
    const off = await client.open(source, 'file:///off.product.swcriteria.json');
    expect(await ask<InlayHint[]>(client, off, 'inlayHint', { range: ALL })).toEqual([]);
  });

  it('are colours for directives and names', async () => {
    const client = await start();
    const document = await client.open(source);
    const { data } = await ask<SemanticTokens>(client, document, 'semanticTokens/full');
    const types = client.capabilities.semanticTokensProvider?.legend.tokenTypes ?? [];
    expect(data.filter((_, index) => index % 5 === 3).map((type) => types[type])).toEqual([
      'macro',
      'class',
      'namespace',
    ]);
  });

  it('folds without hiding what closes', async () => {
    const client = await start();
    const document = await client.open(source);
    expect(await ask<FoldingRange[]>(client, document, 'foldingRange')).toEqual([
      { startLine: 1, endLine: 4 },
      { startLine: 2, endLine: 3 },
    ]);
  });

  it('is selected step by step', async () => {
    const client = await start();
    const document = await client.open('{"sort": "manufac|turer.name"}');
    const [inner] = await ask<SelectionRange[]>(client, document, 'selectionRange', { positions: [document.cursor] });
    expect(inner?.range).toEqual({ start: { line: 0, character: 10 }, end: { line: 0, character: 22 } });
    expect(inner?.parent?.range).toEqual({ start: { line: 0, character: 10 }, end: { line: 0, character: 27 } });
  });
});

describe('the layout', () => {
  it('is made by formatting', async () => {
    const client = await start();
    const document = await client.open('{"limit":1}');
    const options = { tabSize: 2, insertSpaces: true };
    const edits = await ask<TextEdit[]>(client, document, 'formatting', { options });
    expect(edits.map(({ newText }) => newText)).toEqual(['\n  ', ' ', '\n']);
    const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
    expect(await ask<TextEdit[]>(client, document, 'rangeFormatting', { options, range })).not.toEqual([]);
  });

  it('has its keys sorted by those who ask for it', async () => {
    const client = await start();
    const document = await client.open('{"limit": 1, "associations": {}}');
    const actions = (only?: string[]) =>
      ask<CodeAction[]>(client, document, 'codeAction', {
        range: ALL,
        context: { diagnostics: [], ...(only && { only }) },
      });
    expect((await actions(['source'])).map(({ kind }) => kind)).toEqual(['source.sortKeys']);
    expect((await actions()).map(({ kind }) => kind)).not.toContain('source.sortKeys');
  });
});

describe('refactorings', () => {
  const actions = (client: TestClient, document: OpenDocument, only?: string[]) =>
    ask<CodeAction[]>(client, document, 'codeAction', {
      range: { start: document.cursor, end: document.cursor },
      context: { diagnostics: [], ...(only && { only }) },
    });

  it('are offered at the cursor, as edits of this version of the document', async () => {
    const client = await start();
    const document = await client.open('{"limit": 1, "sort": "-na|me"}');
    const found = await actions(client, document, ['refactor.rewrite']);
    expect(found.map(({ title }) => title)).toEqual(['Write the sorting as a list', 'Add the prefix "product."']);
    expect(found[0]).toMatchObject({
      kind: 'refactor.rewrite',
      edit: {
        documentChanges: [
          {
            textDocument: { uri: document.uri, version: 1 },
            edits: [{ newText: '[{ "field": "name", "order": "DESC" }]' }],
          },
        ],
      },
    });
  });

  it('stay away when only fixes are asked for', async () => {
    const client = await start();
    const document = await client.open('{"limit": 1, "sort": "-na|me"}');
    expect(await actions(client, document, ['quickfix'])).toEqual([]);
  });
});

describe('a path of several steps', () => {
  it('is found by a few letters of each, and asked for again while typing goes on', async () => {
    const client = await start();
    const document = await client.open('{"sort": [{"field": "manuname|"}]}');
    const { isIncomplete, items } = await document.completionList();
    expect(isIncomplete).toBe(true);
    expect(items.at(-1)?.label).toBe('manufacturer.name');
    const keys = await client.open('{|}', 'file:///keys.product.swcriteria.json');
    expect((await keys.completionList()).isIncomplete).toBe(false);
  });
});
