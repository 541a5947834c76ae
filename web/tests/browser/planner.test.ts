import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './chromium';
import { seriousFaults } from './accessibility';
import { ask, drawn, open, shoot, signIn, visit, type Visit } from './park';

/** The what-if planner as a commander uses it: tank, assumed hole, wind turned, a place asked. */
let browser: Browser;
let desk: Visit;

beforeAll(async () => {
  browser = await launchBrowser();
  desk = await visit(browser);
  await signIn(desk.page, '?theme=dark&lang=zh-CN');
  await drawn(desk.page);
});

afterAll(async () => {
  await browser.close();
});

const settled = '[data-plan][data-plan-busy=false]';

test('two clicks from a tank to three outlines, and a range of people', async () => {
  const { page } = desk;
  await open(page, '?theme=dark&lang=zh-CN&object=E01-TK-101&lon=116.00454&lat=35.02425&z=13.2');
  await page.click('[data-control=plan-tank]');
  await page.locator('[data-plan-zones] tbody tr').first().waitFor();
  await page.locator(settled).waitFor();
  expect(await page.locator('[data-plan-assumed]').innerText()).toContain('假定源强，未核实');
  const text = await page.locator('[data-plan-zones]').innerText();
  expect(text).toContain('AEGL-2');
  expect(text).toContain('小孔');
  expect(text).toContain('全口径');
  expect(await page.locator('[data-people]').first().innerText()).toMatch(/约 [\d,.]+/);
  expect(await page.locator('[data-plan-corner]').innerText()).toMatch(/m\/s/);
  await page.waitForFunction(() => {
    const hook = (window as unknown as { __windrose: { renderedCount: (id: string) => number } })
      .__windrose;
    return hook.renderedCount('plan-line') > 0;
  });
  await shoot(page, 'planner-assumed-dark');
  expect(await seriousFaults(page)).toEqual([]);
});

test('looking back takes the what-if off the map, and says so', async () => {
  const { page } = desk;
  await page.focus('[data-time-track]');
  await page.keyboard.press('ArrowLeft');
  await page.locator('[data-time-bar][data-time=past]').waitFor();
  expect(await page.locator('[data-plan-past]').innerText()).toContain('不画在过去的图上');
  expect(await ask(page, (hook) => hook.planBearing())).toBeNull();
  expect(await page.locator('[data-plan-corner]').count()).toBe(0);
  await shoot(page, 'planner-past-dark');
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('l');
  await page.locator('[data-time-bar][data-time=live]').waitFor();
  await page.locator('[data-plan-past]').waitFor({ state: 'detached' });
  expect(await ask(page, (hook) => hook.planBearing())).not.toBeNull();
});

test('a verified hole gives nested zones, and turning the wind turns them', async () => {
  const { page } = desk;
  await page.click('[data-control=hole-known]');
  await page.locator('[data-plan-assumed]').waitFor({ state: 'detached' });
  await page.click('[data-control=weather-typed]');
  await page.locator(settled).waitFor();
  const bearing = await ask(page, (hook) => hook.planBearing());
  const dial = page.locator('[data-wind-dial]');
  await dial.focus();
  const before = Number(await dial.getAttribute('aria-valuenow'));
  for (let turn = 0; turn < 18; turn++) await page.keyboard.press('ArrowRight');
  expect(Number(await dial.getAttribute('aria-valuenow'))).toBe((before + 90) % 360);
  await page.locator(settled).waitFor();
  const after = await ask(page, (hook) => hook.planBearing());
  const turned = ((after ?? NaN) - (bearing ?? NaN) + 360) % 360;
  expect(turned).toBeGreaterThan(75);
  expect(turned).toBeLessThan(105);
  await shoot(page, 'planner-verified-dark');
});

