import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFaults } from './accessibility';
import { launchBrowser } from './chromium';
import { ask, drawn, letCutTheLine, open, server, shoot, signIn, visit, type Visit } from './park';

const KILOBYTE = 1000;
const tankFarm = '&lon=116.00454&lat=35.02425&z=17.9';

let browser: Browser;
let desk: Visit;

beforeAll(async () => {
  browser = await launchBrowser();
  desk = await visit(browser);
  await desk.page.goto(server.url + '/?theme=dark&lang=zh-CN');
  await desk.page.waitForSelector('#password');
  await shoot(desk.page, 'sign-in');
  await signIn(desk.page, '?theme=dark&lang=zh-CN');
  await drawn(desk.page);
});

afterAll(async () => {
  await browser.close();
});

test('says in words that a password is wrong', async () => {
  const { page, context } = await visit(browser);
  await page.goto(server.url + '/?lang=en');
  await page.fill('#password', 'certainly not the password');
  await page.click('button[type=submit]');
  const alert = page.locator('[role=alert]');
  await alert.waitFor();
  expect(await alert.innerText()).toContain('wrong');
  await context.close();
});

test('draws the park: layers have features on the screen and the canvas has their colours', async () => {
  const counts = await ask(desk.page, (hook) =>
    ['enterprise', 'building', 'road-main', 'water', 'enterprise-label', 'station-masts'].map(
      (layer) => [layer, hook.renderedCount(layer)] as const,
    ),
  );
  for (const [layer, count] of counts) expect(count, layer).toBeGreaterThan(0);
  const seen = await ask(desk.page, (hook) => hook.inSight());
  expect(seen).toContain('tank-level');
  const colours = await coloursOfMap(desk);
  expect(colours, 'different colours on the map').toBeGreaterThan(200);
  await shoot(desk.page, 'main-dark-zh');
});

test('values move by themselves and the camera does not', async () => {
  const address = desk.page.url();
  const before = await ask(desk.page, readingTimes);
  await desk.page.waitForFunction(
    (old) => {
      const now = (
        window as unknown as {
          __windrose: { reading: (id: string) => { atMs: number } | undefined };
        }
      ).__windrose;
      return old.some(([id, atMs]) => (now.reading(id)?.atMs ?? 0) > atMs);
    },
    before,
    { timeout: 15_000 },
  );
  expect(desk.page.url()).toBe(address);
});

test('a click on a station opens its card, with value, limit, age and trend', async () => {
  const { page } = desk;
  await open(page, '?theme=dark&lang=zh-CN' + tankFarm);
  expect(await ask(page, (hook) => hook.inSight())).toContain('stations/gas_detector');
  const at = await ask(page, (hook) => hook.screenPositionOf('GD-E01-001'));
  const box = await page.locator('[data-map]').boundingBox();
  await page.mouse.click((at?.x ?? 0) + (box?.x ?? 0), (at?.y ?? 0) + (box?.y ?? 0));
  await page.locator('[data-card]').waitFor();
  const code = await page.locator('[data-card]').getAttribute('data-card-code');
  const values = page.locator(`[data-card-code="${code ?? ''}"] [data-value]`);
  expect(await values.count()).toBeGreaterThan(0);
  expect(await page.locator('[data-card] [data-age]').first().innerText()).toMatch(/前$/);
  await page.waitForURL(/object=/);
  await page.locator('[data-card] .uplot canvas').waitFor();
  await shoot(page, 'card-open');
  await page.keyboard.press('Escape');
  await page.locator('[data-card]').waitFor({ state: 'detached' });
});

test('an address opens the card of a tank and keeps language and theme', async () => {
  const { page } = desk;
  await open(page, '?theme=dark&lang=zh-CN&object=E01-TK-101' + tankFarm);
  const card = page.locator('[data-card-code="E01-TK-101"]');
  await card.waitFor();
  expect(await card.innerText()).toContain('7782-50-5');
  await shoot(page, 'tank-farm');
});

test('a camera shows a picture that says it is simulated', async () => {
  const { page } = desk;
  await open(page, '?theme=dark&lang=zh-CN&object=CAM-001');
  const picture = page.locator('[data-camera] img');
  await picture.waitFor();
  expect(await page.locator('[data-camera]').innerText()).toContain('模拟画面');
  await page.waitForFunction(() => {
    const image = document.querySelector<HTMLImageElement>('[data-camera] img');
    return image !== null && image.complete && image.naturalWidth > 0;
  });
  await shoot(page, 'camera');
});

test('language and theme change without loading the page again', async () => {
  const { page } = desk;
  await open(page, '?theme=dark&lang=zh-CN');
  const darkness = await brightnessOfMap(desk);
  await page.evaluate(() => Object.assign(window, { kept: true }));
  await page.click('[data-control=language]');
  await page.waitForFunction(() => document.documentElement.lang === 'en');
  expect(await page.locator('[data-kpi]').innerText()).toContain('Enterprises');
  await shoot(page, 'main-dark-en');
  await page.click('[data-control=language]');
  await page.click('[data-control=theme]');
  await shoot(page, 'main-light-zh');
  expect(await brightnessOfMap(desk)).toBeGreaterThan(darkness + 80);
  expect(await page.evaluate(() => 'kept' in window)).toBe(true);
  expect(page.url()).toContain('theme=light');
});

test('the list of stations filters and leads to a card by keyboard alone', async () => {
  const { page } = desk;
  await open(page, '?theme=light&lang=zh-CN');
  await page.focus('[data-control=list]');
  await page.keyboard.press('Enter');
  await page.locator('[data-list] input[type=search]').fill('WX-1');
  await page.locator('[data-list] li button').first().focus();
  await page.keyboard.press('Enter');
  await page.locator('[data-card-code="WX-1"]').waitFor();
  await shoot(page, 'list-light');
});

