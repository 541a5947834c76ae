import { drawingKinds, leastPoints, type DrawingKind, type Shape } from '../map/tools/drawingKinds';
import type { Position } from '../map/tools/geodesy';
import { Cell } from './Cell';
import { LONGEST_NAME, MOST_POINTS, newId, type Drawing, type Drawings } from './Drawings';

export type Tool = 'distance' | 'surface' | DrawingKind;

/** What a person holds over the map: a tool, the points set so far, or a drawing that is being changed. */
export class Sketch {
  /** the tool in hand; null while drawings can be chosen and changed */
  readonly tool = new Cell<Tool | null>(null);
  readonly points = new Cell<readonly Position[]>([]);
  /** a measurement that was brought to its end stands until the next begins */
  readonly done = new Cell(false);
  readonly chosen = new Cell<string | null>(null);
  /** the corner of the chosen drawing that the next click moves */
  readonly corner = new Cell<number | null>(null);
  /** true while measuring or drawing has the map's clicks */
  readonly active = new Cell(false);

  constructor(readonly drawings: Drawings) {}

  /** Opens the panel without a tool: clicks choose drawings. */
  open(): void {
    this.take(null);
    this.active.set(true);
  }

  take(tool: Tool | null): void {
    this.#clear();
    this.choose(null);
    this.tool.set(tool);
    if (tool !== null) this.active.set(true);
  }

  close(): void {
    this.take(null);
    this.active.set(false);
  }

  /** One step back towards nothing: the points, the tool, the choice, the panel. */
  escape(): void {
    if (this.points.value.length > 0) this.#clear();
    else if (this.corner.value !== null) this.corner.set(null);
    else if (this.chosen.value !== null) this.choose(null);
    else if (this.tool.value !== null && !this.#isMeasure()) this.take(null);
    else this.close();
  }

  add(at: Position): void {
    const tool = this.tool.value;
    if (tool === null) return;
    if (this.done.value) this.#clear();
    if (this.points.value.length >= MOST_POINTS) return;
    this.points.set([...this.points.value, at]);
    if (shapeOf(tool) === 'point') this.finish();
  }

  /** Ends the line or area; with too few points nothing happens. */
  finish(): void {
    const tool = this.tool.value;
    const points = this.points.value;
    if (tool === null || this.done.value || points.length < leastPoints[shapeOf(tool)]) return;
    if (tool === 'distance' || tool === 'surface') {
      this.done.set(true);
      return;
    }
    const drawing: Drawing = { id: newId(), kind: tool, name: '', points };
    if (!this.drawings.add([drawing])) return;
    this.take(null);
    this.choose(drawing.id);
  }

  undo(): void {
    if (this.points.value.length > 0 && !this.done.value) {
      this.points.set(this.points.value.slice(0, -1));
      return;
    }
    this.drawings.undo();
    if (this.drawing() === null) this.choose(null);
  }

  choose(id: string | null): void {
    this.chosen.set(id);
    this.corner.set(null);
  }

  drawing(): Drawing | null {
    return this.drawings.all.value.find((one) => one.id === this.chosen.value) ?? null;
  }

  rename(name: string): void {
    const one = this.drawing();
    if (one !== null) this.drawings.change(one.id, { name: name.slice(0, 2 * LONGEST_NAME) });
  }

  moveCorner(index: number, to: Position): void {
    const one = this.drawing();
    if (one === null || one.points[index] === undefined) return;
    this.drawings.change(one.id, {
      points: one.points.map((point, at) => (at === index ? to : point)),
    });
  }

  /** Sets a new corner behind the one of this number. */
  insertCorner(after: number, at: Position): void {
    const one = this.drawing();
    if (one === null || one.points.length >= MOST_POINTS) return;
    this.drawings.change(one.id, { points: one.points.toSpliced(after + 1, 0, at) });
    this.corner.set(after + 1);
  }

  /** Takes the chosen corner away, or the whole drawing when none is chosen or none can be missed. */
  remove(): void {
    const one = this.drawing();
    if (one === null) return;
    const corner = this.corner.value;
    if (corner !== null && one.points.length > leastPoints[drawingKinds[one.kind].shape]) {
      this.drawings.change(one.id, { points: one.points.toSpliced(corner, 1) });
      this.corner.set(null);
      return;
    }
    this.drawings.remove(one.id);
    this.choose(null);
  }

  #isMeasure(): boolean {
    return this.tool.value === 'distance' || this.tool.value === 'surface';
  }

  #clear(): void {
    this.points.set([]);
    this.done.set(false);
  }
}

export function shapeOf(tool: Tool): Shape {
  if (tool === 'distance') return 'line';
  return tool === 'surface' ? 'area' : drawingKinds[tool].shape;
}
