import type { Page } from '../protocol/http';
import type { RunAnswer, RunQuestion, SubstanceName, TankSource } from '../protocol/consequence';
import { download, get, post } from './client';

export function runConsequence(question: RunQuestion, signal: AbortSignal): Promise<RunAnswer> {
  return post('consequence', question, signal);
}

/** The zones of a run as a file for other maps. */
export function exportRun(question: RunQuestion, format: 'geojson' | 'kml'): Promise<Blob> {
  return download(`consequence?format=${format}`, question);
}

export function getTankSource(tank: string): Promise<TankSource> {
  return get(`tanks/${encodeURIComponent(tank)}/release`);
}

export async function listSubstances(): Promise<SubstanceName[]> {
  const page: Page<SubstanceName> = await get('substances?limit=500');
  return page.items;
}