test('a click on the map tells the concentration there, outdoors and indoors', async () => {
  const { page } = desk;
  const map = await page.locator('[data-map]').boundingBox();
  await page.mouse.click((map?.x ?? 0) + 620, (map?.y ?? 0) + 560);
  await page.locator('[data-probe-outdoor]').first().waitFor();
  expect(await page.locator('[data-probe-outdoor]').first().innerText()).toMatch(/ppm|—/);
  await page.check('[data-field=plan-over-time]');
  await page.locator('.scrub').waitFor();
  await page.locator('.scrub').fill('4');
  await shoot(page, 'planner-time-dark');
  await page.uncheck('[data-field=plan-over-time]');
});

test('the source is dragged by hand, its zones follow, and the map stays', async () => {
  const { page } = desk;
  const from = (await ask(page, (hook) => hook.planSource())) ?? { x: 0, y: 0 };
  const map = (await page.locator('[data-map]').boundingBox()) ?? { x: 0, y: 0 };
  const view = page.url();
  await page.mouse.move(map.x + from.x, map.y + from.y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step++) {
    await page.mouse.move(map.x + from.x + 10 * step, map.y + from.y - 5 * step);
  }
  await page.mouse.up();
  await page.locator(settled).waitFor();
  const to = (await ask(page, (hook) => hook.planSource())) ?? { x: 0, y: 0 };
  expect(Math.abs(to.x - from.x - 80)).toBeLessThan(4);
  expect(Math.abs(to.y - from.y + 40)).toBeLessThan(4);
  expect(page.url()).toBe(view);
  expect(await ask(page, (hook) => hook.planBearing())).not.toBeNull();
  await shoot(page, 'planner-dragged-dark');
});

test('the zones leave the house as GeoJSON and KML', async () => {
  const { page } = desk;
  const saved = async (key: string): Promise<string> => {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-plan]').getByRole('button', { name: key }).click(),
    ]);
    return readFileSync(await file.path(), 'utf8');
  };
  const zones = JSON.parse(await saved('GeoJSON')) as GeoJSON.FeatureCollection;
  expect(zones.features.length).toBeGreaterThan(2);
  expect(zones.features.every((one) => one.geometry.type === 'MultiPolygon')).toBe(true);
  expect(await saved('KML')).toMatch(/<kml[\s\S]*<Polygon>[\s\S]*<\/kml>/);
});

test('two scenarios stand beside each other, and on paper', async () => {
  const { page } = desk;
  await page.locator(settled).waitFor();
  await page.click('[data-control=keep-plan]');
  await page.fill('[data-field=plan-hole]', '50');
  await page.locator('[data-field=plan-hole]').blur();
  await page.locator(settled).waitFor();
  expect(await page.locator('[data-plan-comparison]').innerText()).toContain('最大速率');
  await page.click('[data-control=print-plan]');
  await page.locator('[data-print-sheet] img').waitFor();
  const sheet = await page.locator('[data-print-sheet]').innerText();
  expect(sheet).toContain('氯');
  expect(sheet).toContain('适用范围与限制');
  await shoot(page, 'planner-paper');
  await page.click('[data-control=close-print]');
});

test('the probability of a level is asked for and shown with what was assumed', async () => {
  const { page } = desk;
  await page.click('[data-control=view-probable]');
  await page.locator('[data-plan-probable] table').first().waitFor();
  expect(await page.locator('[data-plan-probable]').innerText()).toMatch(
    /90 % 可能[\s\S]*10 % 可能/,
  );
  await page.click('[data-control=start-run]');
  await page.locator('[data-plan-run]').waitFor();
  const cancel = page.locator('[data-control=cancel-run]');
  if (await cancel.isVisible()) await cancel.click();
  await page.locator('[data-plan-run]').waitFor({ state: 'detached' });
  await page.click('[data-control=view-zones]');
});

test('what no model can answer is refused in a sentence', async () => {
  const { page } = desk;
  await page.fill('[data-field=plan-hole]', '99999');
  await page.locator('[data-field=plan-hole]').blur();
  await page.locator('[data-plan-trouble]').waitFor();
  expect(await page.locator('[data-plan-zones]').count()).toBe(0);
  await page.click('[data-control=close-plan]');
  await page.locator('[data-plan]').waitFor({ state: 'detached' });
});
