import { connect } from 'node:net';
import type { Page } from 'playwright-core';
import type { Position } from './datum';

/** A chlorine detector of our own, registered with the limits of the demo park, that reports over a real MQTT connection. */
export interface Detector {
  readonly code: string;
  readonly series: string;
  readonly secret: string;
}

/** Limits in mg/m³, as the park's other chlorine detectors have them. */
export const chlorineLimits = { low2: null, low1: null, high1: 1, high2: 2 };

export async function registerDetector(page: Page, code: string, at: Position): Promise<Detector> {
  const secret = await page.evaluate(
    async ([name, position, limits]) => {
      const session = (await (await fetch('/api/v1/session')).json()) as { csrf: string };
      const write = async (method: string, path: string, body: unknown): Promise<unknown> => {
        const answer = await fetch(`/api/v1/${path}`, {
          method,
          headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': session.csrf },
          body: JSON.stringify(body),
        });
        if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
        return answer.json();
      };
      await write('POST', 'stations', {
        code: name,
        kind: 'gas_detector',
        name_zh: `氯气探测器 ${name}`,
        name_en: `Chlorine detector ${name}`,
        enterprise: 'E01',
        position,
        datum: 'CGCS2000',
        height_m: 0.4,
        protocol: 'mqtt',
        gateway: null,
        mn: null,
        properties: {},
      });
      await write('POST', 'series', {
        station: name,
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
      const proposed = (await write('PUT', `series/${name}/cl2/limits`, {
        ...limits,
        unit: 'mg/m3',
        source: 'GB/T 50493',
        why: 'test',
      })) as { version: number };
      await write('POST', `series/${name}/cl2/limits/confirm`, { version: proposed.version });
      const issued = (await write('POST', `stations/${name}/secret`, {})) as { secret: string };
      return issued.secret;
    },
    [code, at, chlorineLimits] as const,
  );
  return { code, series: `${code}/cl2`, secret };
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