test('a drill shows on the whole page while it runs', async () => {
  const { page } = desk;
  await open(page, '?theme=dark&lang=zh-CN');
  await page.click('[data-control=drill]');
  await page.locator('[data-scenario]').first().waitFor();
  await shoot(page, 'drill-menu');
  await page.locator('[data-scenario]').first().click();
  const banner = page.locator('[data-banner=drill]');
  await banner.waitFor();
  expect(await banner.innerText()).toContain('演练');
  await shoot(page, 'drill-running');
  await page.click('[data-control=stop-drill]');
  await banner.waitFor({ state: 'detached' });
});

test('on a phone the card is a sheet under the map', async () => {
  // two maps at once are too much for a software renderer
  await desk.page.goto('about:blank');
  const phone = await visit(browser, { width: 390, height: 844, phone: true, signedIn: desk });
  await open(phone.page, '?theme=dark&lang=zh-CN');
  await shoot(phone.page, 'phone');
  await open(phone.page, '?theme=dark&lang=zh-CN&object=E01-TK-101');
  await phone.page.locator('[data-sheet] [data-card]').waitFor();
  const box = await phone.page.locator('[data-sheet]').boundingBox();
  expect(box?.width).toBe(390);
  await shoot(phone.page, 'phone-card');
  expect(phone.watch.complaints).toEqual([]);
  await phone.context.close();
});

test.each(['?theme=dark&lang=zh-CN&object=E01-TK-101', '?theme=light&lang=en&object=GD-E01-001'])(
  'axe finds no serious fault at %s',
  async (query) => {
    await open(desk.page, query);
    await desk.page.locator('[data-card]').waitFor();
    expect(await seriousFaults(desk.page)).toEqual([]);
  },
);

test('the first load weighs less than 210 kB without the map engine, a font of 48 kB and both languages in it', async () => {
  const fresh = await visit(browser);
  await fresh.page.goto(server.url + '/?lang=zh-CN&theme=dark');
  await fresh.page.waitForSelector('#password');
  await fresh.page.waitForTimeout(1000);
  const files = await fresh.page.evaluate(() =>
    performance.getEntriesByType('resource').map((entry) => entry.name),
  );
  const own = [...new Set([server.url + '/', ...files])].filter((name) => !name.includes('/api/'));
  const mapPage = await assetNames(desk, /MapPage/);
  let bytes = 0;
  for (const name of new Set([...own, ...mapPage])) {
    const body = Buffer.from(await (await fetch(name)).arrayBuffer());
    bytes += name.endsWith('.woff2') ? body.length : gzipSync(body).length;
  }
  expect(own.some((name) => name.includes('ParkMap'))).toBe(false);
  expect(bytes).toBeLessThan(210 * KILOBYTE);
  await fresh.context.close();
});

test('a cut line is said within ten seconds, greys the map, and heals', async () => {
  // two maps at once are too much for a software renderer
  await desk.page.goto('about:blank');
  const cut = await visit(browser, { signedIn: desk });
  await letCutTheLine(cut.page);
  await open(cut.page, '?theme=dark&lang=zh-CN');
  await cut.page.evaluate('cutLine()');
  const banner = cut.page.locator('[data-banner=link]');
  await banner.waitFor({ timeout: 10_000 });
  expect(await banner.innerText()).toContain('与服务器断开');
  await cut.page.waitForTimeout(1000);
  await shoot(cut.page, 'cut-link');
  await cut.page.evaluate('healLine()');
  await cut.page.locator('[data-banner=link] button').click();
  await banner.waitFor({ state: 'detached' });
  await cut.context.close();
});

test('nothing was asked of any other machine, and the browser had nothing to complain of', () => {
  expect(desk.watch.strangers).toEqual([]);
  expect(desk.watch.complaints).toEqual([]);
});

async function assetNames({ page }: Visit, pattern: RegExp): Promise<string[]> {
  const names = await page.evaluate(() =>
    performance.getEntriesByType('resource').map((entry) => entry.name),
  );
  return names.filter((name) => pattern.test(name));
}

const readingTimes = (hook: {
  reading: (id: string) => { atMs: number } | undefined;
}): [string, number][] =>
  ['WX-1/wind_speed', 'WX-2/wind_speed', 'GD-E01-001/cl2', 'GD-E02-001/nh3', 'GD-E03-001/lel'].map(
    (id): [string, number] => [id, hook.reading(id)?.atMs ?? 0],
  );

/** A picture of the map alone, as pixels in a canvas of the page. */
async function pixelsOfMap({ page }: Visit): Promise<number[]> {
  const png = (await page.locator('[data-map]').screenshot()).toString('base64');
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = 240;
    canvas.height = 135;
    const pen = canvas.getContext('2d');
    pen?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return [...(pen?.getImageData(0, 0, canvas.width, canvas.height).data ?? [])];
  }, png);
}

async function coloursOfMap(of: Visit): Promise<number> {
  const pixels = await pixelsOfMap(of);
  const colours = new Set<number>();
  for (let at = 0; at < pixels.length; at += 4) {
    colours.add(((pixels[at] ?? 0) << 16) | ((pixels[at + 1] ?? 0) << 8) | (pixels[at + 2] ?? 0));
  }
  return colours.size;
}

async function brightnessOfMap(of: Visit): Promise<number> {
  const pixels = await pixelsOfMap(of);
  let sum = 0;
  for (let at = 0; at < pixels.length; at += 4) sum += pixels[at + 1] ?? 0;
  return sum / (pixels.length / 4);
}
