import type { Condition } from '../../live/status';
import type { StationKind } from '../../live/parkModel';
import type { Colours } from '../colours';
import {
  circle,
  digit,
  drawSymbol,
  drop,
  fillAndStroke,
  polygon,
  square,
  type Pen,
  type SymbolImage,
} from './canvas';

/** How a station that is under no limit looks. */
export type CalmCondition = Exclude<Condition, 'p1' | 'p2' | 'p3'>;

const sizeOf: Record<StationKind, number> = {
  gas_detector: 16,
  tank_instrument: 14,
  weather_mast: 36,
  air_standard: 28,
  air_micro: 24,
  water_level: 20,
  water_quality: 20,
  cctv: 26,
  gate: 22,
  hazmat_parking: 22,
  gateway: 14,
};

/** The outline of each kind; a shape alone must tell what stands there. */
const outlineOf: Record<StationKind, (pen: Pen) => void> = {
  gas_detector: (pen) => {
    circle(pen, 4.5);
  },
  tank_instrument: (pen) => {
    square(pen, 3.4, 1);
  },
  weather_mast: (pen) => {
    circle(pen, 5);
  },
  air_standard: (pen) => {
    circle(pen, 12);
  },
  air_micro: (pen) => {
    square(pen, 9.5, 4);
  },
  water_level: (pen) => {
    drop(pen, 5);
  },
  water_quality: (pen) => {
    drop(pen, 6);
  },
  cctv: (pen) => {
    circle(pen, 6);
  },
  gate: (pen) => {
    square(pen, 9, 3);
  },
  hazmat_parking: (pen) => {
    square(pen, 9, 3);
  },
  gateway: (pen) => {
    square(pen, 4, 1);
  },
};

export function stationMark(
  colours: Colours,
  kind: StationKind,
  condition: CalmCondition,
  stale: boolean,
): SymbolImage {
  return drawSymbol(sizeOf[kind], (pen) => {
    if (stale) pen.globalAlpha = 0.45;
    const outline = outlineOf[kind];
    if (condition === 'unknown') drawUnknown(pen, colours, outline);
    else if (condition === 'fault') drawFault(pen, colours);
    else if (condition === 'service') drawService(pen, colours, outline);
    else drawNormal(pen, colours, kind, outline);
  });
}

function drawNormal(
  pen: Pen,
  colours: Colours,
  kind: StationKind,
  outline: (pen: Pen) => void,
): void {
  switch (kind) {
    case 'weather_mast':
      drawWind(pen, colours);
      return;
    case 'air_standard':
    case 'air_micro':
      outline(pen);
      fillAndStroke(pen, colours.panel, colours['tank-line'], 1.25);
      return;
    case 'cctv':
      drawCamera(pen, colours);
      return;
    case 'gate':
      outline(pen);
      fillAndStroke(pen, colours.panel, colours['tank-line'], 1.25);
      drawBarrier(pen, colours);
      return;
    case 'hazmat_parking':
      outline(pen);
      fillAndStroke(pen, colours.panel, colours['tank-line'], 1.25);
      digit(pen, 'P', colours['text-2'], 12);
      return;
    default:
      outline(pen);
      fillAndStroke(pen, colours.normal, colours.land, 1.25);
  }
}

/** No data: an empty dashed shape in the strongest neutral, so that it never passes for normal. */
function drawUnknown(pen: Pen, colours: Colours, outline: (pen: Pen) => void): void {
  outline(pen);
  pen.fillStyle = colours.panel;
  pen.fill();
  pen.setLineDash([2.2, 1.8]);
  outline(pen);
  pen.strokeStyle = colours.text;
  pen.lineWidth = 1.4;
  pen.lineCap = 'butt';
  pen.stroke();
  pen.setLineDash([]);
}

/** The device doubts itself: a broken circle with a question mark. */
function drawFault(pen: Pen, colours: Colours): void {
  circle(pen, 6.2);
  pen.fillStyle = colours.panel;
  pen.fill();
  pen.setLineDash([7, 2.7]);
  circle(pen, 6.2);
  pen.strokeStyle = colours.quality;
  pen.lineWidth = 1.6;
  pen.stroke();
  pen.setLineDash([]);
  digit(pen, '?', colours.quality, 8.5);
}

/** Calibration or maintenance: the shape under a cross-hatch. */
function drawService(pen: Pen, colours: Colours, outline: (pen: Pen) => void): void {
  outline(pen);
  pen.fillStyle = colours.panel;
  pen.fill();
  pen.save();
  pen.clip();
  pen.strokeStyle = colours.muted;
  pen.globalAlpha *= 0.45;
  pen.lineWidth = 0.8;
  for (let offset = -24; offset <= 24; offset += 3) {
    pen.beginPath();
    pen.moveTo(offset - 14, -14);
    pen.lineTo(offset + 14, 14);
    pen.moveTo(offset + 14, -14);
    pen.lineTo(offset - 14, 14);
    pen.stroke();
  }
  pen.restore();
  outline(pen);
  pen.strokeStyle = colours.muted;
  pen.lineWidth = 1.4;
  pen.stroke();
}

/** Points north as drawn; the layer turns it downwind. */
function drawWind(pen: Pen, colours: Colours): void {
  pen.strokeStyle = colours.parcel;
  pen.lineWidth = 4.5;
  windLines(pen);
  pen.strokeStyle = colours.accent;
  pen.lineWidth = 2;
  windLines(pen);
  circle(pen, 3.2, 0, 12);
  fillAndStroke(pen, colours.parcel, colours.accent, 2);
}

function windLines(pen: Pen): void {
  pen.beginPath();
  pen.moveTo(0, 9);
  pen.lineTo(0, -13);
  pen.moveTo(-5, -7.5);
  pen.lineTo(0, -13.5);
  pen.lineTo(5, -7.5);
  pen.stroke();
}

/** Looks north as drawn; the layer turns it to where the camera looks. */
function drawCamera(pen: Pen, colours: Colours): void {
  polygon(pen, [
    [0, -2],
    [6, -11],
    [-6, -11],
  ]);
  pen.globalAlpha *= 0.5;
  pen.fillStyle = colours.normal;
  pen.fill();
  pen.globalAlpha *= 2;
  circle(pen, 4);
  fillAndStroke(pen, colours.panel, colours.muted, 1.5);
  circle(pen, 1.4);
  pen.fillStyle = colours.muted;
  pen.fill();
}

function drawBarrier(pen: Pen, colours: Colours): void {
  pen.strokeStyle = colours['text-2'];
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(-4.5, 5);
  pen.lineTo(-4.5, -1);
  pen.moveTo(-5.5, -1);
  pen.lineTo(5.5, -4.5);
  pen.stroke();
}
