import { areaM2, geodesicM, lengthM, type Position } from './geodesy';

/** Metres as they are said: "86 m", "1.24 km"; never more digits than a hand on a map has. */
export function lengthText(metres: number): string {
  if (metres < 10) return `${metres.toFixed(1)} m`;
  if (metres < 1000) return `${metres.toFixed(0)} m`;
  return `${(metres / 1000).toFixed(metres < 10_000 ? 2 : 1)} km`;
}

/** Square metres up to a hectare, hectares up to a square kilometre, then those. */
export function areaText(squareMetres: number): string {
  if (squareMetres < 100) return `${squareMetres.toFixed(1)} m²`;
  if (squareMetres < 10_000) return `${squareMetres.toFixed(0)} m²`;
  if (squareMetres < 1_000_000) return `${(squareMetres / 10_000).toFixed(2)} ha`;
  return `${(squareMetres / 1_000_000).toFixed(2)} km²`;
}

/** The sum beside the last corner, and for a line the length of each of its legs. */
export function measureLabels(
  tool: 'distance' | 'surface',
  points: readonly Position[],
): GeoJSON.Feature[] {
  const last = points.at(-1);
  if (last === undefined || points.length < 2) return [];
  const isArea = tool === 'surface' && points.length > 2;
  const sum = label('sum', isArea ? areaText(areaM2(points)) : lengthText(lengthM(points)), last);
  if (tool === 'surface' || points.length < 3) return [sum];
  const legs = points.slice(1).map((to, index) => {
    const from = points[index] ?? to;
    const middle: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    return label('leg', lengthText(geodesicM(from, to)), middle);
  });
  return [...legs, sum];
}

function label(role: string, text: string, at: Position): GeoJSON.Feature {
  return {
    type: 'Feature',
    properties: { role, label: text },
    geometry: { type: 'Point', coordinates: [at[0], at[1]] },
  };
}
