/** The river's own name along its line of flow; the line itself is named only as a line. */
export function nameAlongFlow(river: GeoJSON.FeatureCollection): GeoJSON.FeatureCollection {
  const body = river.features.find((feature) => feature.properties?.['kind'] === 'river');
  const lines = river.features.filter((feature) => feature.properties?.['kind'] === 'flow_line');
  const features = lines.map((line) => ({ ...line, properties: body?.properties ?? {} }));
  return { type: 'FeatureCollection', features: body === undefined ? [] : features };
}
