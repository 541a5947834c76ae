import { sectorOf, type Wind } from '../../live/wind';
import type { Texts } from '../../text/texts';

/** Below this speed a direction means nothing. */
const CALM_MPS = 0.5;

/** "东北风 3.2 m/s": where the wind comes from, and how fast. */
export function windWords(texts: Texts, wind: Pick<Wind, 'fromDeg' | 'speedMps'> | null): string {
  if (wind === null || wind.speedMps === null) return texts.windUnknown;
  const speed = `${wind.speedMps.toFixed(1)} m/s`;
  if (wind.speedMps < CALM_MPS) return `${texts.windCalm} ${speed}`;
  return wind.fromDeg === null ? speed : `${directionWord(texts, wind.fromDeg)} ${speed}`;
}

export function directionWord(texts: Texts, fromDeg: number): string {
  return texts.windFrom.split(',')[sectorOf(fromDeg)] ?? '';
}
