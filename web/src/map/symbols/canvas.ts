/** Symbols are drawn twice as large as shown, so that they are sharp on every screen. */
export const PIXEL_RATIO = 2;

export interface SymbolImage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

export type Pen = CanvasRenderingContext2D;

/** Draws a square symbol of `size` shown pixels; the pen's origin is its centre. */
export function drawSymbol(size: number, draw: (pen: Pen) => void): SymbolImage {
  const canvas = document.createElement('canvas');
  canvas.width = size * PIXEL_RATIO;
  canvas.height = size * PIXEL_RATIO;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('this browser has no canvas');
  pen.scale(PIXEL_RATIO, PIXEL_RATIO);
  pen.translate(size / 2, size / 2);
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  draw(pen);
  return pen.getImageData(0, 0, canvas.width, canvas.height);
}

export function circle(pen: Pen, radius: number, x = 0, y = 0): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
}

export function polygon(pen: Pen, points: readonly (readonly [number, number])[]): void {
  pen.beginPath();
  points.forEach(([x, y], index) => {
    if (index === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.closePath();
}

export function square(pen: Pen, half: number, corner = 2): void {
  pen.beginPath();
  pen.roundRect(-half, -half, 2 * half, 2 * half, corner);
}

export function drop(pen: Pen, radius: number): void {
  pen.beginPath();
  pen.moveTo(0, -radius * 1.5);
  pen.bezierCurveTo(radius, -radius * 0.3, radius, radius, 0, radius);
  pen.bezierCurveTo(-radius, radius, -radius, -radius * 0.3, 0, -radius * 1.5);
  pen.closePath();
}

export function fillAndStroke(pen: Pen, fill: string | null, stroke: string, width: number): void {
  if (fill !== null) {
    pen.fillStyle = fill;
    pen.fill();
  }
  pen.strokeStyle = stroke;
  pen.lineWidth = width;
  pen.stroke();
}

export function digit(pen: Pen, text: string, colour: string, size: number, y = 0): void {
  pen.fillStyle = colour;
  pen.font = `700 ${String(size)}px "Inter Variable", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans SC Variable", sans-serif`;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  const metrics = pen.measureText(text);
  const middle = (metrics.actualBoundingBoxAscent - metrics.actualBoundingBoxDescent) / 2;
  pen.fillText(text, 0, y + middle);
}
