import { onScopeDispose, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { getDensity, listAlarms, listHeard } from '../../api/alarms';
import { gapsOf, type Density, type Span } from '../../live/timeBar';
import type { LivePark } from '../../state/LivePark';

const BUCKETS = 288;
const GAP_STEP_S = 300;
/** So many series, spread over the park, speak for all when nothing is heard. */
const SAMPLES = 12;
const REFRESH_MS = 60_000;
const AFTER_CHANGE_MS = 3_000;
const QUIET_PACE_S = 60;

export interface BarData {
  /** null while it is not known */
  readonly density: Readonly<ShallowRef<Density | null>>;
  readonly failed: Readonly<ShallowRef<boolean>>;
  readonly gaps: Readonly<ShallowRef<readonly Span[]>>;
  /** when alarms began */
  readonly events: Readonly<ShallowRef<readonly number[]>>;
}

/** What the time bar draws, read once a minute and after each change of the alarms. */
export function useBarData(park: LivePark, span: Ref<Span>, maySeeHistory: boolean): BarData {
  const density = shallowRef<Density | null>(null);
  const failed = shallowRef(false);
  const gaps = shallowRef<readonly Span[]>([]);
  const events = shallowRef<readonly number[]>([]);
  let soon: ReturnType<typeof setTimeout> | undefined;
  let number = 0;

  async function read(): Promise<void> {
    const { fromMs, toMs } = span.value;
    const mine = ++number;
    const isMine = (): boolean => mine === number;
    await Promise.all([
      getDensity(fromMs, toMs, BUCKETS)
        .then((found) => {
          if (!isMine()) return;
          density.value = found;
          failed.value = false;
        })
        .catch(() => {
          if (isMine()) failed.value = true;
        }),
      listAlarms(fromMs, toMs)
        .then(({ items }) => {
          if (isMine()) events.value = items.map((one) => one.first_at);
        })
        .catch(() => undefined),
      maySeeHistory ? readGaps(fromMs, toMs, isMine) : undefined,
    ]);
  }

  async function readGaps(fromMs: number, toMs: number, isMine: () => boolean): Promise<void> {
    const series = sampleOf(park);
    if (series.length === 0) return;
    const heard = await listHeard(series, fromMs, toMs, GAP_STEP_S).catch(() => null);
    // the newest piece is still being filled
    const upTo = { fromMs, toMs: toMs - 2 * GAP_STEP_S * 1000 };
    if (heard !== null && isMine()) gaps.value = gapsOf(heard, GAP_STEP_S * 1000, upTo);
  }

  const timer = setInterval(() => {
    if (!document.hidden) void read();
  }, REFRESH_MS);
  const unlisten = park.state.onAlarmNews(() => {
    clearTimeout(soon);
    soon = setTimeout(() => void read(), AFTER_CHANGE_MS);
  });
  // a bar that moves with the minute is not another bar
  watch(
    () => [span.value.toMs - span.value.fromMs, Math.round(span.value.toMs / REFRESH_MS)],
    (now, before) => {
      if (now[0] !== before[0] || Math.abs((now[1] ?? 0) - (before[1] ?? 0)) > 2) void read();
    },
  );
  void read();
  onScopeDispose(() => {
    clearInterval(timer);
    clearTimeout(soon);
    unlisten();
    number = -1;
  });
  return { density, failed, gaps, events };
}

/** Series of different stations that speak often enough for five minutes of silence to mean something. */
function sampleOf(park: LivePark): string[] {
  const lively = [...park.model.stations.values()].flatMap((station) => {
    const one = station.series.find((series) => (series.interval_s ?? Infinity) <= QUIET_PACE_S);
    return one === undefined ? [] : [one.id];
  });
  const every = Math.max(1, Math.floor(lively.length / SAMPLES));
  return lively.filter((_, index) => index % every === 0).slice(0, SAMPLES);
}
