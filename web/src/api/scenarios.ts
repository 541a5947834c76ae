import type { Scenarios } from '../protocol/http';
import { get, ProblemError, write } from './client';

/** The drills that can be run; none outside the demo. */
export async function listScenarios(): Promise<Scenarios> {
  try {
    return await get<Scenarios>('scenarios');
  } catch (error) {
    const absent = error instanceof ProblemError && (error.status === 404 || error.status === 403);
    if (absent) return { items: [], running: null };
    throw error;
  }
}

export async function runScenario(id: string): Promise<void> {
  await write('POST', `scenarios/${encodeURIComponent(id)}/run`);
}

export async function stopScenario(): Promise<void> {
  await write('DELETE', 'scenarios/run');
}
