import type { Map as MapLibreMap, MapMouseEvent, MapTouchEvent } from 'maplibre-gl';
import type { Drawing } from '../state/Drawings';
import { shapeOf, type Sketch } from '../state/Sketch';
import type { FilledSources } from './FilledSources';
import { geometryOf } from './tools/drawingFile';
import { drawingKinds } from './tools/drawingKinds';
import type { Position } from './tools/geodesy';
import { measureLabels } from './tools/measure';

type Pointer = MapMouseEvent | MapTouchEvent;

/** How near a click must come to count as a click on a corner, in pixels. */
const REACH = 12;

export interface SketchWords {
  /** what stands beside a drawing that has no name */
  readonly kindName: (kind: Drawing['kind']) => string;
}

/** Shows what is measured and drawn, and turns clicks and drags into corners while a tool is in hand. */
export class SketchLayer {
  readonly #map: MapLibreMap;
  readonly #sources: FilledSources;
  readonly #sketch: Sketch;
  readonly #words: () => SketchWords;
  readonly #endings: (() => void)[] = [];
  #pointer: Position | null = null;
  #drag: { index: number; at: Position } | null = null;

  constructor(map: MapLibreMap, sources: FilledSources, sketch: Sketch, words: () => SketchWords) {
    this.#map = map;
    this.#sources = sources;
    this.#sketch = sketch;
    this.#words = words;
    const draw = (): void => {
      this.draw();
    };
    const { tool, points, done, chosen, corner, active, drawings } = sketch;
    for (const cell of [tool, points, done, chosen, corner, active, drawings.all]) {
      this.#endings.push((cell as typeof points).listen(draw));
    }
    this.#listen();
    this.draw();
  }

  remove(): void {
    for (const end of this.#endings) end();
  }

  get isActive(): boolean {
    return this.#sketch.active.value;
  }

  /** True when the click was the sketch's own; otherwise it belongs to the park. */
  click(event: MapMouseEvent): boolean {
    const sketch = this.#sketch;
    if (!sketch.active.value) return false;
    const at: Position = [event.lngLat.lng, event.lngLat.lat];
    if (sketch.tool.value !== null) this.#setPoint(at, event);
    else this.#pick(at, event);
    return true;
  }

  draw(): void {
    const { drawings, chosen } = this.#sketch;
    const shown = drawings.all.value.map((one) => this.#asMoved(one));
    const said = (one: Drawing): Record<string, unknown> => ({
      id: one.id,
      kind: one.kind,
      chosen: one.id === chosen.value,
      label: one.name === '' ? this.#defaultName(one) : one.name,
    });
    const shapes = shown.filter((one) => drawingKinds[one.kind].shape !== 'point');
    this.#sources.set(
      'drawings',
      shapes.map((one) => feature(said(one), geometryOf(drawingKinds[one.kind].shape, one.points))),
    );
    this.#sources.set(
      'drawing_points',
      shown.map((one) => feature(said(one), { type: 'Point', coordinates: labelPlace(one) })),
    );
    this.#drawDraft();
  }

