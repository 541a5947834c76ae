/** Words of the ways of looking: phone, wall, cameras, pictures laid over the map, the picture without WebGL. */
export const waysZhCN = {
  sheetLabel: '概况与详情',
  sheetHandle: '面板高度',
  sheetHigher: '面板调高',
  sheetLower: '面板调低',
  sheet_peek: '收起',
  sheet_half: '半屏',
  sheet_full: '全屏',
  glanceNone: '没有测点超限',
  glanceAbove: (n: number) => `${String(n)} 个测站超限`,
  glanceOnline: (online: number, all: number) => `在线 ${String(online)} / ${String(all)}`,
  glanceMore: (n: number) => `另有 ${String(n)} 个，见列表`,
  moreKeys: '更多操作',
};
