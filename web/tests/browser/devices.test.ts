import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './chromium';
import { seriousFaults } from './accessibility';
import type { StateHook } from '../../src/panels/livemap/stateHook';
import { asChineseMapsShow, distanceM, type Position } from './datum';
import { drawn, server, shoot, signIn, visit, type Visit } from './park';

/** An unknown box knocks, is registered, gets its secret, is heard, and its unit is mended: the connecting half of J12. */
const box = 'NEW-BOX-1';
const mqtt = process.env['WINDROSE_MQTT'] ?? '';
const hj212 = process.env['WINDROSE_HJ212'] ?? '';

/** Where the box truly stands, and where a Chinese map shows it. */
let truth: Position = [0, 0];

let browser: Browser;
let desk: Visit;

beforeAll(async () => {
  browser = await launchBrowser();
  desk = await visit(browser);
  await signIn(desk.page, '?theme=light&lang=zh-CN');
  await desk.page.waitForSelector('[data-rail=stations]');
});

afterAll(async () => {
  await browser.close();
});

async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(server.url.replace(/\/$/, '') + path);
}

test('devices are listed with state, value and age', async () => {
  const { page } = desk;
  await page.click('[data-rail=stations]');
  await page.locator('[data-stations] tbody tr').first().waitFor();
  expect(page.url()).toContain('/stations');
  await shoot(page, 'devices');
});

test('an unknown box is registered, its secret copied, its first value seen and its unit mended', async () => {
  const { page } = desk;
  await knock();
  await openPage(page, '/stations?theme=light&lang=zh-CN');
  const caller = page.locator(`[data-caller="${box}"]`);
  await caller.waitFor();
  await shoot(page, 'devices-unknown');
  await caller.locator('button').click();
  await page.fill('[data-field=name-zh]', '新气体探测器');
  truth = await middleOfThePark(page);
  const [lon, lat] = asChineseMapsShow(truth);
  await page.fill('[data-field=lon]', lon.toFixed(7));
  await page.fill('[data-field=lat]', lat.toFixed(7));
  await page.selectOption('[data-field=datum]', 'GCJ-02');
  await page.fill('[data-field=sensor]', 'cl2');
  await page.fill('[data-field=sensor-name]', '氯气');
  await page.selectOption('[data-field=unit]', 'ppm');
  await page.click('[data-control=save-station]');
  const secret = (await page.locator('[data-secret] code').innerText()).trim();
  expect(secret.length).toBeGreaterThan(20);
  await page.getByText(`-p ${mqtt.split(':')[1] ?? ''} -q 1 -u NEW-BOX-1`).waitFor();
  await shoot(page, 'device-secret');
  const answer = await fetch(`${server.url.replace(/\/$/, '')}/api/v1/stations/${box}/readings`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${secret}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ values: { cl2: 0.4 } }),
  });
  expect(answer.status).toBe(200);
  await page.locator('[data-arrived]').waitFor();
  expect(await page.locator('[data-arrived]').innerText()).toContain('0.40 ppm');
  await page.click('[data-control=open-station]');
  await page.locator(`[data-station-code="${box}"]`).waitFor();
  await page.click('[data-tab=register]');
  await page.click('[data-control=edit-series]');
  await page.selectOption('[data-field=edit-unit]', 'mg/m3');
  await page.check('[data-field=unit-was-wrong]');
  await page.fill('[data-field=unit-why]', '设备一直按 mg/m3 上传');
  await page.click('[data-control=save-series]');
  await page.locator('[data-series-editor]', { hasText: 'mg/m3' }).waitFor();
  await page.click('[data-tab=values]');
  await page.locator('[data-now]', { hasText: 'mg/m³' }).waitFor();
  await page.locator('[data-long-trend] canvas').waitFor();
  await shoot(page, 'device-page');
  await page.click('[data-tab=frames]');
  await page.locator('[data-frames] tr').first().waitFor();
  expect(await page.locator('[data-frames]').innerText()).toContain('cl2');
});

test('the box placed by a Chinese map stands within 5 m of the truth, and on the map without reload', async () => {
  const { page } = desk;
  await page.click('[data-rail=map]');
  await drawn(page);
  await page.waitForFunction((code) => {
    const hook = (window as unknown as { __windrose: StateHook }).__windrose;
    return hook.screenPositionOf(code) !== null;
  }, box);
  const kept = await page.evaluate(async (code) => {
    const response = await fetch(`/api/v1/stations/${code}`);
    return ((await response.json()) as { position: [number, number] }).position;
  }, box);
  expect(distanceM(kept, truth)).toBeLessThan(5);
  expect(distanceM(asChineseMapsShow(truth), truth)).toBeGreaterThan(100);
  await shoot(page, 'device-on-map');
});

test('a frame with a wrong check sum is refused and counted on the page', async () => {
  const { page } = desk;
  await openPage(page, '/stations?theme=light&lang=zh-CN');
  const before = await page.evaluate(async () => {
    const response = await fetch('/api/v1/hj212/refusals');
    const { counts } = (await response.json()) as { counts: Record<string, number> };
    return counts['crc'] ?? 0;
  });
  await paste(
    '##0101QN=20160801085857223;ST=32;CN=1062;PW=100000;MN=010000A8900016F000169DC0;Flag=5;CP=&&RtdInterval=30&&1C81\r\n',
  );
  await page
    .locator(`[data-refused=crc][data-refused-count="${String(before + 1)}"]`)
    .waitFor({ timeout: 15_000 });
  await shoot(page, 'hj212-refused');
});

