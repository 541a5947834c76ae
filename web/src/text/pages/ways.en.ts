import type { waysZhCN } from './ways.zh-CN';

/** Words of the ways of looking: phone, wall, cameras, pictures laid over the map, the picture without WebGL. */
export const waysEn: typeof waysZhCN = {
  sheetLabel: 'Overview and details',
  sheetHandle: 'Height of the sheet',
  sheetHigher: 'Higher',
  sheetLower: 'Lower',
  sheet_peek: 'low',
  sheet_half: 'half the page',
  sheet_full: 'the whole page',
  glanceNone: 'No station is over a limit',
  glanceAbove: (n) => (n === 1 ? '1 station over a limit' : `${String(n)} stations over a limit`),
  glanceOnline: (online, all) => `online ${String(online)} / ${String(all)}`,
  glanceMore: (n) => `${String(n)} more in the list`,
  moreKeys: 'More',
};
