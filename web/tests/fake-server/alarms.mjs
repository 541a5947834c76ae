// Alarms of the invented values by the registered limits, as far as the page needs them; the real rule lives in the Java server.
const KEPT_MS = 30 * 60_000;
const fields = (
  'series station level side priority state first_at last_at value at peak peak_at limit unit limit_source ' +
  'limit_confirmed count received_at drill'
).split(' ');

export function makeAlarms(series) {
  const byId = new Map(series.map((one) => [one.id, one]));
  const standing = new Map();
  const past = inventPast(series);
  let number = 0;

  /** Looks at new readings and returns the events they made and the ids that are gone. */
  function watch(readings, drill) {
    const events = [];
    for (const reading of readings) {
      const one = byId.get(reading.id);
      const reached = worst(one, reading.v);
      const known = standing.get(reading.id);
      if (reached === null) {
        if (known !== undefined && known.state !== 'returned') {
          Object.assign(known, { state: 'returned', value: reading.v, at: reading.at });
          events.push({ kind: 'returned', alarm: known });
        }
        continue;
      }
      const now = { value: reading.v, at: reading.at, last_at: reading.at };
      if (known === undefined) {
        const alarm = open(one, reached, reading, drill);
        standing.set(reading.id, alarm);
        events.push({ kind: 'opened', alarm });
      } else {
        const isRaised = reached.level > known.level;
        if (isRaised) Object.assign(known, reached);
        if (known.state === 'returned') known.count += 1;
        if (reading.v > known.peak) Object.assign(known, { peak: reading.v, peak_at: reading.at });
        Object.assign(known, now, { state: 'active' });
        if (isRaised) events.push({ kind: 'raised', alarm: known });
      }
    }
    return events;
  }

  function open(one, reached, reading, drill) {
    number += 1;
    return {
      id: `0193-${String(number).padStart(6, '0')}`,
      series: one.id,
      station: one.station,
      ...reached,
      state: 'active',
      first_at: reading.at,
      last_at: reading.at,
      value: reading.v,
      at: reading.at,
      peak: reading.v,
      peak_at: reading.at,
      unit: one.unit,
      limit_source: one.basis || null,
      limit_confirmed: false,
      count: 1,
      received_at: Date.now(),
      drill: drill === null ? null : drill.id,
    };
  }

  function columns() {
    const rows = [...standing.values()].filter(
      (one) => one.state !== 'returned' || Date.now() - one.last_at < KEPT_MS,
    );
    const column = (name) => rows.map((one) => one[name]);
    return Object.fromEntries(['id', ...fields].map((name) => [name, column(name)]));
  }

  function list(query) {
    const [from, to] = ['from', 'to'].map((name) => Date.parse(query.get(name)));
    const live = [...standing.values()].map((one) => ({
      ...one,
      ended_at: null,
      returned_at: one.state === 'returned' ? one.last_at : null,
    }));
    const stood = (one) => one.first_at < to && (one.returned_at ?? Infinity) >= from;
    return { items: [...live, ...past].filter(stood), next: null };
  }

  function density(query) {
    const [from, to] = ['from', 'to'].map((name) => Date.parse(query.get(name)));
    const buckets = Number(query.get('buckets') ?? 96);
    const step_ms = Math.ceil((to - from) / buckets);
    const priority = { 1: [], 2: [], 3: [] };
    for (const one of Object.keys(priority)) priority[one] = Array(buckets).fill(0);
    for (const one of list(query).items) {
      const first = Math.max(0, Math.floor((one.first_at - from) / step_ms));
      const last = Math.floor(((one.returned_at ?? to - 1) - from) / step_ms);
      for (let i = first; i <= Math.min(buckets - 1, last); i++) priority[one.priority][i] += 1;
    }
    return { from, to, step_ms, priority };
  }
  return { watch, columns, list, density };
}

function worst(one, value) {
  const pairs = [
    ['alarm_high2', 2, 'high'],
    ['alarm_low2', 2, 'low'],
    ['alarm_high1', 1, 'high'],
    ['alarm_low1', 1, 'low'],
  ];
  for (const [name, level, side] of pairs) {
    const limit = one[name];
    if (limit === null || value === null || (side === 'high' ? value < limit : value > limit)) {
      continue;
    }
    const isToxic = one.factor === 'o2' || ['mg/m3', 'ppm', 'ppb'].includes(one.unit);
    return { level, side, limit, priority: level === 1 ? 3 : isToxic ? 1 : 2 };
  }
  return null;
}

/** A quiet day with a few alarms and one bad quarter of an hour. */
function inventPast(series) {
  const gas = series.filter((one) => one.alarm_high2 !== null && /^(GD|B)-/.test(one.station));
  if (gas.length === 0) return [];
  const hour = 3_600_000;
  const begin = [2.1, 2.12, 2.14, 2.2, 7.4, 11.9, 15.2, 20.6].map((h) => Date.now() - h * hour);
  return begin.map((first_at, index) => {
    const one = gas[(index * 37) % gas.length];
    const level = index < 2 ? 2 : 1;
    const limit = level === 2 ? one.alarm_high2 : one.alarm_high1;
    return {
      ...{ id: `0192-${index}`, series: one.id, station: one.station, level, side: 'high', limit },
      priority: level === 1 ? 3 : one.factor === 'lel' ? 2 : 1,
      ...{ state: 'returned', first_at, last_at: first_at + 9e5, value: limit, at: first_at + 9e5 },
      ...{ peak: limit * 1.4, peak_at: first_at + 3e5, unit: one.unit, limit_source: one.basis },
      ...{ limit_confirmed: false, count: 1, received_at: first_at, drill: null },
      ...{ returned_at: first_at + 9e5, ended_at: first_at + 27e5 },
    };
  });
}
