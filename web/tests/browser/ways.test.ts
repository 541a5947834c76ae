import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFaults } from './accessibility';
import { launchBrowser } from './chromium';
import { geoTiff } from './geotiff';
import { open, server, shoot, signIn, visit, type Visit } from './park';

/** The ways of looking at the one park: a phone in one hand, a wall across the room, a computer without WebGL. */
const WAIT_MS = 15_000;
const PHONE = { width: 390, height: 844, phone: true } as const;
let browser: Browser;
let desk: Visit;

beforeAll(async () => {
  browser = await launchBrowser();
  desk = await visit(browser);
  await signIn(desk.page, '?theme=dark&lang=zh-CN');
  await desk.page.locator('[data-map]').waitFor({ timeout: 60_000 });
  // a map that nobody looks at would take the others' time
  await desk.page.goto('about:blank');
});

afterAll(async () => {
  await browser.close();
});

const address = (path: string): string => server.url.replace(/\/$/, '') + path;

async function heightOfSheet(page: Page): Promise<string | null> {
  return page.locator('[data-sheet]').getAttribute('data-sheet-height');
}

test('a phone moves its sheet through three heights by keys, by arrows and by hand', async () => {
  const { page, context, watch } = await visit(browser, { ...PHONE, signedIn: desk });
  await open(page, '?theme=dark&lang=zh-CN');
  page.setDefaultTimeout(WAIT_MS);
  expect(await heightOfSheet(page)).toBe('peek');
  // alarms come first, and are seen at the lowest height already
  const alarms = await page.locator('[data-sheet] [data-alarms] header').boundingBox();
  expect(alarms).not.toBeNull();
  expect((alarms?.y ?? 0) + (alarms?.height ?? 0)).toBeLessThan(PHONE.height);
  await page.click('[data-control=sheet-up]');
  expect(await heightOfSheet(page)).toBe('half');
  await page.locator('[data-control=sheet-handle]').focus();
  await page.keyboard.press('ArrowUp');
  expect(await heightOfSheet(page)).toBe('full');
  await page.keyboard.press('Home');
  expect(await heightOfSheet(page)).toBe('peek');
  const handle = await page.locator('[data-control=sheet-handle]').boundingBox();
  if (handle === null) throw new Error('no handle');
  const x = handle.x + handle.width / 2;
  await page.mouse.move(x, handle.y + 20);
  await page.mouse.down();
  await page.mouse.move(x, 420, { steps: 4 });
  await page.waitForTimeout(700);
  await page.mouse.move(x, 410);
  await page.mouse.up();
  expect(await heightOfSheet(page)).toBe('half');
  await shoot(page, 'phone-sheet');
  expect(await smallTargets(page)).toEqual([]);
  expect(await seriousFaults(page)).toEqual([]);
  expect(watch.complaints).toEqual([]);
  await context.close();
});

/** Buttons of the phone's map page that a thumb would miss. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        '.rail button, .controls button, [data-sheet] .head *',
      ),
    ]
      .filter(
        (one) =>
          one.matches('button, [tabindex]') && one.checkVisibility({ visibilityProperty: true }),
      )
      .filter((one) => one.offsetHeight < 44 || one.offsetWidth < 44)
      .map((one) => one.outerHTML.slice(0, 120)),
  );
}

test.each(['stations', 'quarantine', 'tickets', 'figures', 'walls', 'overlays'])(
  'the page of %s fits a phone and axe finds no serious fault',
  async (name) => {
    const { page, context } = await visit(browser, { ...PHONE, signedIn: desk });
    page.setDefaultTimeout(WAIT_MS);
    await page.goto(address(`/${name}?theme=light&lang=en`));
    await page.locator('.workspace h2').first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(500);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(PHONE.width);
    expect(await seriousFaults(page)).toEqual([]);
    await shoot(page, `phone-${name}`);
    await context.close();
  },
);

test('a wall is paired by its code, shows the park in large letters, and goes dark when revoked', async () => {
  const wall = await visit(browser, { width: 1920, height: 1080 });
  wall.page.setDefaultTimeout(WAIT_MS);
  await wall.page.goto(address('/wall?lang=zh-CN&theme=dark'));
  const code = await wall.page.locator('[data-wall-code]').innerText();
  await shoot(wall.page, 'wall-pairing');

  const admin = await visit(browser, { width: 800, height: 600, signedIn: desk });
  admin.page.setDefaultTimeout(WAIT_MS);
  await admin.page.goto(address('/walls?lang=zh-CN&theme=light'));
  await admin.page.locator('[data-wall-field=code]').waitFor({ timeout: 60_000 });
  await admin.page.fill('[data-wall-field=code]', code.toLowerCase());
  await admin.page.fill('[data-wall-field=name]', '值班室左屏');
  await admin.page.click('[data-control=pair-wall]');
  await admin.page.locator('[data-wall-id]').waitFor();
  await shoot(admin.page, 'walls');

  await wall.page.locator('[data-wall=stage]').waitFor({ timeout: 60_000 });
  await wall.page.locator('[data-link=live]').waitFor();
  await wall.page.waitForFunction(
    () => (window as unknown as { __windrose: { map: () => string } }).__windrose.map() === 'drawn',
    undefined,
    { timeout: 60_000 },
  );
  expect(await smallLetters(wall.page)).toEqual([]);
  expect(await seriousFaults(wall.page)).toEqual([]);
  const status = await wall.page.evaluate(async () => (await fetch('/api/v1/tokens')).status);
  expect(status).toBe(403);
  await shoot(wall.page, 'wall');
  await wall.page.setViewportSize({ width: 3840, height: 1080 });
  await shoot(wall.page, 'wall-wide');

  await admin.page.click('[data-control=revoke-wall]');
  await admin.page.click('[data-control=revoke-wall]');
  await wall.page.locator('[data-wall=pairing]').waitFor();
  await admin.context.close();
  await wall.context.close();
});

/** Words on a wall, outside the map, in letters under 24 px. */
async function smallLetters(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.wall *')]
      .filter((one) => one.closest('[data-map], svg') === null && one.checkVisibility())
      .filter((one) =>
        [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ''),
      )
      .filter((one) => parseFloat(getComputedStyle(one).fontSize) < 24)
      .map((one) => `${getComputedStyle(one).fontSize} ${one.innerText}`),
  );
}

