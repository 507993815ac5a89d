import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyzed } from '../../server/src/testing/editor.ts';
import { readVerdicts, type Verdict } from './verdicts.ts';

const verdicts = readVerdicts('6.7.6-dev', 'bodies');

/** A body with what stands between two places of each path given by variables. */
function withVariables(json: string, from: number, to: number): string {
  const given: string[] = [];
  const body = json.replaceAll(/"field":"([^"\\{}\s]+)"/g, (_, path: string) => {
    const start = from % path.length;
    const end = start + 1 + (to % (path.length - start));
    given.push(path.slice(start, end));
    return `"field":"${path.slice(0, start)}{{v${given.length}}}${path.slice(end)}"`;
  });
  return [...given.map((value, index) => `// @var v${index + 1} ${value}`), body].join('\n');
}

function seen({ criteria, entity }: Verdict, write: (json: string) => string) {
  const { problems, prediction } = analyzed(write(JSON.stringify(criteria)), { entity });
  return { prediction, problems: problems.map(({ code, message, pointer }) => ({ code, message, pointer })) };
}

describe('a path that variables make', () => {
  it('is judged as what is sent', () => {
    fc.assert(
      fc.property(fc.constantFrom(...verdicts), fc.nat(50), fc.nat(50), (verdict, from, to) => {
        const plain = seen(verdict, (json) => json);
        expect(seen(verdict, (json) => withVariables(json, from, to))).toEqual(plain);
      }),
      { numRuns: 500 },
    );
  });
});
