import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { StateHook } from '../../src/panels/livemap/stateHook';
import { seriousFaults } from './accessibility';
import { launchBrowser } from './chromium';
import type { Position } from './datum';
import { publish, registerDetector, signInQuietly, type Detector } from './detector';
import { letCutTheLine, open, shoot, visit, type Visit } from './park';

/**
 * From a detector to the commander on the production page: J1 up to the alarm on the screen, the map's half of J3, the time bar,
 * and a cut of 15 s in the middle. The map's half of J12 stands in `devices.test.ts`.
 */
const WAIT_MS = 15_000;
const CUT_MS = 15_000;
const besideTheTank = '?theme=dark&lang=zh-CN&lon=116.00454&lat=35.02425&z=14.00';

let browser: Browser;
let desk: Visit;
let first: Detector;
let second: Detector;
let passing: Detector;
const registered: Detector[] = [];
/** a name of its own for each run, so that the file can be run again on the same server */
const run = Date.now().toString(36).toUpperCase();

beforeAll(async () => {
  browser = await launchBrowser();
  desk = await visit(browser);
  const csrf = await signInQuietly(desk.context);
  const register = (code: string, at: Position): Promise<Detector> =>
    registerDetector(desk.context, csrf, `JN-${run}-${code}`, at);
  first = await register('1', [116.0046, 35.0243]);
  second = await register('2', [116.0049, 35.0245]);
  passing = await register('3', [116.0043, 35.0241]);
  registered.push(first, second, passing);
  for (const one of registered) await publish(one, 0.1);
  await letCutTheLine(desk.page);
  desk.page.setDefaultTimeout(90_000);
  await open(desk.page, besideTheTank);
  desk.page.setDefaultTimeout(WAIT_MS);
});

afterAll(async () => {
  await browser.close();
  for (const one of registered) await publish(one, 0.1);
});

const rowOf = (of: Detector): string => `[data-alarms] [data-alarm-station="${of.code}"]`;

/** Milliseconds from before the publishing until the page showed banner and row. */
async function shownAfterMs(page: Page, of: Detector, value: number): Promise<number> {
  const banner = page.locator('[role=alert][data-banner=alarm]', { hasText: of.code });
  const startMs = Date.now();
  await publish(of, value);
  await Promise.all([banner.waitFor(), page.locator(rowOf(of)).waitFor()]);
  return Date.now() - startMs;
}

test('J1: duty begins with a sound, and chlorine above the second limit is on the screen within two seconds', async () => {
  const { page } = desk;
  await press(page, '[data-control=duty]');
  await page.locator('[data-duty=ready]').waitFor();
  await page.keyboard.press('Escape');
  expect(await page.locator('[data-silent]').count()).toBe(0);
  const camera = view(page);

  const tookMs = await shownAfterMs(page, first, 6);
  expect(await page.locator(rowOf(first)).getAttribute('data-alarm-priority')).toBe('1');
  expect(await page.locator(rowOf(first)).innerText()).toMatch(/6\.00 mg\/m³[\s\S]*二级报警值/);
  await page.locator('[data-control=silence]').waitFor();
  await shoot(page, 'journey-alarm');
  expect(tookMs).toBeLessThan(2_000);

  await page.keyboard.press('a');
  await page.locator(`[data-card-code="${first.code}"]`).waitFor();
  expect(await page.locator('[data-alarm-facts]').innerText()).toContain('已由人确认');
  await page.locator('[data-banner=alarm]').waitFor({ state: 'hidden' });
  expect(view(page)).toBe(camera);
  await page.keyboard.press('x');
  await page.locator('[data-control=silence-top]').waitFor({ state: 'detached' });
  expect(await seriousFaults(page)).toEqual([]);
});

test('J3: one click on the alarm’s card draws zones for the wind of now within five seconds, with people in them', async () => {
  const { page } = desk;
  const startMs = Date.now();
  const answered = page.waitForResponse((one) => /\/consequence$/.test(one.url()) && one.ok());
  await press(page, '[data-control=plan-station]');
  await answered;
  const tookMs = Date.now() - startMs;
  await page.locator('[data-plan-zones] tbody tr').first().waitFor();
  await page.waitForFunction(() => {
    const hook = (window as unknown as { __windrose: StateHook }).__windrose;
    return hook.renderedCount('plan-line') > 0;
  });
  expect(await page.locator('[data-people]').first().innerText()).toMatch(/\d/);
  expect(await page.locator('[data-plan-assumed]').innerText()).toContain('未核实');
  await shoot(page, 'journey-zones');
  expect(tookMs).toBeLessThan(5_000);
  await page.keyboard.press('Escape');
  await page.locator('[data-plan]').waitFor({ state: 'detached' });
});

test('the time bar takes the whole page back, no value of now shows there, and L returns', async () => {
  const { page } = desk;
  await page.focus('[data-time-track]');
  await page.keyboard.press('PageDown');
  await page.locator('[data-time-bar][data-time=past]').waitFor();
  const frame = page.locator('[data-banner=past]');
  expect(await frame.innerText()).toContain('非实时');
  await page.waitForURL(/[?&]t=/);
  expect(await shownValue(page, first.series)).toBeNull();
  expect(await page.locator(rowOf(first)).count()).toBe(0);
  await publish(first, 7);
  await page.waitForTimeout(1500);
  expect(await shownValue(page, first.series)).toBeNull();
  await shoot(page, 'journey-past');
  await page.keyboard.press('l');
  await page.locator('[data-time-bar][data-time=live]').waitFor();
  await frame.waitFor({ state: 'detached' });
  await page.locator(rowOf(first)).waitFor();
  await page.waitForURL((url) => !url.searchParams.has('t'));
});

test('a cut of 15 s in the middle is said in time and loses no alarm, not even one that came and went', async () => {
  const { page } = desk;
  const startMs = Date.now();
  await page.evaluate('cutLine()');
  await page.locator('[data-banner=link]').waitFor({ timeout: 10_000 });
  await publish(passing, 6);
  await publish(passing, 0.1);
  await publish(second, 6);
  await shoot(page, 'journey-cut');
  await page.waitForTimeout(Math.max(0, CUT_MS - (Date.now() - startMs)));
  expect(await page.locator(rowOf(second)).count()).toBe(0);
  await page.evaluate('healLine()');
  await press(page, '[data-banner=link] button');
  await page.locator('[data-banner=link]').waitFor({ state: 'detached' });
  await page.locator(rowOf(second)).waitFor();
  await page.locator('[role=alert][data-banner=alarm]', { hasText: second.code }).waitFor();
  await press(page, '[data-control=alarms-returned]');
  await page.locator(`${rowOf(passing)}[data-alarm-state=returned]`).waitFor();
  await shoot(page, 'journey-after-cut');
});

test('nothing was asked of any other machine, and the browser complained only of the cut line', () => {
  expect(desk.watch.strangers).toEqual([]);
  expect(desk.watch.complaints.filter((one) => !one.includes('127.0.0.1:9'))).toEqual([]);
});

/** By keyboard alone. */
async function press(page: Page, control: string): Promise<void> {
  await page.locator(control).press('Enter');
}

function view(page: Page): string | undefined {
  return new URL(page.url()).search.match(/lon=[^&]*&lat=[^&]*&z=[^&]*/)?.[0];
}

/** What the page shows of a series at the moment it stands at. */
async function shownValue(page: Page, series: string): Promise<number | null> {
  return page.evaluate((id) => {
    const hook = (window as unknown as { __windrose: StateHook }).__windrose;
    return hook.reading(id)?.value ?? null;
  }, series);
}
