import type { PlanWords } from '../../map/planFeatures';
import type { Texts } from '../../text/texts';
import { lineWord, roughMetres, shortLevel } from './planWords';

/** What stands on the lines of an open plan, in the language of the moment. */
export function planLabels(texts: () => Texts): PlanWords {
  return {
    zone: (zone, one, answer) => lineWord(texts(), zone, one, answer),
    kept: (zone, one, answer) => texts().planKeptLine(lineWord(texts(), zone, one, answer)),
    front: (timeS) => texts().minutes(timeS / 60),
    probable: (level, probability) =>
      `${shortLevel(level.level)} · ${String(Math.round(probability * 100))} %`,
    first: (kind, metres) =>
      `${kind === 'isolate' ? texts().planIsolate : texts().planProtect} ${roughMetres(metres)}`,
  };
}