test('an environmental station is set up, told the time and its changes are on record', async () => {
  const { page } = desk;
  await openPage(page, '/stations/AQ-1?theme=light&lang=zh-CN');
  await page.click('[data-tab=hj212]');
  await page.locator('[data-hj-line]', { hasText: '已连接' }).waitFor();
  await page.click('[data-control=hj-send]');
  await page.locator('[data-hj-outcome=done]').waitFor({ timeout: 15_000 });
  await page.fill('[data-field=hj-factor]', 'a34004');
  await page.selectOption('[data-field=hj-period]', 'minute');
  await page.selectOption('[data-field=hj-sensor]', '-');
  await page.click('[data-control=hj-map]');
  await page.locator('[data-mapped=a34004]').waitFor();
  await shoot(page, 'hj212-station');
  await page.click('[data-tab=history]');
  await page.locator('[data-history] [data-kind="station.hj212_mapped"]').waitFor();
  expect(await page.locator('[data-kind="station.command_sent"]').count()).toBeGreaterThan(0);
  await shoot(page, 'station-history');
});

test('what nobody understood is mended on the page and stored', async () => {
  const { page } = desk;
  const issued = await page.evaluate(async (code) => {
    const session = (await (await fetch('/api/v1/session')).json()) as { csrf: string };
    const response = await fetch(`/api/v1/stations/${code}/secret`, {
      method: 'POST',
      headers: { 'X-CSRF-Token': session.csrf },
    });
    return ((await response.json()) as { secret: string }).secret;
  }, box);
  await fetch(`${server.url.replace(/\/$/, '')}/api/v1/stations/${box}/readings`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${issued}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ values: { CHLORINE: 7 } }),
  });
  await openPage(page, '/quarantine?theme=light&lang=zh-CN');
  const group = page.locator(`[data-group="${box}/CHLORINE"]`);
  await group.waitFor();
  await shoot(page, 'quarantine');
  await group.locator('[data-control=mend]').click();
  await page.selectOption('[data-field=alias-sensor]', 'cl2');
  await page.click('[data-control=save-alias]');
  await page.locator('[data-done]').waitFor();
  expect(await page.locator('[data-done]').innerText()).toContain('1');
  await group.waitFor({ state: 'detached' });
});

test.each([
  '/stations?theme=dark&lang=en',
  `/stations/${box}?theme=light&lang=zh-CN`,
  '/tickets?theme=dark&lang=zh-CN',
  '/figures?theme=light&lang=en',
])('axe finds no serious fault at %s', async (path) => {
  await openPage(desk.page, path);
  await desk.page.locator('section h2').first().waitFor();
  await shoot(desk.page, `page${path.replace(/\W+/g, '-')}`);
  expect(await seriousFaults(desk.page)).toEqual([]);
});

test('the browser had nothing to complain of', () => {
  expect(desk.watch.strangers).toEqual([]);
  expect(desk.watch.complaints).toEqual([]);
});

/** Between the first stations of the park, so that it lies on the map wherever the park is. */
async function middleOfThePark(page: Page): Promise<Position> {
  return page.evaluate(async () => {
    const response = await fetch('/api/v1/stations?limit=50');
    const { items } = (await response.json()) as { items: { position: [number, number] }[] };
    const mean = (axis: 0 | 1): number =>
      items.reduce((sum, one) => sum + one.position[axis], 0) / items.length;
    return [mean(0), mean(1)] as [number, number];
  });
}

/** Sends text over TCP, as somebody with a terminal would. */
async function paste(text: string): Promise<void> {
  const { connect } = await import('node:net');
  const [host = '127.0.0.1', port = '2120'] = hj212.split(':');
  await new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), host, () => {
      socket.end(text);
    });
    socket.on('close', () => {
      resolve();
    });
    socket.on('error', reject);
    socket.resume();
  });
}

/** Signs in over MQTT under a name that nobody registered, as a box fresh out of its carton does. */
async function knock(): Promise<void> {
  const { connect } = await import('node:net');
  const [host = '127.0.0.1', port = '1883'] = mqtt.split(':');
  const name = Buffer.from(box);
  const field = (text: Buffer): Buffer =>
    Buffer.concat([Buffer.from([text.length >> 8, text.length & 255]), text]);
  const body = Buffer.concat([
    field(Buffer.from('MQTT')),
    Buffer.from([4, 0xc2, 0, 60]),
    field(name),
    field(name),
    field(Buffer.from('factory')),
  ]);
  await new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), host, () => {
      socket.write(Buffer.concat([Buffer.from([0x10, body.length]), body]));
    });
    // any answer is a no; a listener that just hangs up says the same
    socket.on('data', () => socket.destroy());
    socket.on('close', () => {
      resolve();
    });
    socket.on('error', reject);
  });
}
