import type { ReadingPatch, ScenarioPatch } from '../protocol/messages';

/** The newest reading of one series, as the server said it. */
export interface LiveReading {
  /** null: the device sent that it has no value */
  readonly value: number | null;
  /** device time, epoch milliseconds */
  readonly atMs: number;
  readonly quality: number;
}

export interface RunningDrill {
  readonly id: string;
  readonly name_zh: string;
  readonly name_en: string;
  readonly startedMs: number;
  readonly phase: string;
}

export interface Applied<Item> {
  readonly items: ReadonlyMap<string, Item>;
  /** ids that were set or removed */
  readonly changed: ReadonlySet<string>;
}

/**
 * The readings after `patch`. A snapshot replaces everything, a patch changes what it names; within a patch an older
 * reading never replaces a newer one.
 */
export function applyReadings(
  before: ReadonlyMap<string, LiveReading>,
  patch: ReadingPatch,
): Applied<LiveReading> {
  const columns = patch.upserts;
  return applyColumns(before, patch.type, patch.removals, columns.id, (row, known) => {
    const atMs = columns.at[row] ?? 0;
    if (known !== undefined && known.atMs > atMs) return known;
    return { value: columns.v[row] ?? null, atMs, quality: columns.q[row] ?? 0 };
  });
}

/** The running drills after `patch`. */
export function applyScenarios(
  before: ReadonlyMap<string, RunningDrill>,
  patch: ScenarioPatch,
): Applied<RunningDrill> {
  const columns = patch.upserts;
  return applyColumns(before, patch.type, patch.removals, columns.id, (row) => ({
    id: columns.id[row] ?? '',
    name_zh: columns.name_zh[row] ?? '',
    name_en: columns.name_en[row] ?? '',
    startedMs: columns.started[row] ?? 0,
    phase: columns.phase[row] ?? '',
  }));
}

export function applyColumns<Item>(
  before: ReadonlyMap<string, Item>,
  type: 'snapshot' | 'patch',
  removals: readonly string[],
  ids: readonly string[],
  itemAt: (row: number, known: Item | undefined) => Item,
): Applied<Item> {
  const items = new Map<string, Item>(type === 'patch' ? before : []);
  const changed = new Set<string>(type === 'snapshot' ? before.keys() : []);
  for (const id of removals) {
    if (items.delete(id)) changed.add(id);
  }
  ids.forEach((id, row) => {
    const known = items.get(id);
    const next = itemAt(row, known);
    if (next === known) return;
    items.set(id, next);
    changed.add(id);
  });
  return { items, changed };
}
