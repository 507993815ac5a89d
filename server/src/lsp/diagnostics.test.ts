import { describe, expect, it } from 'vitest';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { positionsIn } from '../position.ts';
import { analyzed } from '../testing/editor.ts';
import { answerRemark, diagnosticsOf } from './diagnostics.ts';

describe('what the shop answers, behind a message', () => {
  it.each([
    ['{ "limit": 0 }', ' (400 FRAMEWORK__INVALID_LIMIT_QUERY)'],
    ['{ "sort": 5 }', ' (500, a PHP error)'],
    ['// @path /api/search/nope\n{}', ' (404)'],
    ['{ "term": ["a"] }', ''],
  ])('%s', (text, remark) => {
    const problem = analyzed(text).problems.find(({ severity }) => severity === 'error' || severity === 'warning');
    expect(problem && answerRemark(problem)).toBe(remark);
  });
});

describe('very many problems', () => {
  const shown = (text: string) => {
    const document = TextDocument.create('file:///product.swcriteria.json', 'swcriteria', 1, text);
    return diagnosticsOf({ analysis: analyzed(text), positions: positionsIn(document), document }, undefined);
  };

  it('are shown as far as somebody reads them, the gravest first', () => {
    const filters = Array.from({ length: 600 }, () => '{"type": "equals", "field": "name", "value": "x", "odd": 1}');
    const text = `{"limit": 5, "filter": [${filters.join(',')}, {"type": "equals", "field": "nothing", "value": 1}]}`;
    const diagnostics = shown(text);
    expect(diagnostics).toHaveLength(500);
    expect(diagnostics[0]).toMatchObject({ code: 'unknown-field', severity: DiagnosticSeverity.Error });
    expect(diagnostics.at(-1)).toMatchObject({
      severity: DiagnosticSeverity.Information,
      message: '102 more problems are not shown. They appear when others are fixed.',
    });
  });
});
