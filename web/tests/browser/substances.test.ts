import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from './chromium';
import { seriousFaults } from './accessibility';
import { drawn, server, shoot, signIn, visit, type Visit } from './park';

/** Substances as people read them: every value with its source, and a card that a named physician signs. */
let browser: Browser;
let desk: Visit;

beforeAll(async () => {
  browser = await launchBrowser();
  desk = await visit(browser);
  await signIn(desk.page, 'substances/7782-50-5?theme=dark&lang=zh-CN');
  await desk.page.locator('[data-substance-page="7782-50-5"] [data-aegl] table').waitFor();
});

afterAll(async () => {
  await browser.close();
});

test('both IDLH values stand under the names of their sets', async () => {
  const { page } = desk;
  expect(await page.locator('[data-value=idlh_niosh_ppm]').innerText()).toMatch(
    /NIOSH[\s\S]*10 ppm/,
  );
  expect(await page.locator('[data-value=idlh_gbt50493_mg_m3]').innerText()).toMatch(
    /GB\/T 50493[\s\S]*88 mg\/m³/,
  );
});

test('a value that nobody knows is shown as unknown', async () => {
  const { page } = desk;
  expect(await page.locator('[data-value=lel_vol_percent]').innerText()).toContain('无数据');
});

test('every sentence of the card names its source', async () => {
  const { page } = desk;
  const said = await page.locator('[data-card-of-substance] li').count();
  expect(said).toBeGreaterThan(5);
  expect(await page.locator('[data-card-of-substance] li [data-origin]').count()).toBe(said);
});

test('the card is unreviewed until a named physician signs it', async () => {
  const { page } = desk;
  await page.locator('[data-reviewed=false]').waitFor();
  expect(await page.locator('[data-reviewed]').innerText()).toContain('未经医学审核');
  expect(await seriousFaults(page)).toEqual([]);
  await shoot(page, 'substance-dark');
  await page.click('[data-control=sign-card]');
  await page.fill('#sign-physician', '林医师');
  await page.fill('#sign-licence', '110000000000001');
  await page.check('[data-field=sign-read]');
  await page.click('[data-control=sign]');
  await page.locator('[data-reviewed=true]').waitFor();
  const review = await page.locator('[data-reviewed]').innerText();
  expect(review).toContain('已由 林医师 医学审核');
  expect(review).toContain(server.user);
});

test('from the substance to its tank and on to a what-if', async () => {
  const { page } = desk;
  await page.locator('[data-substance-tanks] li .button').first().click();
  await drawn(page);
  await page.locator('[data-plan-assumed]').waitFor();
  await page.click('[data-control=close-plan]');
});

test('a substance is found by its synonym', async () => {
  const { page } = desk;
  await page.click('[data-rail=substances]');
  await page.fill('[data-field=substance-find]', '液氯');
  await page.locator('[data-substance="7782-50-5"]').click();
  await page.locator('[data-substance-page="7782-50-5"]').waitFor();
});
