import { describe, expect, it } from 'vitest';
import { analyzed } from '../testing/editor.ts';
import { answerRemark } from './diagnostics.ts';

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
