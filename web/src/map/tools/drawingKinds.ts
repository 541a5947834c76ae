/** What can be drawn: free notes, and the lines and areas of GB/T 35649-2017 by their codes. */
export const drawingKinds = {
  point: { shape: 'point', sign: null },
  line: { shape: 'line', sign: null },
  area: { shape: 'area', sign: null },
  text: { shape: 'point', sign: null },
  cordon: { shape: 'area', sign: 'F10100' },
  control: { shape: 'area', sign: 'F10200' },
  spread: { shape: 'area', sign: 'F10300' },
  evacuation: { shape: 'line', sign: 'E30200' },
  rescue: { shape: 'line', sign: 'E30100' },
  broken_road: { shape: 'line', sign: 'E20500' },
} as const satisfies Record<string, { shape: Shape; sign: string | null }>;

export type Shape = 'point' | 'line' | 'area';
export type DrawingKind = keyof typeof drawingKinds;
export const drawingKindNames = Object.keys(drawingKinds) as DrawingKind[];

/** The fewest points that make the shape. */
export const leastPoints: Record<Shape, number> = { point: 1, line: 2, area: 3 };

export function isDrawingKind(text: unknown): text is DrawingKind {
  return typeof text === 'string' && Object.hasOwn(drawingKinds, text);
}

/** The kind with this code of the standard. */
export function kindOfSign(sign: unknown): DrawingKind | undefined {
  return drawingKindNames.find(
    (name) => drawingKinds[name].sign === sign && typeof sign === 'string',
  );
}
