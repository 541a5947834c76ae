import type { Severity } from '../../live/severity';
import type { Colours } from '../colours';
import {
  circle,
  digit,
  drawSymbol,
  fillAndStroke,
  polygon,
  type Pen,
  type SymbolImage,
} from './canvas';

const SIZE = 36;

/** Ring + shape + digit; a drill also carries 演, an old value a dashed ring. */
export interface MarkStyle {
  readonly severity: Severity;
  readonly stale: boolean;
  readonly drill: boolean;
}

export function severityMark(colours: Colours, style: MarkStyle): SymbolImage {
  return drawSymbol(SIZE, (pen) => {
    const line = colours[`p${style.severity}-line`];
    circle(pen, 14);
    pen.globalAlpha = 0.88;
    pen.fillStyle = colours.panel;
    pen.fill();
    pen.globalAlpha = 1;
    if (style.stale) pen.setLineDash([4, 3]);
    circle(pen, 14);
    pen.strokeStyle = line;
    pen.lineWidth = 2.25;
    pen.stroke();
    pen.setLineDash([]);
    if (style.severity === 1) octagon(pen, colours, style.stale);
    else if (style.severity === 2) triangle(pen, colours, style.stale);
    else diamond(pen, colours, style.stale);
    if (style.drill) drillBadge(pen, colours);
  });
}

function octagon(pen: Pen, colours: Colours, hollow: boolean): void {
  const [far, near] = [9, 3.7];
  polygon(pen, [
    [-near, -far],
    [near, -far],
    [far, -near],
    [far, near],
    [near, far],
    [-near, far],
    [-far, near],
    [-far, -near],
  ]);
  fillAndStroke(pen, hollow ? null : colours.p1, colours['p1-line'], 1.5);
  digit(pen, '1', hollow ? colours.text : colours['on-severity'], 11);
}

function triangle(pen: Pen, colours: Colours, hollow: boolean): void {
  polygon(pen, [
    [0, -8.5],
    [8.6, 6.5],
    [-8.6, 6.5],
  ]);
  fillAndStroke(pen, hollow ? null : colours.p2, colours['p2-line'], 1.5);
  digit(pen, '2', hollow ? colours.text : colours['on-p2'], 9.5, 2.2);
}

function diamond(pen: Pen, colours: Colours, hollow: boolean): void {
  polygon(pen, [
    [0, -9],
    [9, 0],
    [0, 9],
    [-9, 0],
  ]);
  const edge = colours['p3-edge'];
  fillAndStroke(pen, hollow ? null : colours.p3, edge === 'none' ? colours['p3-line'] : edge, 1.5);
  digit(pen, '3', hollow ? colours.text : colours['on-p3'], 10);
}

function drillBadge(pen: Pen, colours: Colours): void {
  pen.save();
  pen.translate(11, -11);
  pen.beginPath();
  pen.roundRect(-6, -6, 12, 12, 2);
  pen.fillStyle = colours.text;
  pen.fill();
  digit(pen, '演', colours.panel, 9);
  pen.restore();
}
