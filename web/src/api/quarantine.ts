import type { Page } from '../protocol/http';
import type { Alias, QuarantineGroup, QuarantineItem } from '../protocol/registry';
import { get, write } from './client';

const one = encodeURIComponent;

export async function listGroups(): Promise<QuarantineGroup[]> {
  return (await get<{ items: QuarantineGroup[] }>('quarantine/summary')).items;
}

export function listQuarantine(
  station: string | null,
  cursor: string | null,
): Promise<Page<QuarantineItem>> {
  const about = station === null ? '' : `&station=${one(station)}`;
  const after = cursor === null ? '' : `&cursor=${one(cursor)}`;
  return get(`quarantine?limit=50${about}${after}`);
}

export interface ReplayReport {
  replayed: number;
  left: number;
}

export function replay(what: Record<string, unknown>): Promise<ReplayReport> {
  return write('POST', 'quarantine/replay', what);
}

export function dismiss(what: Record<string, unknown>): Promise<{ dismissed: number }> {
  return write('POST', 'quarantine/dismiss', what);
}

export async function listAliases(station: string): Promise<Alias[]> {
  return (await get<{ items: Alias[] }>(`stations/${one(station)}/aliases`)).items;
}

export function putAlias(station: string, alias: Alias): Promise<unknown> {
  return write('PUT', `stations/${one(station)}/aliases`, alias);
}
