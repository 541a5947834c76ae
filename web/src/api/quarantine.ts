import type { Page } from '../protocol/http';
import type { Alias, QuarantineGroup, QuarantineItem } from '../protocol/registry';
import { get, write } from './client';

const one = encodeURIComponent;

export async function listGroups(): Promise<QuarantineGroup[]> {
  return (await get<{ items: QuarantineGroup[] }>('quarantine/summary')).items;
}

export function listQuarantine(
  station: string | null,
  sensor: string | null = null,
  limit = 50,
): Promise<Page<QuarantineItem>> {
  const about = station === null ? '' : `&station=${one(station)}`;
  const which = sensor === null || sensor === '' ? '' : `&sensor=${one(sensor)}`;
  return get(`quarantine?limit=${String(limit)}${about}${which}`);
}

export interface ReplayReport {
  replayed: number;
  still: { id: number; reason: string }[];
  /** messages that wait for another round */
  more: boolean;
}

export function replay(what: Record<string, unknown>): Promise<ReplayReport> {
  return write('POST', 'quarantine/replay', what);
}

const MOST_AT_ONCE = 500;

/** Puts the messages of a group away, up to 500 at a time. */
export async function dismissGroup(
  group: QuarantineGroup,
  reason: string,
): Promise<{ dismissed: number }> {
  const page = await listQuarantine(group.station, group.sensor, MOST_AT_ONCE);
  const ids = page.items.map((item) => item.id);
  return write('POST', 'quarantine/dismiss', { ids, reason });
}

export function putAlias(station: string, alias: Alias): Promise<unknown> {
  return write('PUT', `stations/${one(station)}/aliases`, alias);
}
