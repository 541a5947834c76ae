// A stand-in for the Java server, for people who work on the page only: serves a park folder and invented values.
// Usage: node tests/fake-server/main.mjs [park folder] [port] [folder of a built page]
// With FAKE_ALL=1 every series changes once a second, a quarter of them in each frame, as a busy park of the real server does.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { makeAlarms } from './alarms.mjs';
import { listen, broadcast } from './socket.mjs';
import { bootstrap, step, history, moment } from './values.mjs';

const [park = '../gis-data/demo-park', port = '8080', page = '../target/web-dist'] =
  process.argv.slice(2);
const layers = [
  'park enterprises units tanks bunds pipe_racks roads rail river power_lines landuse buildings equipment drainage',
  'people shelters resources stations',
]
  .join(' ')
  .split(' ');
const series = readSeries();
const readings = bootstrap(series);
const alarms = makeAlarms(series);
let drill = null;
alarms.watch([...readings.values()], drill);

const scenario = {
  id: 'chlorine-leak',
  name_zh: '液氯储罐出口管线泄漏',
  name_en: 'Leak at a chlorine tank outlet',
  description_zh: '液氯罐区出口法兰泄漏，持续约 15 分钟。',
  description_en: 'A flange leaks at the chlorine tank farm for about 15 minutes.',
};
const session = {
  user: 'admin',
  mustChangePassword: false,
  csrf: 'fake',
  actions: ['SEE_PARK', 'SEE_HISTORY', 'RUN_SCENARIO', 'PLAN_SCENARIOS'],
  expires: '2099-01-01T00:00:00+08:00',
};
const csp = `default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; style-src 'self'; connect-src 'self' ws: wss:`;

const routes = [
  ['GET', /^park$/, () => parkInfo()],
  [
    'GET',
    /^park\/layers\/(\w+)$/,
    (name) => ({ raw: readFileSync(join(park, `${name}.geojson`)) }),
  ],
  ['GET', /^series$/, () => ({ items: series, next: null })],
  ['GET', /^series\/(.+)\/(.+)\/readings$/, (a, b) => history(series, readings, `${a}/${b}`)],
  ['GET', /^alarms$/, (query) => alarms.list(query)],
  ['GET', /^alarms\/density$/, (query) => alarms.density(query)],
  ['GET', /^readings\/at$/, (query) => moment(series, readings, Date.parse(query.get('at')))],
  ['GET', /^readings$/, (query) => heard(query)],
  ['GET', /^scenarios$/, () => ({ items: [scenario], running: drill })],
  [
    'POST',
    /^scenarios\/(.+)\/run$/,
    () => (setDrill({ id: scenario.id, started: Date.now() }), {}),
  ],
  ['DELETE', /^scenarios\/run$/, () => (setDrill(null), null)],
  ['GET', /^cameras\/(.+)\/snapshot$/, (code) => ({ raw: picture(code), type: 'image/svg+xml' })],
];

const server = createServer((request, response) => {
  const url = new URL(request.url, 'http://fake');
  const path = decodeURIComponent(url.pathname);
  if (!path.startsWith('/api/v1/')) return sendPage(path, response);
  if (path === '/api/v1/session') return sendSession(request, response);
  for (const [method, pattern, answer] of routes) {
    const match = pattern.exec(path.slice('/api/v1/'.length));
    if (match && method === request.method)
      return send(response, answer(...match.slice(1), url.searchParams));
  }
  send(response, problem(404, 'No such thing'));
});
listen(server, createHash, () => [
  patch('snapshot', 'alarms', alarms.columns()),
  patch('snapshot', 'readings', columnsOf([...readings.values()])),
  patch('snapshot', 'scenarios', drillColumns()),
]);
server.listen(Number(port), '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${server.address().port}`),
);

// FAKE_ALL: every value changes once a second, in four frames; otherwise a few do, in one
const frames = process.env.FAKE_ALL === '1' ? 4 : 1;
let frame = 0;
setInterval(() => {
  frame += 1;
  const isDue = frames === 1 ? undefined : (index) => index % frames === frame % frames;
  const changed = step(series, readings, drill, isDue);
  broadcast(patch('patch', 'readings', columnsOf(changed)));
  for (const { kind, alarm } of alarms.watch(changed, drill)) {
    broadcast({ type: 'alarm', kind, cursor: 'x', ...alarm });
  }
  broadcast(patch('patch', 'alarms', alarms.columns()));
}, 1000 / frames);
setInterval(() => broadcast({ type: 'heartbeat', at: Date.now(), cursor: 'x' }), 5000);

function patch(type, layer, upserts, removals = []) {
  return { type, layer, cursor: 'x', at: Date.now(), upserts, removals };
}

function columnsOf(rows) {
  return {
    id: rows.map((r) => r.id),
    v: rows.map((r) => r.v),
    at: rows.map((r) => r.at),
    q: rows.map((r) => r.q),
  };
}

