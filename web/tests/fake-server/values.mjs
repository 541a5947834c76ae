// Invented values that wander; a drill raises the chlorine detectors around one tank.
const DRILL = 512;
const start = {
  wind_speed: 3.2,
  wind_dir: 48,
  temperature: 16,
  humidity: 58,
  level: 55,
  pm25: 38,
  pressure: 0.5,
  pm10: 60,
};

export function bootstrap(series) {
  const readings = new Map();
  for (const one of series) {
    if (hash(one.id) % 97 === 0) continue; // never heard from
    readings.set(one.id, {
      id: one.id,
      v: firstValue(one),
      at: Date.now() - 3000,
      q: firstQuality(one),
    });
  }
  return readings;
}

export function step(series, readings, drill, isDue = () => Math.random() < 0.1) {
  const changed = [];
  for (const [index, one] of series.entries()) {
    const reading = readings.get(one.id);
    if (reading === undefined || hash(one.id) % 89 === 0 || !isDue(index)) continue;
    const inCloud = drill !== null && one.factor === 'cl2' && /^GD-E01-00[1-9]$/.test(one.station);
    const number = Number(one.station.slice(-1));
    const value = inCloud ? 12 / number + Math.random() : wander(one, reading.v);
    changed.push({
      ...reading,
      v: value,
      at: Date.now() - 500,
      q: inCloud ? DRILL : firstQuality(one),
    });
  }
  for (const reading of changed) readings.set(reading.id, reading);
  return changed;
}

export function history(series, readings, id) {
  const one = series.find((each) => each.id === id);
  const to = Date.now();
  const at = Array.from({ length: 360 }, (_, index) => to - 3_600_000 + index * 10_000);
  let value = readings.get(id)?.v ?? 0;
  const v = at.map(() => (value = wander(one, value)));
  return { series: id, unit: one.unit, at, v, q: at.map(() => 0) };
}

/** The park as it might have been. */
export function moment(series, readings, at) {
  const known = series.filter((one) => readings.has(one.id));
  return {
    at,
    series: known.map((one) => one.id),
    v: known.map((one) => wander(one, readings.get(one.id).v)),
    t: known.map((one) => at - 1000 * (1 + (hash(one.id) % 20))),
    q: known.map((one) => firstQuality(one)),
  };
}

function firstValue(one) {
  if (hash(one.id) % 211 === 3 && one.alarm_high1 !== null) return one.alarm_high1 * 1.2;
  if (hash(one.id) % 503 === 5 && one.alarm_high2 !== null) return one.alarm_high2 * 1.3;
  const middle = start[one.factor] ?? (one.alarm_high1 === null ? 1 : one.alarm_high1 * 0.05);
  const low = one.alarm_low1 ?? -1e9;
  const high = one.alarm_high1 ?? 1e9;
  return Math.min(
    high - 0.05 * Math.abs(high),
    Math.max(low + 0.05 * Math.abs(low), middle * (0.7 + (hash(one.id) % 60) / 100)),
  );
}

function firstQuality(one) {
  if (hash(one.id) % 131 === 1) return 64;
  return hash(one.id) % 173 === 2 ? 256 : 0;
}

function wander(one, value) {
  const size = Math.abs(start[one.factor] ?? value) * 0.01;
  return Math.max(0, (value ?? 0) + (Math.random() - 0.5) * size);
}

function hash(text) {
  let sum = 7;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) >>> 0;
  return sum;
}
