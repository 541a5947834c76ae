import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './chromium';
import { seriousFaults } from './accessibility';
import { drawn, open, shoot, signIn, visit, type Visit } from './park';

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
  expect(text).toMatch(/约 [\d,.]+ – [\d,.]+ 人/);
  await page.waitForFunction(() => {
    const hook = (window as unknown as { __windrose: { renderedCount: (id: string) => number } })
      .__windrose;
    return hook.renderedCount('plan-line') > 0;
  });
  await shoot(page, 'planner-assumed-dark');
  expect(await seriousFaults(page)).toEqual([]);
});

test('a verified hole gives nested zones, and turning the wind turns them', async () => {
  const { page } = desk;
  await page.click('[data-control=hole-known]');
  await page.locator('[data-plan-assumed]').waitFor({ state: 'detached' });
  await page.click('[data-control=weather-typed]');
  const dial = page.locator('[data-wind-dial]');
  await dial.focus();
  const before = Number(await dial.getAttribute('aria-valuenow'));
  for (let turn = 0; turn < 18; turn++) await page.keyboard.press('ArrowRight');
  expect(Number(await dial.getAttribute('aria-valuenow'))).toBe((before + 90) % 360);
  await page.waitForTimeout(500);
  await page.locator(settled).waitFor();
  await shoot(page, 'planner-verified-dark');
});

test('a click on the map tells the concentration there, outdoors and indoors', async () => {
  const { page } = desk;
  const map = await page.locator('[data-map]').boundingBox();
  await page.mouse.click((map?.x ?? 0) + 420, (map?.y ?? 0) + 560);
  await page.locator('[data-probe-outdoor]').first().waitFor();
  expect(await page.locator('[data-probe-outdoor]').first().innerText()).toMatch(/ppm|—/);
  await page.check('[data-field=plan-over-time]');
  await page.locator('.scrub').waitFor();
  await page.locator('.scrub').fill('4');
  await shoot(page, 'planner-time-dark');
});

test('what no model can answer is refused in a sentence', async () => {
  const { page } = desk;
  await page.fill('[data-field=plan-hole]', '99999');
  await page.locator('[data-field=plan-hole]').blur();
  await page.locator('[data-plan-trouble]').waitFor();
  await page.click('[data-control=close-plan]');
  await page.locator('[data-plan]').waitFor({ state: 'detached' });
});
