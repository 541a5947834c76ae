/** The colours that the map takes from theme/tokens.css; WebGL cannot read CSS variables by itself. */
const names = [
  'ground',
  'panel',
  'raised',
  'line',
  'text',
  'text-2',
  'muted',
  'accent',
  'on-accent',
  'p1',
  'p1-line',
  'on-severity',
  'p2',
  'p2-line',
  'p3',
  'p3-line',
  'p3-edge',
  'quality',
  'normal',
  'on-p2',
  'on-p3',
  'land',
  'field-1',
  'field-2',
  'wood',
  'floodplain',
  'water',
  'village',
  'park',
  'parcel',
  'parcel-line',
  'road',
  'road-main',
  'road-case',
  'building',
  'equipment',
  'tank',
  'tank-line',
  'tank-fill',
  'bund',
  'label',
  'label-quiet',
  'label-water',
  'plume',
  'sign-event',
  'sign-danger',
  'sign-protect',
  'sign-resource',
  'sign-area',
] as const;

export type ColourName = (typeof names)[number];
export type Colours = Readonly<Record<ColourName, string>>;

/** The colours of the theme that the page shows now. */
export function readColours(root: Element = document.documentElement): Colours {
  const style = getComputedStyle(root);
  const pairs = names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()] as const);
  return Object.fromEntries(pairs) as Record<ColourName, string>;
}
