import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';

/** Where `npm run dev` finds the server: a real one, or the fake of `npm run fake`. */
const server = process.env['WINDROSE_URL'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [vue()],
  build: {
    outDir: '../target/web-dist',
    emptyOutDir: true,
    target: 'es2022',
    // nothing inlined: the content security policy allows scripts and fonts from our own address only
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1300,
  },
  worker: { format: 'es' },
  server: {
    proxy: {
      '/api/v1/live': { target: server.replace(/^http/, 'ws'), ws: true },
      '/api': { target: server },
    },
  },
  test: {
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
