import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { chromium, type Browser } from 'playwright-core';
import { extract } from 'tar-fs';

/**
 * Starts a headless browser: the one of CHROME_PATH, or the Chromium that lies packed in node_modules together with the
 * libraries it links and a software renderer. Nothing is downloaded and no system package is needed.
 */
export async function launchBrowser(): Promise<Browser> {
  const chosen = process.env['CHROME_PATH'];
  const folder = chosen === undefined ? await unpack() : null;
  const libraries = folder === null ? [] : [folder, join(folder, 'lib')];
  const inherited = process.env['LD_LIBRARY_PATH'] ?? '';
  const fonts =
    folder === null || existsSync('/etc/fonts/fonts.conf') ? {} : { FONTCONFIG_PATH: folder };
  return chromium.launch({
    executablePath: folder === null ? (chosen ?? '') : join(folder, 'chromium'),
    args: [
      '--no-sandbox',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      // as on a computer without graphics card: only WebGL is computed in software, the page itself is painted
      '--disable-gpu-compositing',
    ],
    env: {
      ...definedOnly(process.env),
      ...fonts,
      LD_LIBRARY_PATH: [...libraries, inherited].filter((path) => path !== '').join(':'),
    },
  });
}

/** The unpacked browser, in a folder named by its version, so that an older one is never taken for it. */
async function unpack(): Promise<string> {
  if (process.arch !== 'x64') {
    throw new Error(
      'The packed Chromium is for x64 only: set CHROME_PATH to a Chromium of this machine.',
    );
  }
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const home = entry.slice(0, entry.lastIndexOf('/build/'));
  const { version } = createRequire(import.meta.url)(join(home, 'package.json')) as {
    version: string;
  };
  const cache = join(dirname(dirname(home)), '.cache');
  const target = join(cache, `chromium-${version}`);
  if (existsSync(target)) return target;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, 'unpacking-'));
  const packed = (name: string): string => join(home, 'bin', name);
  await pipeline(
    createReadStream(packed('chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(draft, 'chromium'), { mode: 0o755 }),
  );
  for (const name of ['swiftshader.tar.br', 'al2023.tar.br', 'fonts.tar.br']) {
    await pipeline(createReadStream(packed(name)), createBrotliDecompress(), extract(draft));
  }
  await writeFile(join(draft, 'fonts.conf'), fontsConfiguration(target));
  await rename(draft, target).catch(async (error: unknown) => {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  });
  return target;
}

/** For machines without any font configuration: the fonts packed with the browser. */
function fontsConfiguration(folder: string): string {
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><dir>/usr/share/fonts</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>`;
}

function definedOnly(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
