import type { LayerCode, Page, ParkInfo, ReadingHistory, SeriesInfo } from '../protocol/http';
import { apiPath, get, ProblemError, Unreachable } from './client';

/** The park, or null when none was imported yet. */
export async function findPark(): Promise<ParkInfo | null> {
  try {
    return await get<ParkInfo>('park');
  } catch (error) {
    if (error instanceof ProblemError && error.status === 404) return null;
    throw error;
  }
}

export function layerPath(code: LayerCode): string {
  return apiPath(`park/layers/${code}`);
}

/** A layer of the park's drawing; a park without that file has an empty one. */
export async function getLayer(code: LayerCode): Promise<GeoJSON.FeatureCollection> {
  try {
    return await get<GeoJSON.FeatureCollection>(`park/layers/${code}`);
  } catch (error) {
    const absent = error instanceof ProblemError && error.status === 404;
    if (absent) return { type: 'FeatureCollection', features: [] };
    throw error;
  }
}

/** All series of the park, page by page. */
export async function listSeries(): Promise<SeriesInfo[]> {
  const all: SeriesInfo[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Page<SeriesInfo> = await get<Page<SeriesInfo>>(`series?limit=2000${query}`);
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null && cursor !== undefined);
  return all;
}

/** Readings of one series between two instants in epoch milliseconds. */
export async function getReadings(
  series: SeriesInfo,
  fromMs: number,
  toMs: number,
  signal?: AbortSignal,
): Promise<ReadingHistory> {
  const station = encodeURIComponent(series.station);
  const sensor = encodeURIComponent(series.sensor);
  const from = encodeURIComponent(new Date(fromMs).toISOString());
  const to = encodeURIComponent(new Date(toMs).toISOString());
  return get(`series/${station}/${sensor}/readings?from=${from}&to=${to}`, signal);
}

/** The newest picture of a camera. */
export async function getSnapshot(cameraCode: string, signal: AbortSignal): Promise<Blob> {
  const path = apiPath(`cameras/${encodeURIComponent(cameraCode)}/snapshot`);
  const response = await fetch(path, { cache: 'no-store', credentials: 'same-origin', signal });
  if (!response.ok) throw new Unreachable(`no picture: ${String(response.status)}`);
  return response.blob();
}
