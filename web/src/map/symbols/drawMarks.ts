import type { Colours } from '../colours';
import { circle, drawSymbol, fillAndStroke, polygon, type Pen, type SymbolImage } from './canvas';

type Glyph = (pen: Pen) => void;

/**
 * What stands along a drawn line, by GB/T 35649: arrows into a 控制区域, out of a 蔓延区域, along a route, crosses over a broken
 * road. The line runs to the right as drawn; its inside, as rings run against the clock, is above.
 */
const along: Record<string, Glyph> = {
  control: (pen) => {
    arrow(pen, 0, -11);
  },
  spread: (pen) => {
    arrow(pen, 0, 11);
  },
  evacuation: (pen) => {
    pen.beginPath();
    pen.moveTo(-3, -7);
    pen.lineTo(5, 0);
    pen.lineTo(-3, 7);
    pen.stroke();
  },
  rescue: (pen) => {
    polygon(pen, [
      [-4, -8],
      [9, 0],
      [-4, 8],
    ]);
    pen.fill();
  },
  broken_road: (pen) => {
    pen.beginPath();
    pen.moveTo(-6, -6);
    pen.lineTo(6, 6);
    pen.moveTo(-6, 6);
    pen.lineTo(6, -6);
    pen.stroke();
  },
};

/** The mark called `draw-…`, or null for a name that is none. */
export function drawMark(colours: Colours, name: string): SymbolImage | null {
  if (name === 'draw-pin' || name === 'draw-pin-chosen') return pin(colours, name !== 'draw-pin');
  const glyph = name.startsWith('draw-') ? along[name.slice('draw-'.length)] : undefined;
  if (glyph === undefined) return null;
  return drawSymbol(28, (pen) => {
    pen.strokeStyle = colours['sign-area'];
    pen.fillStyle = colours['sign-area'];
    pen.lineWidth = 2.5;
    glyph(pen);
  });
}

function arrow(pen: Pen, from: number, to: number): void {
  const head = Math.sign(from - to) * 5;
  pen.beginPath();
  pen.moveTo(0, from);
  pen.lineTo(0, to);
  pen.moveTo(-4, to + head);
  pen.lineTo(0, to);
  pen.lineTo(4, to + head);
  pen.stroke();
}

function pin(colours: Colours, chosen: boolean): SymbolImage {
  return drawSymbol(28, (pen) => {
    pen.beginPath();
    pen.moveTo(0, 14);
    pen.bezierCurveTo(-11, 2, -9, -12, 0, -12);
    pen.bezierCurveTo(9, -12, 11, 2, 0, 14);
    pen.closePath();
    fillAndStroke(pen, chosen ? colours.accent : colours.text, colours.panel, 1.5);
    circle(pen, 3.2, 0, -3);
    pen.fillStyle = colours.panel;
    pen.fill();
  });
}