test('without WebGL the server draws the park, and the page says why', async () => {
  const { page, context } = await visit(browser, { signedIn: desk });
  page.setDefaultTimeout(WAIT_MS);
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string) {
      return kind.startsWith('webgl') ? null : getContext.call(this, kind);
    } as typeof getContext;
  });
  await page.goto(address('/?theme=light&lang=zh-CN'));
  const picture = page.locator('[data-picture-shown]');
  await picture.waitFor({ timeout: 60_000 });
  expect(await picture.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(1280);
  expect(await page.locator('[data-picture]').innerText()).toContain('WebGL');
  const first = await picture.getAttribute('src');
  await page.waitForFunction(
    (before) => document.querySelector('[data-picture-shown]')?.getAttribute('src') !== before,
    first,
  );
  expect(await seriousFaults(page)).toEqual([]);
  await shoot(page, 'picture');
  await context.close();
});

test('a picture is uploaded, lies on the map, and fades by its slider', async () => {
  const { page, context, watch } = await visit(browser, { signedIn: desk });
  page.setDefaultTimeout(WAIT_MS);
  await page.goto(address('/overlays?theme=light&lang=zh-CN'));
  await page.locator('[data-overlay-field=file]').waitFor({ state: 'attached', timeout: 60_000 });
  const bounds = await page.evaluate(
    async () =>
      ((await (await fetch('/api/v1/park')).json()) as { bounds: [number, number, number, number] })
        .bounds,
  );
  await page.setInputFiles('[data-overlay-field=file]', {
    name: '试飞影像.tif',
    mimeType: 'image/tiff',
    buffer: geoTiff(bounds, [255, 0, 255]),
  });
  await page.click('[data-control=overlay-add]');
  const row = page.locator('[data-overlay-row]', { hasText: '试飞影像' });
  await row.waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await shoot(page, 'overlays');

  await open(page, '?theme=light&lang=zh-CN');
  await page.click('[data-control=layers]');
  const slider = page.locator('[data-overlay] input[type=range]').first();
  await expect.poll(() => pinkness(page), { timeout: WAIT_MS }).toBeGreaterThan(100);
  await shoot(page, 'overlay-on-the-map');
  expect(await seriousFaults(page)).toEqual([]);
  await slider.focus();
  await page.keyboard.press('Home');
  await expect.poll(() => pinkness(page), { timeout: WAIT_MS }).toBeLessThan(20);

  await page.click('[data-control=manage-overlays]');
  await row.locator('[data-control=overlay-remove]').click();
  await row.locator('[data-control=overlay-remove]').click();
  await row.waitFor({ state: 'detached' });
  expect(watch.complaints).toEqual([]);
  await context.close();
});

/** How much more red and blue than green a piece of the map beside the panels shows, of 255. */
async function pinkness(page: Page): Promise<number> {
  const clip = { x: 400, y: 270, width: 60, height: 60 };
  const picture = (await page.screenshot({ clip })).toString('base64');
  return page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = new OffscreenCanvas(60, 60).getContext('2d');
    if (canvas === null) return NaN;
    canvas.drawImage(image, 0, 0);
    const { data: rgba } = canvas.getImageData(0, 0, 60, 60);
    let sum = 0;
    for (let at = 0; at < rgba.length; at += 4) {
      sum += ((rgba[at] ?? 0) + (rgba[at + 2] ?? 0)) / 2 - (rgba[at + 1] ?? 0);
    }
    return sum / (rgba.length / 4);
  }, picture);
}
