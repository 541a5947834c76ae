import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';

/** What a person can switch on and off; whatever is over a limit stays on the map in any case. */
export const groups = [
  'gas',
  'tanks',
  'weather',
  'air',
  'water',
  'cameras',
  'gates',
  'pipes',
  'people',
  'rescue',
] as const;
export type GroupName = (typeof groups)[number];

interface Group {
  /** kinds of stations that belong to it */
  readonly kinds: readonly string[];
  /** layers of the drawing that belong to it */
  readonly layers: readonly string[];
}

/** The grey outlines of daily work, which full-colour signs replace. */
const quietHelp = ['hydrant', 'fire-station', 'shelter', 'rescue-stock'];

const contents: Record<GroupName, Group> = {
  gas: { kinds: ['gas_detector', 'gateway'], layers: [] },
  tanks: {
    kinds: ['tank_instrument'],
    layers: ['tank-label'],
  },
  weather: { kinds: ['weather_mast'], layers: [] },
  air: { kinds: ['air_standard', 'air_micro'], layers: [] },
  water: { kinds: ['water_level', 'water_quality'], layers: [] },
  cameras: { kinds: ['cctv'], layers: ['camera-view', 'camera-view-line'] },
  gates: { kinds: ['gate', 'hazmat_parking'], layers: [] },
  pipes: { kinds: [], layers: ['pipe-rack', 'pipe-rack-pipes'] },
  people: {
    kinds: [],
    layers: ['people-area', 'people-label', 'care-label', 'village-label', 'sign-people'],
  },
  rescue: { kinds: [], layers: [...quietHelp, 'sign-hydrants', 'sign-shelters', 'sign-resources'] },
};

/** Ready choices for a kind of work; each says what it leaves out. */
export const presets: Record<'safety' | 'environment' | 'command' | 'public', GroupName[]> = {
  safety: ['people'],
  environment: ['gas', 'tanks', 'cameras', 'gates', 'pipes', 'people', 'rescue'],
  command: ['air', 'water'],
  public: ['gas', 'tanks', 'cameras', 'gates', 'pipes', 'rescue'],
};
export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as PresetName[];

export function isGroup(text: string): text is GroupName {
  return groups.some((one) => one === text);
}

/** Whether a layer of the style is shown while these groups are hidden, in daily work or with full-colour signs. */
export function isShown(layerId: string, hidden: ReadonlySet<GroupName>, signs = false): boolean {
  if (signs ? quietHelp.includes(layerId) : layerId.startsWith('sign-')) return false;
  return ![...hidden].some((name) => contents[name].layers.includes(layerId));
}

/** The kinds of stations that are left out while these groups are hidden. */
export function kindsIn(hidden: ReadonlySet<GroupName>): ReadonlySet<string> {
  return new Set([...hidden].flatMap((name) => contents[name].kinds));
}

/** The group of a kind of station. */
export function groupOfKind(kind: string): GroupName | undefined {
  return groups.find((name) => contents[name].kinds.includes(kind));
}

/** The filter of a layer of stations while these groups are hidden: an alarm is never left out. */
export function filterFor(
  layer: LayerSpecification,
  hidden: ReadonlySet<GroupName>,
): FilterSpecification | null {
  if (!('source' in layer) || layer.source !== 'stations') return null;
  const own = 'filter' in layer ? layer.filter : undefined;
  const kinds = [...kindsIn(hidden)];
  if (kinds.length === 0) return own ?? ['literal', true];
  const allowed: FilterSpecification = [
    'any',
    ['==', ['get', 'alarm'], true],
    ['!', ['in', ['get', 'kind'], ['literal', kinds]]],
  ];
  return (own === undefined ? allowed : ['all', own, allowed]) as FilterSpecification;
}

/** How many stations each group holds, for the numbers beside the switches. */
export function countByGroup(kinds: Iterable<string>): Map<GroupName, number> {
  const counts = new Map<GroupName, number>();
  for (const kind of kinds) {
    const group = groupOfKind(kind);
    if (group !== undefined) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}