  #defaultName(one: Drawing): string {
    return drawingKinds[one.kind].sign === null && one.kind !== 'text'
      ? ''
      : this.#words().kindName(one.kind);
  }

  #drawDraft(): void {
    const { tool, points, done } = this.#sketch;
    const set = points.value;
    const hand = tool.value;
    const live = this.#pointer !== null && !done.value && set.length > 0;
    const all = live && this.#pointer !== null ? [...set, this.#pointer] : set;
    const shape = hand === null ? 'point' : shapeOf(hand);
    const drawn = shape === 'area' && all.length < 3 ? 'line' : shape;
    const isDrawn = shape !== 'point' && all.length > 1;
    this.#sources.set('draft', isDrawn ? [feature({}, geometryOf(drawn, all))] : []);
    const corners = set.map((at) => feature({ role: 'corner' }, point(at)));
    this.#sources.set('draft_points', corners.length > 0 ? corners : this.#handles());
    const measures = hand === 'distance' || hand === 'surface';
    this.#sources.set('draft_labels', measures ? measureLabels(hand, all) : []);
  }

  /** The corners of the chosen drawing, and between them the places where a new one can be pulled out. */
  #handles(): GeoJSON.Feature[] {
    const chosen = this.#sketch.active.value ? this.#sketch.drawing() : null;
    if (chosen === null) return [];
    const { points, kind } = this.#asMoved(chosen);
    const corners = points.map((at, index) =>
      feature(
        { role: this.#sketch.corner.value === index ? 'chosen' : 'corner', index },
        point(at),
      ),
    );
    const isArea = drawingKinds[kind].shape === 'area';
    const between = points.flatMap((at, index) => {
      const next = points[index + 1] ?? (isArea ? points[0] : undefined);
      if (next === undefined) return [];
      const middle: Position = [(at[0] + next[0]) / 2, (at[1] + next[1]) / 2];
      return [feature({ role: 'between', index }, point(middle))];
    });
    return [...between, ...corners];
  }

  #asMoved(one: Drawing): Drawing {
    const drag = this.#drag;
    if (drag === null || one.id !== this.#sketch.chosen.value) return one;
    return { ...one, points: one.points.map((at, index) => (index === drag.index ? drag.at : at)) };
  }

  #setPoint(at: Position, event: MapMouseEvent): void {
    const { points, done, tool } = this.#sketch;
    const isArea = tool.value !== null && shapeOf(tool.value) === 'area';
    const [first, last] = [points.value[0], points.value.at(-1)];
    const isNear = (to: Position | undefined): boolean =>
      to !== undefined && this.#map.project([to[0], to[1]]).dist(event.point) < REACH;
    // a click on the last corner, or for an area on the first, says: that is all
    if (!done.value && points.value.length > 1 && (isNear(last) || (isArea && isNear(first)))) {
      this.#sketch.finish();
    } else if (done.value || !isNear(last)) {
      this.#sketch.add(at);
    }
  }

  #pick(at: Position, event: MapMouseEvent): void {
    const sketch = this.#sketch;
    const handle = this.#handleAt(event);
    if (handle !== null) {
      if (handle.between) sketch.insertCorner(handle.index, at);
      else sketch.corner.set(handle.index);
      return;
    }
    if (sketch.corner.value !== null) {
      sketch.moveCorner(sketch.corner.value, at);
      return;
    }
    const { x, y } = event.point;
    const layers = ['drawing-pin', 'drawing-label', 'drawing-line', 'drawing-dash', 'drawing-fill'];
    const hits = this.#map.queryRenderedFeatures(
      [
        [x - 6, y - 6],
        [x + 6, y + 6],
      ],
      { layers },
    );
    const id: unknown = hits[0]?.properties['id'];
    sketch.choose(typeof id === 'string' ? id : null);
  }

  #handleAt(event: Pointer): { index: number; between: boolean } | null {
    const { x, y } = event.point;
    const hits = this.#map.queryRenderedFeatures(
      [
        [x - REACH / 2, y - REACH / 2],
        [x + REACH / 2, y + REACH / 2],
      ],
      { layers: ['draft-point'] },
    );
    const hit = hits.find((one) => one.properties['role'] !== 'between') ?? hits[0];
    const index: unknown = hit?.properties['index'];
    if (typeof index !== 'number') return null;
    return { index, between: hit?.properties['role'] === 'between' };
  }

  #listen(): void {
    const map = this.#map;
    const sketch = this.#sketch;
    const begin = (event: Pointer): void => {
      if (!sketch.active.value || sketch.tool.value !== null) return;
      const handle = this.#handleAt(event);
      if (handle === null || handle.between) return;
      event.preventDefault();
      this.#drag = { index: handle.index, at: [event.lngLat.lng, event.lngLat.lat] };
      sketch.corner.set(handle.index);
    };
    const move = (event: Pointer): void => {
      const at: Position = [event.lngLat.lng, event.lngLat.lat];
      if (this.#drag !== null) {
        this.#drag = { index: this.#drag.index, at };
        this.draw();
      } else if (sketch.tool.value !== null && sketch.points.value.length > 0) {
        this.#pointer = event.type === 'mousemove' ? at : null;
        this.#drawDraft();
      }
    };
    const end = (): void => {
      const drag = this.#drag;
      this.#drag = null;
      if (drag !== null) sketch.moveCorner(drag.index, drag.at);
    };
    const leave = (): void => {
      this.#pointer = null;
      this.#drawDraft();
    };
    map.on('mousedown', begin);
    map.on('touchstart', begin);
    map.on('mousemove', move);
    map.on('touchmove', move);
    map.on('mouseup', end);
    map.on('touchend', end);
    map.on('mouseout', leave);
    this.#endings.push(
      sketch.active.listen((active) => {
        // two quick clicks set two corners; they do not zoom
        if (active) map.doubleClickZoom.disable();
        else map.doubleClickZoom.enable();
      }),
    );
  }
}

function feature(properties: Record<string, unknown>, geometry: GeoJSON.Geometry): GeoJSON.Feature {
  return { type: 'Feature', properties, geometry };
}

function point(at: Position): GeoJSON.Point {
  return { type: 'Point', coordinates: [at[0], at[1]] };
}

/** Where the name stands: on a point, in the middle of an area, on the middle corner of a line. */
function labelPlace(one: Drawing): GeoJSON.Position {
  const { shape } = drawingKinds[one.kind];
  if (shape === 'line') return [...(one.points[Math.floor(one.points.length / 2)] ?? [0, 0])];
  const sum = one.points.reduce(([x, y], at) => [x + at[0], y + at[1]] as const, [0, 0] as const);
  return [sum[0] / one.points.length, sum[1] / one.points.length];
}
