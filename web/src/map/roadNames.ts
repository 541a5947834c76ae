type Line = GeoJSON.Position[];

/** Joins road edges of the same name end to end, so that a name finds a line long enough to stand on. */
export function joinRoadsByName(roads: GeoJSON.FeatureCollection): GeoJSON.FeatureCollection {
  const byName = new Map<string, GeoJSON.Feature[]>();
  for (const road of roads.features) {
    const name = road.properties?.['name_zh'] as unknown;
    const isNamed =
      typeof name === 'string' && name !== '' && road.properties?.['class'] !== 'service';
    if (!isNamed || road.geometry.type !== 'LineString') continue;
    byName.set(name, [...(byName.get(name) ?? []), road]);
  }
  const features: GeoJSON.Feature[] = [];
  for (const edges of byName.values()) {
    const lines = edges.map((edge) => (edge.geometry as GeoJSON.LineString).coordinates);
    const properties = edges[0]?.properties ?? {};
    for (const coordinates of chain(lines)) {
      features.push({ type: 'Feature', properties, geometry: { type: 'LineString', coordinates } });
    }
  }
  return { type: 'FeatureCollection', features };
}

/** Grows each line at both ends while another one touches there. */
function chain(lines: Line[]): Line[] {
  const open = [...lines];
  const joined: Line[] = [];
  for (let line = open.pop(); line !== undefined; line = open.pop()) {
    let grown = line;
    for (let next = touching(open, grown); next !== null; next = touching(open, grown))
      grown = next;
    joined.push(grown);
  }
  return joined;
}

function touching(open: Line[], line: Line): Line | null {
  for (let index = 0; index < open.length; index += 1) {
    const other = open[index] ?? [];
    const union = union2(line, other);
    if (union === null) continue;
    open.splice(index, 1);
    return union;
  }
  return null;
}

function union2(a: Line, b: Line): Line | null {
  if (meets(a.at(-1), b[0])) return [...a, ...b.slice(1)];
  if (meets(b.at(-1), a[0])) return [...b, ...a.slice(1)];
  if (meets(a.at(-1), b.at(-1))) return [...a, ...b.toReversed().slice(1)];
  return meets(a[0], b[0]) ? [...a.toReversed(), ...b.slice(1)] : null;
}

function meets(a: GeoJSON.Position | undefined, b: GeoJSON.Position | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}
