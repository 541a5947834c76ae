import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../browser/chromium';
import { view, writeBigPark } from './bigPark';
import { startFake, startPlain } from './servers';

/*
 * Frames of the production page with many points that all change once a second, beside a plain MapLibre page with the same points
 * in the same browser. `npm run bench` after `npx vite build`; WINDROSE_POINTS sets how many, WINDROSE_SECONDS how long.
 */
const POINTS = Number(process.env['WINDROSE_POINTS'] ?? 10_000);
const SECONDS = Number(process.env['WINDROSE_SECONDS'] ?? 15);
const demoPark = join(import.meta.dirname, '../../../gis-data/demo-park');

interface Frames {
  readonly fps: number;
  /** length of the long task that 95 % of all long tasks stay under; 0 where there was none */
  readonly longTaskMs: number;
  readonly longTasks: number;
}

// functions and no strings: the page's security policy lets no text be run
interface Watched {
  __painted?: Record<string, number>;
  readonly __ready?: boolean;
  readonly __windrose?: { map: () => string; link: () => string };
}
const isReady = (): boolean => (globalThis as Watched).__ready === true;
const isDrawn = (): boolean => (globalThis as Watched).__windrose?.map() === 'drawn';

let browser: Browser;
let park: string;
let fake: Awaited<ReturnType<typeof startFake>>;
let plain: Awaited<ReturnType<typeof startPlain>>;
let missed = 0;

beforeAll(async () => {
  park = writeBigPark(demoPark, POINTS);
  fake = await startFake(park);
  plain = await startPlain(POINTS);
  browser = await launchBrowser();
});

afterAll(async () => {
  await (browser as Browser | undefined)?.close();
  (fake as typeof fake | undefined)?.process.kill();
  (plain as typeof plain | undefined)?.server.close();
  rmSync(park, { recursive: true });
});

async function newPage(): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1920, height: 1080 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.addInitScript(() => {
    const tasks: number[] = [];
    (window as unknown as { __tasks: number[] }).__tasks = tasks;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) tasks.push(entry.duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  await page.addInitScript(notePaints);
  return page;
}

/** Notes when the frame was on the screen that first showed figures, and the one that first said live; from the navigation on. */
function notePaints(): void {
  const page = globalThis as Watched;
  const at: Record<string, number> = {};
  page.__painted = at;
  const shown: Record<string, () => boolean> = {
    figures: () => document.querySelector('[data-kpi]') !== null,
    live: () => page.__windrose?.link() === 'live',
  };
  const look = (): void => {
    for (const [name, isShown] of Object.entries(shown)) {
      if (at[name] !== undefined || !isShown()) continue;
      at[name] = Infinity;
      // the next frame begins when this one has been painted
      requestAnimationFrame(() => {
        at[name] = performance.now();
      });
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Counts frames and long tasks; `pans` drags the map about meanwhile, as a hand would. */
async function measure(page: Page, pans: boolean): Promise<Frames> {
  const counting = page.evaluate(async (seconds) => {
    const tasks = (window as unknown as { __tasks: number[] }).__tasks;
    tasks.length = 0;
    const from = performance.now();
    let frames = 0;
    await new Promise<void>((resolve) => {
      const count = (): void => {
        frames += 1;
        if (performance.now() - from < seconds * 1000) requestAnimationFrame(count);
        else resolve();
      };
      requestAnimationFrame(count);
    });
    const sorted = tasks.toSorted((a, b) => a - b);
    return {
      fps: (frames * 1000) / (performance.now() - from),
      longTaskMs: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0,
      longTasks: sorted.length,
    };
  }, SECONDS);
  if (pans) {
    const end = Date.now() + SECONDS * 1000;
    await page.mouse.move(1100, 600);
    await page.mouse.down();
    for (let step = 0; Date.now() < end; step += 1) {
      const turn = step / 12;
      await page.mouse.move(1100 + 200 * Math.sin(turn), 600 + 120 * Math.cos(turn * 0.7));
    }
    await page.mouse.up();
  }
  return counting;
}

function figure(what: string, value: number, limit: number, unit: string, least: boolean): void {
  const holds = least ? value >= limit : value <= limit;
  if (!holds) missed += 1;
  const sign = least ? '>=' : '<=';
  console.log(
    `${what.padEnd(46)} ${value.toFixed(1).padStart(8)} ${unit.padEnd(4)} ${sign} ${String(limit).padStart(5)}` +
      `   ratio ${(value / limit).toFixed(2)}   ${holds ? 'ok' : 'MISSED'}`,
  );
}

function line(what: string, value: number, unit: string): void {
  console.log(`${what.padEnd(46)} ${value.toFixed(1).padStart(8)} ${unit}`);
}

test('frames per second with all points changing', async () => {
  const reference = await newPage();
  await reference.goto(plain.url);
  await reference.waitForFunction(isReady);
  const plainLive = await measure(reference, false);
  const plainPanning = await measure(reference, true);
  await reference.context().close();

  const page = await newPage();
  const address = `${fake.url}/?lang=zh-CN&lon=${String(view.lon)}&lat=${String(view.lat)}&z=${String(view.zoom)}`;
  await page.goto(address);
  await page.fill('#user', 'admin');
  await page.fill('#password', 'windrose');
  await page.click('button[type=submit]');
  await page.waitForFunction(isDrawn);

  const from = Date.now();
  await page.goto(address);
  await page.waitForFunction(isDrawn);
  const drawnMs = Date.now() - from;
  const painted = await page.evaluate(() => (globalThis as Watched).__painted ?? {});
  const [firstPaintMs, liveMs] = [painted['figures'] ?? Infinity, painted['live'] ?? Infinity];
  const live = await measure(page, false);
  const panning = await measure(page, true);
  await page.screenshot({ path: join(import.meta.dirname, '../../../target/bench-frames.png') });

  console.log(`${String(POINTS)} points, each changing once a second, software GL`);
  figure('long tasks live, p95', live.longTaskMs, 100, 'ms', false);
  line('long tasks live, number', live.longTasks, '');
  figure('frames live', live.fps, 30, '/s', true);
  figure('  as a share of the plain page', live.fps / plainLive.fps, 0.8, '', true);
  line('  plain page live', plainLive.fps, '/s');
  line('  plain page live, long tasks p95', plainLive.longTaskMs, 'ms');
  figure('long tasks panning, p95', panning.longTaskMs, 100, 'ms', false);
  figure('frames panning', panning.fps, 15, '/s', true);
  figure('  as a share of the plain page', panning.fps / plainPanning.fps, 0.8, '', true);
  line('  plain page panning', plainPanning.fps, '/s');
  figure('first useful paint', firstPaintMs / 1000, 2, 's', false);
  figure('reload to live', liveMs / 1000, 1, 's', false);
  line('reload to all drawn', drawnMs / 1000, 's');
  expect(missed).toBe(0);
});
