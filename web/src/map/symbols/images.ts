import type { StationKind } from '../../live/parkModel';
import type { Severity } from '../../live/severity';
import { isAboveLimit, type StationStatus } from '../../live/status';
import type { Colours } from '../colours';
import type { SymbolImage } from './canvas';
import { drawMark } from './drawMarks';
import { placeMarks } from './placeMarks';
import { severityMark } from './severityMarks';
import { signImage } from './signs';
import { stationMark, type CalmCondition } from './stationMarks';

const calm: CalmCondition[] = ['normal', 'silent', 'unknown', 'fault', 'service'];

/** The name of the symbol for a station of this kind in this state. */
export function imageNameOf(kind: StationKind, status: StationStatus): string {
  const stale = status.freshness === 'stale' ? '-stale' : '';
  if (isAboveLimit(status)) {
    return `mark-${status.condition}${stale}${status.isDrill ? '-drill' : ''}`;
  }
  return `${kind}-${status.condition}${stale}`;
}

/** Draws the symbol called `name`, or null for a name that is none of ours. */
export function drawImage(colours: Colours, name: string): SymbolImage | null {
  const mark = /^mark-p([123])(-stale)?(-drill)?$/.exec(name);
  if (mark !== null) {
    return severityMark(colours, {
      severity: Number(mark[1]) as Severity,
      stale: mark[2] !== undefined,
      drill: mark[3] !== undefined,
    });
  }
  const station = /^([a-z_]+)-(normal|silent|unknown|fault|service)(-stale)?$/.exec(name);
  if (station !== null && calm.includes(station[2] as CalmCondition)) {
    return stationMark(
      colours,
      station[1] as StationKind,
      station[2] as CalmCondition,
      station[3] !== undefined,
    );
  }
  return drawMark(colours, name) ?? signImage(colours, name) ?? placeMarks(colours)[name] ?? null;
}
