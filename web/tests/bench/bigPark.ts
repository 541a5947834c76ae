import { cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The middle of the demo park, and a zoom at which all generated points are on a screen of 1920 × 1080. */
export const view = { lon: 116.0156, lat: 35.0181, zoom: 14.2 };
const SPREAD = { lon: 0.05, lat: 0.0225 };

/** Where the points stand: rows over the whole screen, shifted a little so that they do not line up. */
export function places(count: number): [number, number][] {
  const columns = Math.ceil(Math.sqrt(count * 1.8));
  const rows = Math.ceil(count / columns);
  return Array.from({ length: count }, (_, index) => {
    const column = index % columns;
    const row = Math.floor(index / columns);
    const shift = ((row * 37) % 10) / 10;
    return [
      view.lon + ((column + shift) / columns - 0.5) * SPREAD.lon,
      view.lat + (row / rows - 0.5) * SPREAD.lat,
    ];
  });
}

/** A folder like the demo park's, with that many gas detectors of one sensor each instead of its own devices. */
export function writeBigPark(from: string, count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'windrose-bench-'));
  cpSync(from, folder, { recursive: true });
  const features = places(count).map((at, index) => {
    const code = codeOf(index);
    return {
      type: 'Feature',
      id: code,
      properties: { id: code, code, kind: 'gas_detector', name_zh: code, name_en: code },
      geometry: { type: 'Point', coordinates: at },
    };
  });
  const stations = JSON.stringify({ type: 'FeatureCollection', features });
  writeFileSync(join(folder, 'stations.geojson'), stations);
  const head =
    'station_code,sensor_code,factor,name_zh,name_en,cas,hj212_code,unit,range_low,range_high,' +
    'alarm_low1,alarm_low2,alarm_high1,alarm_high2,interval_s,asset_code,basis';
  const rows = places(count).map(
    (_, index) => `${codeOf(index)},nh3,nh3,氨,Ammonia,,,mg/m3,0,100,,,30,60,1,,`,
  );
  writeFileSync(join(folder, 'sensors.csv'), [head, ...rows].join('\n'));
  return folder;
}

function codeOf(index: number): string {
  return `B-${String(index).padStart(5, '0')}`;
}
