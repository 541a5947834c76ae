import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { StateHook } from '../../src/panels/livemap/stateHook';

/** The server under test and who signs in there; BrowserIT passes them in. */
export const server = {
  url: needed('WINDROSE_URL'),
  user: process.env['WINDROSE_USER'] ?? 'admin',
  password: process.env['WINDROSE_PASSWORD'] ?? 'windrose',
};

const shots = process.env['WINDROSE_SHOTS'] ?? join(import.meta.dirname, '../../../target/shots');

/** What must stay empty: complaints of the page, and requests to anywhere else. */
export interface Watch {
  readonly complaints: string[];
  readonly strangers: string[];
  readonly transferred: { url: string; bytes: number }[];
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly watch: Watch;
}

export async function visit(
  browser: Browser,
  options: { width?: number; height?: number; phone?: boolean; signedIn?: Visit } = {},
): Promise<Visit> {
  const { width = 1280, height = 720, phone = false, signedIn } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    locale: 'zh-CN',
    // a drawing without fades is complete at once, which a software renderer thanks us for
    reducedMotion: 'reduce',
    hasTouch: phone,
    ...(signedIn === undefined ? {} : { storageState: await signedIn.context.storageState() }),
  });
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  return { page, context, watch: watchOver(page) };
}

function watchOver(page: Page): Watch {
  const watch: Watch = { complaints: [], strangers: [], transferred: [] };
  const home = new URL(server.url).host;
  page.on('console', (message) => {
    const isAskingWhoIsHere = message.location().url.endsWith('/api/v1/session');
    // where the page is painted without a graphics card, the browser itself reads each canvas back and remarks on it
    const isRemarkOnCopying = message.text().includes('GPU stall due to ReadPixels');
    if (['error', 'warning'].includes(message.type()) && !isAskingWhoIsHere && !isRemarkOnCopying) {
      watch.complaints.push(`${message.text()} (${message.location().url})`);
    }
  });
  page.on('pageerror', (error) => watch.complaints.push(error.message));
  page.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && host !== home)
      watch.strangers.push(request.url());
  });
  page.on('requestfinished', (request) => {
    void request
      .sizes()
      .then((sizes) =>
        watch.transferred.push({ url: request.url(), bytes: sizes.responseBodySize }),
      )
      .catch(() => undefined);
  });
  return watch;
}

export async function signIn(page: Page, query = ''): Promise<void> {
  await page.goto(server.url.replace(/\/$/, '') + '/' + query);
  await page.fill('#user', server.user);
  await page.fill('#password', server.password);
  await page.click('button[type=submit]');
}

export async function open(page: Page, query: string): Promise<void> {
  await page.goto(server.url.replace(/\/$/, '') + '/' + query);
  await drawn(page);
}

/** Waits until the map stands complete and values have come in. */
export async function drawn(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const hook = (window as unknown as { __windrose?: StateHook }).__windrose;
    return hook?.map() === 'drawn' && hook.readings() > 0;
  });
}

/** Asks the page's own state. */
export async function ask<Answer>(
  page: Page,
  question: (hook: StateHook) => Answer,
): Promise<Answer> {
  const source = `(${question.toString()})(window.__windrose)`;
  return (await page.evaluate(source)) as Answer;
}

export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.waitForTimeout(600);
  // a drawn map is slow to copy on a busy machine; that is no fault of the page
  await page.screenshot({ path: join(shots, `${name}.png`), timeout: 45_000 });
}

/** Before the page loads: gives it `cutLine()` and `healLine()`, which take the live channel away and give it back. */
export async function letCutTheLine(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const Real = window.WebSocket;
    const open: WebSocket[] = [];
    const state = { blocked: false };
    Object.assign(window, {
      cutLine: () => {
        state.blocked = true;
        for (const one of open) one.close();
      },
      healLine: () => {
        state.blocked = false;
      },
    });
    window.WebSocket = class extends Real {
      constructor(url: string | URL) {
        super(state.blocked ? 'ws://127.0.0.1:9/' : url);
        open.push(this);
      }
    };
  });
}

function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') {
    throw new Error(`${name} is not set: it names the address of a running server`);
  }
  return value;
}
