import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seriousFaults } from './accessibility';
import { launchBrowser } from './chromium';
import { drawn, server, shoot, signIn, visit, type Visit } from './park';

const WAIT_MS = 15_000;
const DRAWN_MS = 45_000;
const PDF_BYTES = 30_000;

let browser: Browser;
let desk: Visit;

beforeAll(async () => {
  browser = await launchBrowser();
  desk = await visit(browser);
  await signIn(desk.page, '?theme=light&lang=zh-CN&lon=116.00454&lat=35.02425&z=16.5');
  await drawn(desk.page);
  desk.page.setDefaultTimeout(WAIT_MS);
});

afterAll(async () => {
  await browser.close();
});

test('the list is walked, filtered and read by keyboard alone', async () => {
  const { page } = desk;
  const { keyboard } = page;
  await keyboard.press('t');
  await page.locator('[data-list-table] tbody button:focus').waitFor();
  const first = await focusedRow(page);
  await keyboard.press('ArrowDown');
  expect(await focusedRow(page)).not.toBe(first);
  await keyboard.press('End');
  const last = await focusedRow(page);
  await keyboard.press('ArrowDown');
  await page.waitForFunction(
    (before) => document.activeElement?.closest('tr')?.getAttribute('data-row') !== before,
    last,
  );
  expect(await page.locator('nav.pages').innerText()).toContain('第 2 /');
  await shoot(page, 'list-all-light');

  // backwards over the heads of the columns to the filter
  for (let step = 0; step < 12; step++) {
    if ((await page.locator('[data-field=list-filter]:focus').count()) === 1) break;
    await keyboard.press('Shift+Tab');
  }
  await keyboard.type('WX-1');
  await page.locator('[data-row="WX-1"]').waitFor();
  expect(await page.locator('[data-list-table] tbody tr').count()).toBe(1);
  await keyboard.press('ArrowDown');
  expect(await focusedRow(page)).toBe('WX-1');
  await keyboard.press('Enter');
  await page.locator('[data-card-code="WX-1"] :focus').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await keyboard.press('Escape');
  await page.locator('[data-card]').waitFor({ state: 'detached' });
  expect(await focusedRow(page)).toBe('WX-1');
  await keyboard.press('t');
  await page.locator('[data-list-table]').waitFor({ state: 'detached' });
});

test('values of the list go on while somebody stands in it, and the focus stays', async () => {
  const { page } = desk;
  await page.keyboard.press('t');
  await page.locator('[data-list-table] tbody button:focus').waitFor();
  const row = await focusedRow(page);
  const before = await page.locator('[data-list-table] .age').allInnerTexts();
  await page.waitForFunction(
    (old) =>
      [...document.querySelectorAll<HTMLElement>('[data-list-table] .age')]
        .map((cell) => cell.innerText)
        .join() !== old,
    before.join(),
  );
  expect(await focusedRow(page)).toBe(row);
  await page.keyboard.press('t');
});

test('a distance and an area are measured on the map', async () => {
  const { page } = desk;
  await page.keyboard.press('m');
  await page.locator('[data-panel=measure]').waitFor();
  await clickMap(page, [0.42, 0.4], [0.52, 0.4]);
  const result = page.locator('[data-measured]');
  expect(await result.innerText()).toMatch(/^\d[\d.,]* (m|km)$/);
  await page.click('[data-measure=surface]');
  await clickMap(page, [0.42, 0.4], [0.52, 0.4], [0.52, 0.55]);
  await expect.poll(() => result.innerText(), { timeout: WAIT_MS }).toMatch(/(m²|ha|km²)/);
  await shoot(page, 'measure-light');
  expect(await seriousFaults(page)).toEqual([]);
  for (let step = 0; step < 3; step++) await page.keyboard.press('Escape');
  await page.locator('[data-panel=measure]').waitFor({ state: 'detached' });
});

test('a cordon that was drawn is there again after the page is loaded anew', async () => {
  const { page } = desk;
  await page.keyboard.press('r');
  await page.click('[data-draw=cordon]');
  await clickMap(page, [0.42, 0.35], [0.55, 0.38], [0.5, 0.55]);
  await page.click('[data-control=finish]');
  await page.locator('[data-drawing=cordon]').waitFor();
  await page.fill('[data-field=drawing-name]', '一号警戒区');
  await page.keyboard.press('Enter');
  await shoot(page, 'draw-light');
  expect(await seriousFaults(page)).toEqual([]);
  await page.reload();
  page.setDefaultTimeout(DRAWN_MS);
  await drawn(page);
  page.setDefaultTimeout(WAIT_MS);
  await page.keyboard.press('r');
  const kept = page.locator('[data-drawing=cordon]');
  await kept.waitFor();
  expect(await kept.innerText()).toContain('一号警戒区');
  await kept.click();
  await page.click('[data-control=remove-drawing]');
  await kept.waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
});

test('the view is printed on one sheet with its legend, and the sheet is not empty', async () => {
  const { page } = desk;
  await page.keyboard.press('Control+p');
  // drawn once more, twice as sharp, by a software renderer
  await page.locator('[data-print-picture]').waitFor({ timeout: DRAWN_MS });
  const sheet = await page.locator('[data-print-sheet]').innerText();
  expect(sheet).toMatch(/数据时刻 \d{4}-\d\d-\d\d/);
  expect(sheet).toMatch(/打印于 \d{4}-\d\d-\d\d/);
  expect(await seriousFaults(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await shoot(page, 'print-light');
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.length).toBeGreaterThan(PDF_BYTES);
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  await page.emulateMedia({ media: null });
  await page.click('[data-control=close-print]');
});

test('a view is kept under a name, and the keys are listed as they are', async () => {
  const { page } = desk;
  await page.keyboard.press('b');
  await page.fill('[data-field=bookmark-name]', '罐区近景');
  await page.keyboard.press('Enter');
  await page.locator('[data-bookmark="罐区近景"]').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.locator('[data-rail=map]').focus();
  await page.keyboard.press('?');
  await page.locator('[data-key-row=measure]').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('?');
  await page.locator('[data-key-row=measure]').waitFor({ state: 'detached' });
});

test('the search finds pages and substances beside what stands in the park', async () => {
  const { page } = desk;
  await page.keyboard.press('/');
  await page.keyboard.type('7782-50-5');
  await page.locator('[data-found="substance:7782-50-5"]').waitFor();
  await page.fill('[data-search]', '工单');
  await page.locator('[data-found="page:tickets"]').waitFor();
  await page.keyboard.press('Enter');
  expect(new URL(page.url()).pathname).toBe('/tickets');
  await page.goto(server.url + '/?theme=light&lang=zh-CN');
  expect(desk.watch.strangers).toEqual([]);
});

function focusedRow(page: Page): Promise<string | null> {
  return page.evaluate(
    () => document.activeElement?.closest('tr')?.getAttribute('data-row') ?? null,
  );
}

/** Clicks at these shares of the map's width and height. */
async function clickMap(page: Page, ...places: [number, number][]): Promise<void> {
  const box = await page.locator('[data-map]').boundingBox();
  if (box === null) throw new Error('no map');
  for (const [x, y] of places) {
    await page.mouse.click(box.x + x * box.width, box.y + y * box.height);
    // two clicks at once would be a double click, which ends a line
    await page.waitForTimeout(350);
  }
}
