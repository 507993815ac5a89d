import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis/analyze.ts';
import { readCriteria } from '../../server/src/criteria/document.ts';
import type { Problem } from '../../server/src/rules/rule.ts';
import { knownGapsIn } from './knownGaps.ts';
import { RECORDED, readVerdicts, type Verdict } from './verdicts.ts';
import { recordedWorld } from './world.ts';

/** A name that is not there never resolves; in an association the shop notices only when it finds rows (contract, section 3). */
function neverResolves({ code, server }: Problem): boolean {
  return code === 'unknown-field' && server?.refusal.when === 'rows';
}

describe.each(RECORDED)('what is marked in a criteria for $folder', (recorded) => {
  const problemsIn = (verdict: Verdict): readonly Problem[] => {
    const text = readCriteria('untitled:criteria', JSON.stringify(verdict.criteria));
    return analyze(text, recordedWorld(recorded, verdict)).problems;
  };

  it.each(recorded.files)('%s: no error where the shop answered with rows', (file) => {
    const wrong = readVerdicts(recorded.folder, file).flatMap((verdict, index) => {
      if (verdict.status !== 200) return [];
      const errors = problemsIn(verdict).filter((found) => found.severity === 'error' && !neverResolves(found));
      return errors.map(({ code, pointer }) => `${verdict.id ?? index}: ${code} at ${pointer}`);
    });
    expect(wrong).toEqual([]);
  });

  it.each(recorded.files)('%s: something where the shop refused, with its status and codes', (file) => {
    const wrong = readVerdicts(recorded.folder, file).flatMap((verdict, index) => {
      const row = `${recorded.folder} ${file} ${verdict.id ?? index}`;
      if (verdict.status === 200) return [];
      const told = problemsIn(verdict).flatMap(({ server }) => (server ? [server.refusal] : []));
      const isTold = ({ status, code, pointer }: Verdict['errors'][number]): boolean =>
        told.some(
          (refusal) =>
            String(refusal.status) === status && refusal.code === code && (refusal.pointer ?? null) === pointer,
        );
      return verdict.errors.every(isTold) ? [] : [row];
    });
    expect(wrong).toEqual(knownGapsIn(recorded.folder, file));
  });
});