function drillColumns() {
  const rows = drill === null ? [] : [scenario];
  return {
    id: rows.map((r) => r.id),
    name_zh: rows.map((r) => r.name_zh),
    name_en: rows.map((r) => r.name_en),
    started: rows.map(() => drill.started),
    phase: rows.map(() => 'release'),
  };
}

/** A quarter of an hour in which nobody said anything. */
function heard(query) {
  const [from, to] = ['from', 'to'].map((name) => Date.parse(query.get(name)));
  const at = [];
  for (let one = Math.ceil(from / 300_000) * 300_000; one < to; one += 300_000) {
    if (to - one < 16_200_000 || to - one > 18_000_000) at.push(one);
  }
  return { items: [{ at }] };
}

function setDrill(next) {
  drill = next;
  broadcast(patch('patch', 'scenarios', drillColumns(), next === null ? [scenario.id] : []));
}

function parkInfo() {
  const all = readFileSync(join(park, 'park.geojson'), 'utf8');
  const boundary = JSON.parse(all).features.find((f) => f.properties.kind === 'park_boundary');
  const [lons, lats] = [0, 1].map((axis) => boundary.geometry.coordinates[0].map((p) => p[axis]));
  const bounds = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
  const { name_zh, name_en } = boundary.properties;
  return {
    id: 'demo',
    name_zh,
    name_en,
    fictional: true,
    center: [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2],
    bounds,
    areas: [{ id: 'PARK', name_zh, name_en, bounds }],
    layers: layers.map((code) => ({ code, features: 1 })),
  };
}

function readSeries() {
  const [head, ...rows] = readFileSync(join(park, 'sensors.csv'), 'utf8').trim().split('\n');
  const names = head.trim().split(',');
  const number = (text) => (text === '' ? null : Number(text));
  return rows.map((line) => {
    const cells = line
      .trim()
      .match(/("[^"]*"|[^,]*)(,|$)/g)
      .map((c) => c.replace(/,$/, '').replaceAll('"', ''));
    const row = Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
    const {
      station_code: station,
      sensor_code: sensor,
      factor,
      name_zh,
      name_en,
      unit,
      basis,
    } = row;
    const limits = [
      'range_low',
      'range_high',
      'alarm_low1',
      'alarm_low2',
      'alarm_high1',
      'alarm_high2',
      'interval_s',
    ];
    const numbers = Object.fromEntries(limits.map((name) => [name, number(row[name])]));
    const asset = row.asset_code || null;
    return {
      id: `${station}/${sensor}`,
      station,
      sensor,
      factor,
      name_zh,
      name_en,
      unit,
      asset,
      basis,
      ...numbers,
    };
  });
}

function picture(code) {
  const time = new Date().toISOString();
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360"><rect width="640" height="360" fill="#25313a"/><path d="M0 250H640V360H0z" fill="#384853"/><g fill="#5b6f7c"><rect x="80" y="120" width="70" height="140"/><rect x="200" y="150" width="110" height="110" rx="50"/><rect x="420" y="90" width="30" height="170"/></g><text x="16" y="32" fill="#fff" font-family="sans-serif" font-size="18">${code} ${time}</text></svg>`;
}

/** The password is always "windrose". */
function sendSession(request, response) {
  const isIn = /windrose=in/.test(request.headers.cookie ?? '');
  if (request.method === 'GET')
    return send(response, isIn ? session : problem(401, 'Not signed in'));
  let body = '';
  request.on('data', (part) => (body += part));
  request.on('end', () => {
    const right = request.method === 'DELETE' || JSON.parse(body).password === 'windrose';
    if (!right) return send(response, problem(401, 'Wrong password'));
    const value = request.method === 'DELETE' ? 'out' : 'in';
    response.setHeader('set-cookie', `windrose=${value}; HttpOnly; SameSite=Strict; Path=/`);
    send(response, request.method === 'DELETE' ? null : session);
  });
}

function problem(status, title) {
  return { problem: status, body: { type: 'about:blank', title, status } };
}

function send(response, answer) {
  if (answer === null) return response.writeHead(204).end();
  if (answer.raw)
    return response
      .writeHead(200, { 'content-type': answer.type ?? 'application/geo+json' })
      .end(answer.raw);
  const type = answer.problem ? 'application/problem+json' : 'application/json';
  response
    .writeHead(answer.problem ?? 200, { 'content-type': type })
    .end(JSON.stringify(answer.body ?? answer));
}

function sendPage(path, response) {
  const types = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.mjs': 'text/javascript',
    '.css': 'text/css',
    '.svg': 'image/svg+xml',
    '.woff2': 'font/woff2',
  };
  const wanted = join(page, path === '/' ? 'index.html' : path);
  if (!existsSync(wanted)) return response.writeHead(404).end();
  const type = types[extname(wanted)] ?? 'application/octet-stream';
  response
    .writeHead(200, { 'content-type': type, 'content-security-policy': csp })
    .end(readFileSync(wanted));
}
