import type { Colours } from '../colours';
import { drawSymbol, fillAndStroke, polygon, square, type SymbolImage } from './canvas';

/** Marks of places that do not measure: help, shelters, towers. */
export function placeMarks(colours: Colours): Record<string, SymbolImage> {
  return {
    tower: drawSymbol(10, (pen) => {
      pen.strokeStyle = colours['label-quiet'];
      pen.lineWidth = 1;
      pen.strokeRect(-2.5, -2.5, 5, 5);
      pen.beginPath();
      pen.moveTo(-2.5, -2.5);
      pen.lineTo(2.5, 2.5);
      pen.moveTo(2.5, -2.5);
      pen.lineTo(-2.5, 2.5);
      pen.stroke();
    }),
    care: drawSymbol(10, (pen) => {
      polygon(pen, [
        [0, -4],
        [4, 0],
        [0, 4],
        [-4, 0],
      ]);
      fillAndStroke(pen, colours.panel, colours['label-quiet'], 1.25);
    }),
    shelter: framed(colours, (pen) => {
      pen.moveTo(-5, 0);
      pen.lineTo(0, -4.5);
      pen.lineTo(5, 0);
      pen.moveTo(-3.5, -1);
      pen.lineTo(-3.5, 4.5);
      pen.lineTo(3.5, 4.5);
      pen.lineTo(3.5, -1);
    }),
    fire_station: framed(colours, (pen) => {
      pen.moveTo(0, -5);
      pen.bezierCurveTo(6, 0, 4, 5, 0, 5);
      pen.bezierCurveTo(-4, 5, -6, 1, -2, -1.5);
      pen.bezierCurveTo(-1.5, 0.5, 0.5, 0, 0, -5);
    }),
    depot: framed(colours, (pen) => {
      pen.rect(-4.5, -3.5, 9, 8);
      pen.moveTo(-4.5, -0.5);
      pen.lineTo(4.5, -0.5);
      pen.moveTo(-1, 1.8);
      pen.lineTo(1, 1.8);
    }),
  };
}

function framed(colours: Colours, glyph: (pen: CanvasRenderingContext2D) => void): SymbolImage {
  return drawSymbol(20, (pen) => {
    square(pen, 8.5, 2);
    fillAndStroke(pen, colours.panel, colours['parcel-line'], 1);
    pen.strokeStyle = colours['text-2'];
    pen.lineWidth = 1.25;
    pen.beginPath();
    glyph(pen);
    pen.stroke();
  });
}
