import {
  drawingKinds,
  isDrawingKind,
  leastPoints,
  type DrawingKind,
} from '../map/tools/drawingKinds';
import type { Position } from '../map/tools/geodesy';
import { Cell } from './Cell';
import { recall, remember } from './store';

/** One thing that a person drew on the map. */
export interface Drawing {
  readonly id: string;
  readonly kind: DrawingKind;
  readonly name: string;
  readonly points: readonly Position[];
}

export const MOST_DRAWINGS = 200;
export const MOST_POINTS = 300;
export const MOST_POINTS_IN_ALL = 5000;
export const LONGEST_NAME = 60;
const MOST_STEPS_BACK = 50;

/** The drawings of one person, kept in this browser; nobody else sees them. Every change can be taken back. */
export class Drawings {
  readonly all: Cell<readonly Drawing[]>;
  readonly canUndo = new Cell(false);
  /** why the last change was not taken, or null */
  readonly refusal = new Cell<'full' | 'not-kept' | null>(null);
  readonly #key: string;
  #before: (readonly Drawing[])[] = [];

  constructor(user: string) {
    this.#key = `drawings.${user}`;
    this.all = new Cell<readonly Drawing[]>(readDrawings(recall(this.#key)));
  }

  /** False when there is no room for them. */
  add(drawings: readonly Drawing[]): boolean {
    return this.#become([...this.all.value, ...drawings]);
  }

  change(id: string, part: Partial<Pick<Drawing, 'name' | 'points'>>): boolean {
    return this.#become(
      this.all.value.map((one) => (one.id === id ? cleaned({ ...one, ...part }) : one)),
    );
  }

  remove(id: string): void {
    this.#become(this.all.value.filter((one) => one.id !== id));
  }

  clear(): void {
    this.#become([]);
  }

  undo(): void {
    const last = this.#before.pop();
    if (last === undefined) return;
    this.#show(last);
  }

  #become(next: readonly Drawing[]): boolean {
    if (!fits(next)) {
      this.refusal.set('full');
      return false;
    }
    this.#before = [...this.#before, this.all.value].slice(-MOST_STEPS_BACK);
    this.#show(next);
    return true;
  }

  #show(next: readonly Drawing[]): void {
    this.all.set(next);
    this.canUndo.set(this.#before.length > 0);
    const kept = remember(this.#key, JSON.stringify({ version: 1, drawings: next }));
    this.refusal.set(kept ? null : 'not-kept');
  }
}

export function fits(drawings: readonly Drawing[]): boolean {
  const points = drawings.reduce((sum, one) => sum + one.points.length, 0);
  return (
    drawings.length <= MOST_DRAWINGS &&
    points <= MOST_POINTS_IN_ALL &&
    drawings.every((one) => one.points.length <= MOST_POINTS)
  );
}

/** What storage holds is as little trusted as a file: whatever is not a drawing is left out. */
export function readDrawings(text: string | null): Drawing[] {
  let found: unknown;
  try {
    found = JSON.parse(text ?? '');
  } catch {
    return [];
  }
  const items = isRecord(found) ? found['drawings'] : undefined;
  if (!Array.isArray(items)) return [];
  const drawings = items.slice(0, MOST_DRAWINGS).flatMap((item: unknown) => {
    const drawing = toDrawing(item);
    return drawing === null ? [] : [drawing];
  });
  return fits(drawings) ? drawings : [];
}

function toDrawing(item: unknown): Drawing | null {
  if (!isRecord(item) || !isDrawingKind(item['kind']) || !Array.isArray(item['points']))
    return null;
  const points = item['points'].map(toPosition);
  const least = leastPoints[drawingKinds[item['kind']].shape];
  if (points.length < least || points.length > MOST_POINTS || points.includes(null)) return null;
  const id = typeof item['id'] === 'string' ? item['id'].slice(0, 40) : newId();
  return cleaned({
    id,
    kind: item['kind'],
    name: typeof item['name'] === 'string' ? item['name'] : '',
    points: points as Position[],
  });
}

/** A place on earth, or null; more digits than a centimetre needs are cut. */
export function toPosition(item: unknown): Position | null {
  if (!Array.isArray(item)) return null;
  const [lon, lat] = item as unknown[];
  if (typeof lon !== 'number' || typeof lat !== 'number') return null;
  const isOnEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 85;
  return isOnEarth ? [Number(lon.toFixed(7)), Number(lat.toFixed(7))] : null;
}

/** A name without control characters, of bounded length. */
export function cleaned(drawing: Drawing): Drawing {
  const name = drawing.name.replace(/\p{Cc}+/gu, ' ').trim();
  return { ...drawing, name: [...name].slice(0, LONGEST_NAME).join('') };
}

export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
