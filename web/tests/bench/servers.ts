import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { places, view } from './bigPark';

const web = join(import.meta.dirname, '../..');
const types: Record<string, string> = {
  '.html': 'text/html',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};

/** The stand-in server with the production bundle of `target/web-dist`; resolves with its address. */
export async function startFake(park: string): Promise<{ url: string; process: ChildProcess }> {
  const script = join(web, 'tests/fake-server/main.mjs');
  const child = spawn(process.execPath, [script, park, '0', join(web, '../target/web-dist')], {
    env: { ...process.env, FAKE_ALL: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => {
      resolve(line.toString().trim());
    });
    child.once('exit', () => {
      reject(new Error('the fake server ended'));
    });
  });
  return { url, process: child };
}

/** Serves the plain page, MapLibre as npm has it, and the points. */
export async function startPlain(count: number): Promise<{ url: string; server: Server }> {
  const points = JSON.stringify({ view, places: places(count) });
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/plain.html' : (request.url ?? '/');
    if (path === '/points.json') {
      response.end(points);
      return;
    }
    const folder = path.startsWith('/plain')
      ? import.meta.dirname
      : join(web, 'node_modules/maplibre-gl/dist');
    try {
      const body = readFileSync(join(folder, path));
      response.writeHead(200, { 'content-type': types[extname(path)] ?? 'text/plain' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return { url: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`, server };
}
