import type { RunAnswer, RunQuestion, TankSource } from '../protocol/consequence';
import type { ProtectiveDistances } from '../protocol/distances';
import type {
  BackgroundRun,
  ProbabilityAnswer,
  ProbabilityQuestion,
} from '../protocol/probability';
import { download, get, post, write } from './client';

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

export function runEnsemble(
  question: ProbabilityQuestion,
  signal: AbortSignal,
): Promise<ProbabilityAnswer> {
  return post('consequence/ensemble', question, signal);
}

export function startRun(question: ProbabilityQuestion): Promise<BackgroundRun> {
  return write('POST', 'consequence/runs', question);
}

export function getRun(id: string): Promise<BackgroundRun> {
  return get(`consequence/runs/${encodeURIComponent(id)}`);
}

export function cancelRun(id: string): Promise<unknown> {
  return write('DELETE', `consequence/runs/${encodeURIComponent(id)}`);
}

export function getDistances(
  cas: string,
  spill: 'small' | 'large',
  at: readonly [number, number],
  signal: AbortSignal,
): Promise<ProtectiveDistances> {
  const query = new URLSearchParams({ cas, spill, lon: String(at[0]), lat: String(at[1]) });
  return get(`protective-distances?${query.toString()}`, signal);
}
