import { describe, expect, it } from 'vitest';
import { predictAnswer } from '../../server/src/analysis/predictAnswer.ts';
import { readCriteria } from '../../server/src/criteria/document.ts';
import { answerText, predictionText } from './answerText.ts';
import { knownGapsIn } from './knownGaps.ts';
import { RECORDED, readVerdicts } from './verdicts.ts';
import { recordedWorld } from './world.ts';

/** A refusal that depends on rows counts as predicted when the shop accepted the body over its own rows. */
describe.each(RECORDED)('what a running $folder answered', (recorded) => {
  it.each(recorded.files)('to %s is predicted: status, codes and pointers', (file) => {
    const verdicts = readVerdicts(recorded.folder, file);
    const wrong = verdicts.flatMap((verdict, index) => {
      const text = readCriteria('untitled:criteria', JSON.stringify(verdict.criteria));
      const prediction = predictAnswer(text, recordedWorld(recorded, verdict));
      const dependsOnRows = prediction?.when !== undefined && verdict.status === 200;
      const [answered, predicted] = [answerText(verdict.status, verdict.errors), predictionText(prediction)];
      if (dependsOnRows || predicted === answered) return [];
      return [{ row: `${recorded.folder} ${file} ${verdict.id ?? index}`, answered, predicted }];
    });
    console.log(`${recorded.folder} ${file}: ${verdicts.length - wrong.length} of ${verdicts.length} predicted`);
    const gaps = knownGapsIn(recorded.folder, file);
    expect(wrong.filter(({ row }) => !gaps.includes(row))).toEqual([]);
    expect(wrong.map(({ row }) => row)).toEqual(gaps);
  });
});
