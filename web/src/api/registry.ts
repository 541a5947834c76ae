import type { Page, SeriesInfo } from '../protocol/http';
import type {
  AccessFigure,
  CoverageFigure,
  Health,
  HealthHour,
  HealthItem,
  ImportReport,
  LimitProposal,
  Limits,
  LimitVersion,
  Maintenance,
  RawFrame,
  StationEntry,
  UnknownDevice,
  Listeners,
} from '../protocol/registry';
import { get, write } from './client';

const one = encodeURIComponent;

/** `series/station/sensor` with the statistic as the query that the registers take. */
function seriesPath(series: SeriesInfo, tail = ''): string {
  const [sensor = '', statistic] = series.sensor.split('/');
  const query = statistic === undefined ? '' : `?statistic=${one(statistic)}`;
  return `series/${one(series.station)}/${one(sensor)}${tail}${query}`;
}

export async function listStations(): Promise<StationEntry[]> {
  const all: StationEntry[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${one(cursor)}`;
    const page: Page<StationEntry> = await get(`stations?limit=2000${query}`);
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null && cursor !== undefined);
  return all;
}

export function getStation(code: string): Promise<StationEntry> {
  return get(`stations/${one(code)}`);
}

export function createStation(station: Record<string, unknown>): Promise<StationEntry> {
  return write('POST', 'stations', station);
}

export function changeStation(
  code: string,
  station: Record<string, unknown>,
  version: number,
): Promise<StationEntry> {
  return write('PUT', `stations/${one(code)}`, station, version);
}

export function retireStation(
  code: string,
  reason: string,
  version: number,
): Promise<StationEntry> {
  return write('POST', `stations/${one(code)}/retire`, { reason }, version);
}

export async function issueSecret(code: string): Promise<string> {
  return (await write<{ secret: string }>('POST', `stations/${one(code)}/secret`)).secret;
}

export function revokeSecret(code: string): Promise<unknown> {
  return write('DELETE', `stations/${one(code)}/secret`);
}

export function replaceDevice(code: string, entry: Record<string, unknown>): Promise<unknown> {
  return write('POST', `stations/${one(code)}/replace`, entry);
}

export function beginMaintenance(
  code: string,
  entry: { from: string; to: string | null; reason: string },
): Promise<Maintenance> {
  return write('POST', `stations/${one(code)}/maintenance`, entry);
}

export function endMaintenance(code: string): Promise<Maintenance> {
  return write('POST', `stations/${one(code)}/maintenance/end`, {});
}

export function createSeries(series: Record<string, unknown>): Promise<SeriesInfo> {
  return write('POST', 'series', series);
}

export function changeSeries(
  series: SeriesInfo,
  body: Record<string, unknown>,
  version: number,
): Promise<SeriesInfo> {
  return write('PUT', seriesPath(series), body, version);
}

export function calibrateSeries(
  series: SeriesInfo,
  entry: { last: string; interval_days: number; certificate: string | null },
): Promise<SeriesInfo> {
  return write('PUT', seriesPath(series, '/calibration'), entry);
}

export async function listUnits(): Promise<string[]> {
  return (await get<{ items: string[] }>('units')).items;
}

export function getLimits(series: SeriesInfo): Promise<Limits> {
  return get(seriesPath(series, '/limits'));
}

export function getDefaultLimits(series: SeriesInfo): Promise<LimitProposal> {
  return get(seriesPath(series, '/limits/default'));
}

export function proposeLimits(
  series: SeriesInfo,
  entry: Record<string, unknown>,
): Promise<LimitVersion> {
  return write('PUT', seriesPath(series, '/limits'), entry);
}

export function confirmLimits(series: SeriesInfo, version: number | null): Promise<LimitVersion> {
  return write('POST', seriesPath(series, '/limits/confirm'), { version });
}

export function getListeners(): Promise<Listeners> {
  return get('listeners');
}

export async function listUnknownDevices(): Promise<UnknownDevice[]> {
  return (await get<{ items: UnknownDevice[] }>('unknown-devices')).items;
}

export async function listFrames(code: string): Promise<RawFrame[]> {
  return (await get<{ items: RawFrame[] }>(`stations/${one(code)}/frames`)).items;
}

export function importStations(file: Blob, fingerprint: string | null): Promise<ImportReport> {
  const query =
    fingerprint === null ? 'dry_run=true' : `dry_run=false&fingerprint=${one(fingerprint)}`;
  return write('POST', `import/stations?${query}`, file);
}

export function getHealth(by: 'station' | 'line' | 'enterprise', span: string): Promise<Health> {
  return get(`station-health?window=${span}&by=${by}&limit=2000`);
}

export function getStationHealth(
  code: string,
  span: string,
): Promise<HealthItem & { hours: HealthHour[] }> {
  return get(`station-health/${one(code)}?window=${span}`);
}

export function getAccess(): Promise<AccessFigure> {
  return get('figures/access?window=day');
}

export function getCoverage(): Promise<CoverageFigure> {
  return get('figures/coverage');
}
