import { connect } from 'node:net';
import type { BrowserContext } from 'playwright-core';
import type { Position } from './datum';
import { server } from './park';

/** A chlorine detector of our own, registered with the limits of the demo park, that reports over a real MQTT connection. */
export interface Detector {
  readonly code: string;
  readonly series: string;
  readonly secret: string;
}

/** Limits in mg/m³, as the park's other chlorine detectors have them. */
const chlorineLimits = { low2: null, low1: null, high1: 1, high2: 2 };

/** Writes as the signed-in person of this context, without a page. */
async function write(
  context: BrowserContext,
  csrf: string,
  method: string,
  path: string,
  data: unknown,
): Promise<unknown> {
  const answer = await context.request.fetch(`${server.url.replace(/\/$/, '')}/api/v1/${path}`, {
    method,
    headers: csrf === '' ? {} : { 'X-CSRF-Token': csrf },
    data,
  });
  if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`);
  return answer.json();
}

/** Signs the whole context in; its pages open without asking. */
export async function signInQuietly(context: BrowserContext): Promise<string> {
  const { user, password } = server;
  const session = await write(context, '', 'POST', 'session', { user, password });
  return (session as { csrf: string }).csrf;
}

export async function registerDetector(
  context: BrowserContext,
  csrf: string,
  code: string,
  position: Position,
): Promise<Detector> {
  await write(context, csrf, 'POST', 'stations', {
    code,
    kind: 'gas_detector',
    name_zh: `氯气探测器 ${code}`,
    name_en: `Chlorine detector ${code}`,
    enterprise: 'E01',
    position,
    datum: 'CGCS2000',
    height_m: 0.4,
    protocol: 'mqtt',
    gateway: null,
    mn: null,
    properties: {},
  });
  await write(context, csrf, 'POST', 'series', {
    station: code,
    sensor: 'cl2',
    factor: 'cl2',
    name_zh: '氯气',
    name_en: 'Chlorine',
    unit: 'mg/m3',
    interval_s: 10,
    range_low: 0,
    range_high: 60,
    cas: '7782-50-5',
  });
  const proposed = await write(context, csrf, 'PUT', `series/${code}/cl2/limits`, {
    ...chlorineLimits,
    unit: 'mg/m3',
    source: 'GB/T 50493',
    why: 'test',
  });
  const { version } = proposed as { version: number };
  await write(context, csrf, 'POST', `series/${code}/cl2/limits/confirm`, { version });
  const issued = await write(context, csrf, 'POST', `stations/${code}/secret`, {});
  return { code, series: `${code}/cl2`, secret: (issued as { secret: string }).secret };
}

/** Signs in, publishes with quality of service 1, and comes back when the value is acknowledged, which is after the commit. */
export async function publish(detector: Detector, value: number): Promise<void> {
  const [host = '127.0.0.1', port = '1883'] = (process.env['WINDROSE_MQTT'] ?? '').split(':');
  const body = JSON.stringify({ ts: Date.now(), values: { cl2: value } });
  await new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), host, () => {
      const flags = Buffer.from([4, 0xc2, 0, 60]);
      socket.write(
        packet(0x10, [
          field('MQTT'),
          flags,
          field(detector.code),
          field(detector.code),
          field(detector.secret),
        ]),
      );
    });
    socket.setTimeout(15_000, () => socket.destroy(new Error('the listener does not answer')));
    socket.on('data', (answer) => {
      if (answer[0] === 0x20 && answer[3] !== 0) {
        socket.destroy(new Error(`refused with ${String(answer[3])}`));
      } else if (answer[0] === 0x20) {
        const topic = field(`windrose/${detector.code}/readings`);
        socket.write(packet(0x32, [topic, Buffer.from([0, 1]), Buffer.from(body)]));
      } else if (answer[0] === 0x40) {
        socket.end();
        resolve();
      }
    });
    socket.on('error', reject);
  });
}

function field(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
}

/** A packet with its remaining length in the variable form. */
function packet(type: number, parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = body.length < 128 ? [body.length] : [(body.length & 127) | 128, body.length >> 7];
  return Buffer.concat([Buffer.from([type, ...length]), body]);
}
