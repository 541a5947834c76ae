import type { Exceedance } from '../../live/severity';
import type { SeriesInfo } from '../../protocol/http';
import { formatLimit, unitSign } from '../../text/format';
import type { Texts } from '../../text/texts';

const limitNames = ['alarm_low2', 'alarm_low1', 'alarm_high1', 'alarm_high2'] as const;

/** The limit that was reached, or all limits while none is: "高报 1 · 高高报 2 mg/m³". */
export function limitWords(texts: Texts, series: SeriesInfo, reached: Exceedance | null): string {
  const unit = unitSign(series.unit);
  const set = limitNames.filter((name) => series[name] !== null && series[name] !== undefined);
  if (set.length === 0) return texts.noLimit;
  const shown = reached === null ? set : [reached.limitName];
  const words = shown.map((name) => `${limitWord(texts, name)} ${formatLimit(series[name] ?? 0)}`);
  return `${words.join(' · ')} ${unit}`.trim();
}

export function limitWord(texts: Texts, name: Exceedance['limitName']): string {
  const level = name.endsWith('2') ? 2 : 1;
  return name.startsWith('alarm_high') ? texts.limitHigh(level) : texts.limitLow(level);
}
