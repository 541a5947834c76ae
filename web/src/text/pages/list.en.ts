import type { listZhCN } from './list.zh-CN';

/** Words of the list of everything. */
export const listEn: typeof listZhCN = {
  rail_list: 'List',
  listAllTitle: 'Everything on the map',
  listAllIntro:
    'The same layers and the same scope as the map; ↑↓ walk over the rows, Enter opens the card, Esc closes it.',
  listFilterAll: 'Filter by name, code, substance, enterprise',
  listGroup: 'Group',
  listAllGroups: 'All groups',
  list_enterprises: 'Enterprises',
  list_units: 'Units',
  listState: 'State',
  listAllStates: 'All states',
  listOnlyAbove: 'Only above a limit',
  listRows: (n) => `${String(n)} rows`,
  listLeftOut: (n) =>
    `${String(n)} rows are left out by the map’s choice of layers (never one above a limit).`,
  listEverything: 'Everything is listed, whatever layers are chosen.',
  listShowAll: 'List them too',
  listFollow: 'Follow the layers',
  listNothing: 'Nothing fits. Widen the filter, or list all layers.',
  listPages: 'Pages',
  listPage: (page, pages) => `Page ${String(page)} of ${String(pages)}`,
  listBefore: 'Back',
  listNext: 'Next',
  listResting: 'Values are live; the order rests while you are in the table.',
  listColumnState: 'State',
  listColumnName: 'Name',
  listColumnValue: 'Now',
  listColumnAge: 'Age',
  listColumnKind: 'Kind',
  listColumnOwner: 'Enterprise',
  listEnterprise: (above, all) => `${String(above)} above limit of ${String(all)}`,
  listCapacity: (n) => `room for ${String(n)}`,
  listStaff: (n) => `${String(n)} people`,
};
