import type {
  CommandAnswer,
  HistoryEntry,
  Hj212Line,
  Hj212Mapping,
  Hj212Refusals,
  Hj212Settings,
  Hj212Welcome,
} from '../protocol/hj212';
import type { Page } from '../protocol/http';
import { get, write } from './client';

const one = encodeURIComponent;

function base(code: string): string {
  return `stations/${one(code)}/hj212`;
}

export function getHj212(code: string): Promise<Hj212Settings> {
  return get(base(code));
}

export function getHj212Line(code: string): Promise<Hj212Line> {
  return get(`${base(code)}/line`);
}

export function putHj212(
  code: string,
  settings: { mn?: string; sources: string[] } & Partial<Hj212Welcome>,
): Promise<Hj212Settings> {
  return write('PUT', base(code), settings);
}

export function putHj212Password(code: string, password: string): Promise<Hj212Settings> {
  return write('PUT', `${base(code)}/password`, { password });
}

export function endHj212Password(code: string): Promise<Hj212Settings> {
  return write('DELETE', `${base(code)}/password`);
}

export function putMapping(code: string, mapping: Record<string, unknown>): Promise<Hj212Settings> {
  return write('PUT', `${base(code)}/mapping`, mapping);
}

export function endMapping(code: string, mapping: Hj212Mapping): Promise<Hj212Settings> {
  const { factor, period, statistic } = mapping;
  const query = `factor=${one(factor)}&period=${one(period)}&statistic=${one(statistic)}`;
  return write('DELETE', `${base(code)}/mapping?${query}`);
}

export function sendCommand(code: string, order: Record<string, unknown>): Promise<CommandAnswer> {
  return write('POST', `stations/${one(code)}/commands`, order);
}

export function listRefusals(): Promise<Hj212Refusals> {
  return get('hj212/refusals');
}

export function listHistory(code: string, cursor: string | null): Promise<Page<HistoryEntry>> {
  return get(
    `stations/${one(code)}/history?limit=50${cursor === null ? '' : `&cursor=${one(cursor)}`}`,
  );
}
