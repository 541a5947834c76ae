declare module 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url' {
  const url: string;
  export default url;
}
declare module '@fontsource-variable/*';

/** The same player without subtitles and copy protection, which no camera has; its package types only the whole one. */
declare module 'hls.js/light' {
  export { default } from 'hls.js';
}
