import type { CriteriaText } from '../criteria/document.ts';
import { analyze } from './analyze.ts';
import type { Prediction } from './prediction.ts';
import type { World } from './world.ts';

/**
 * What the shop will answer to a criteria: undefined when it accepts it, else the errors in the shop's order:
 * the first that is thrown, or all that are collected (reference, section 2). Knows no severities and no `@disable`.
 */
export function predictAnswer(text: CriteriaText, world: World): Prediction | undefined {
  return analyze(text, world).prediction;
}
