import type { GeoJSONSource, GeoJSONSourceDiff } from 'maplibre-gl';

type Properties = Readonly<Record<string, string | number | boolean>>;

interface Shown {
  readonly properties: Properties;
  readonly geometry: GeoJSON.Geometry | null;
}

/**
 * Feeds one GeoJSON source with what changed. At most one update is on its way to the worker; what changes meanwhile
 * waits and is merged, so that a burst of readings never piles up behind a slow graphics card.
 */
export class FeatureFeed {
  readonly #source: GeoJSONSource;
  readonly #shown = new Map<string, Shown>();
  readonly #waiting = new Map<string, Shown>();
  #sending = false;

  constructor(source: GeoJSONSource) {
    this.#source = source;
  }

  /** Shows `id` with these properties; a null geometry takes it off the map. */
  put(id: string, properties: Properties, geometry: GeoJSON.Geometry | null): void {
    const known = this.#waiting.get(id) ?? this.#shown.get(id);
    if (geometry === null && (known?.geometry ?? null) === null) return;
    if (known?.geometry === geometry && same(known.properties, properties)) return;
    this.#waiting.set(id, { properties, geometry });
  }

  /** Sends what waits, unless an update is still on its way. */
  flush(): void {
    if (this.#sending || this.#waiting.size === 0) return;
    const diff = this.#takeDiff();
    this.#sending = true;
    this.#source
      .updateData(diff)
      .catch(() => undefined)
      .finally(() => {
        this.#sending = false;
      });
  }

  #takeDiff(): GeoJSONSourceDiff {
    const diff: Required<Pick<GeoJSONSourceDiff, 'add' | 'update' | 'remove'>> = {
      add: [],
      update: [],
      remove: [],
    };
    for (const [id, next] of this.#waiting) {
      const known = this.#shown.get(id);
      if (next.geometry === null) {
        if (known !== undefined && known.geometry !== null) diff.remove.push(id);
      } else if (known === undefined || known.geometry === null) {
        diff.add.push({
          type: 'Feature',
          id,
          properties: { ...next.properties },
          geometry: next.geometry,
        });
      } else {
        const moved = next.geometry === known.geometry ? {} : { newGeometry: next.geometry };
        const changes = changesOf(known.properties, next.properties);
        diff.update.push({ id, addOrUpdateProperties: changes, ...moved });
      }
      this.#shown.set(id, next);
    }
    this.#waiting.clear();
    return diff;
  }
}

function changesOf(before: Properties, after: Properties): { key: string; value: unknown }[] {
  return Object.entries(after)
    .filter(([key, value]) => before[key] !== value)
    .map(([key, value]) => ({ key, value }));
}

function same(a: Properties, b: Properties): boolean {
  return changesOf(a, b).length === 0;
}
