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

  pictureWhy:
    'This browser has no WebGL (often a remote desktop, or hardware acceleration switched off). The server draws this picture every 5 seconds; the list beside it is live.',
  pictureWhyFailed:
    'The map could not be drawn. The server draws this picture every 5 seconds; the list is live.',
  pictureRenewed: 'Renewed every 5 s; the time of drawing stands in it',
  pictureStands: (age) => `No new picture came; this one is from ${age}`,
  pictureAlt:
    'Plan of the park: enterprises, tanks, stations over a limit and the wind; values of each station stand in the list',

  rail_walls: 'Walls',
  wallTitle: 'Windrose wall',
  wallLabel: (name) => `Wall ${name}`,
  wallNoServer: 'The server does not answer; trying again by itself.',
  wallAsking: 'Asking for a pairing code…',
  wallPairHow: (address) => `Sign in at the desk, open ${address} and type this code`,
  wallPairUntil: (time) => `Valid until ${time} (UTC+8), for one use; a new one follows by itself`,
  wallCutText: 'What you see is not the present. Connecting again by itself.',
  wallHead: 'Clock and wind',
  wallFigures: 'Figures of the park',
  wallAlarms: 'Over a limit',
  wallMore: (n) => `${String(n)} more over a limit are not listed`,
  wallCameras: 'Cameras',
  wallNoCameras: 'The register has no camera',
  wallsTitle: 'Walls',
  wallsIntro:
    'Displays that only look: paired once, they connect again by themselves; revoked, they go dark at once.',
  wallsNoRight: 'Pairing a wall needs the right PAIR_WALL.',
  wallsPair: 'Pair a wall',
  wallsHow: 'Open this address in the browser of the wall’s computer and type the code it shows.',
  wallsCode: 'Pairing code',
  wallsName: 'Name (such as: duty room, left)',
  wallsPairKey: 'Pair',
  wallsListed: 'Paired walls',
  wallsEmpty: 'No wall yet. Pair the first one as described above.',
  wallsThere: 'on',
  wallsGone: 'off',
  wallNeverSeen: 'never',
  wallsSeen: (age) => `last seen: ${age}`,
  wallsPairedBy: (who, when) => `paired by ${who}, ${when}`,
  wallsRevoke: 'Revoke',
  wallsRevokeSure: 'Press again to revoke',
};
