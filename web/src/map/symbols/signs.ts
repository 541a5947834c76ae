import type { Language } from '../../text/language';
import type { ColourName, Colours } from '../colours';
import { drawSymbol, type Pen, type SymbolImage } from './canvas';

/** The classes of GB/T 35649-2017 that a park's own objects fall into; class A, events, comes with the incidents. */
export type SignClass = 'danger' | 'protect' | 'resource';

interface Sign {
  readonly class: SignClass;
  readonly zh: string;
  readonly en: string;
  /** our own drawing, on a grid of 24 */
  readonly glyph: string;
}

const house = 'M3 12L12 4l9 8M6 10.5V20h12v-9.5';
const shelter =
  'M3 12L12 4l9 8M6 10.5V20M18 10.5V20M12 9.5v.01M9.5 20l2.5-4 2.5 4M9 13.5h6M12 11v5';

/** By kind: what the sign's class is, its label of two to four characters, its glyph. */
export const signs: Readonly<Record<string, Sign>> = {
  production_unit: {
    class: 'danger',
    zh: '装置',
    en: 'UNIT',
    glyph: 'M3 20h18M5 20V9h4v11M11 20V4h3v16M16 20v-8h4v8M9 12h2M14 15h2',
  },
  tank_farm: {
    class: 'danger',
    zh: '罐区',
    en: 'TANKS',
    glyph: 'M3 20h18M4 20V9c0-1.6 6.5-1.6 6.5 0v11M13.5 20V9c0-1.6 6.5-1.6 6.5 0v11',
  },
  warehouse: {
    class: 'danger',
    zh: '仓库',
    en: 'STORE',
    glyph: 'M3 20V9l9-5 9 5v11zM7 20v-7h10v7M7 16.5h10',
  },
  loading: {
    class: 'danger',
    zh: '装卸区',
    en: 'LOADING',
    glyph:
      'M2 17V8h12v9M14 11h4l3 3v3h-3M7 17h7M5 19a2 2 0 100-4 2 2 0 000 4M16 19a2 2 0 100-4 2 2 0 000 4',
  },
  school: {
    class: 'protect',
    zh: '学校',
    en: 'SCHOOL',
    glyph: 'M2 9l10-5 10 5-10 5zM6 11.5V17c3 2.5 9 2.5 12 0v-5.5M22 9v6',
  },
  kindergarten: {
    class: 'protect',
    zh: '幼儿园',
    en: 'NURSERY',
    glyph: `${house}M12 12.5a1.5 1.5 0 100 .01M12 14v6M9.5 16h5`,
  },
  hospital: { class: 'protect', zh: '医院', en: 'HOSPITAL', glyph: 'M4 20V5h16v15zM12 8v8M8 12h8' },
  nursing_home: {
    class: 'protect',
    zh: '养老院',
    en: 'CARE',
    glyph: `${house}M12 18c-3-2-4-3.5-4-5a2 2 0 014-.5 2 2 0 014 .5c0 1.5-1 3-4 5`,
  },
  village: {
    class: 'protect',
    zh: '村庄',
    en: 'VILLAGE',
    glyph: 'M2 13l5-4.5 5 4.5M4 11.5V19h6v-7.5M12 11l5-4.5 5 4.5M14 9.5V19h6V9.5',
  },
  town_quarter: {
    class: 'protect',
    zh: '居民区',
    en: 'HOMES',
    glyph: 'M4 20V6h7v14M11 20V10h9v10M3 20h18M6.5 9.5h2M6.5 13h2M14 13.5h3M14 16.5h3',
  },
  fire_station: {
    class: 'resource',
    zh: '消防站',
    en: 'FIRE',
    glyph:
      'M12 3c6 5 6 9 4.5 13-1 2.5-3 4-4.5 4s-4.5-1-5-4.5C6.5 12 9 11 9 8c2 .5 3 2 3 4 1.5-2 1-6 0-9',
  },
  special_brigade: {
    class: 'resource',
    zh: '专职队',
    en: 'BRIGADE',
    glyph: 'M5 13a7 7 0 0114 0M3 13h18M9.5 8V5h5v3M7 13v2a5 5 0 0010 0v-2',
  },
  material_depot: {
    class: 'resource',
    zh: '物资库',
    en: 'DEPOT',
    glyph: 'M4 8l8-4 8 4v9l-8 4-8-4zM4 8l8 4 8-4M12 12v9',
  },
  enterprise_stock: {
    class: 'resource',
    zh: '企业物资',
    en: 'STOCK',
    glyph: 'M5 9h14v11H5zM5 13h14M9 9V6h6v3M10.5 16h3',
  },
  hydrant: {
    class: 'resource',
    zh: '消火栓',
    en: 'HYDRANT',
    glyph: 'M8 20V9a4 4 0 018 0v11M6 20h12M4.5 12.5H8M16 12.5h3.5M12 5V3M8 16h8',
  },
  water_point: {
    class: 'resource',
    zh: '取水点',
    en: 'WATER',
    glyph: 'M12 3.5c4 5 6 7.6 6 10.5a6 6 0 01-12 0c0-2.9 2-5.5 6-10.5M9 14a3 3 0 003 3',
  },
  open_ground: {
    class: 'resource',
    zh: '避难场',
    en: 'SHELTER',
    glyph: 'M12 5a1.8 1.8 0 100 .01M12 8v6M8 10.5h8M12 14l-3 6M12 14l3 6M3 20h18',
  },
  indoor: { class: 'resource', zh: '避难所', en: 'SHELTER', glyph: shelter },
  school_field: {
    class: 'resource',
    zh: '避难场',
    en: 'SHELTER',
    glyph: 'M3 8h18v10H3zM12 8v10M12 10.5a2.5 2.5 0 100 5 2.5 2.5 0 000-5',
  },
};

const frameOf: Record<SignClass, ColourName> = {
  danger: 'sign-danger',
  protect: 'sign-protect',
  resource: 'sign-resource',
};

/** Shown pixels; the standard asks for at least 32. */
const SIZE = 40;
const HALF = SIZE / 2 - 1;
const FRAME = 3;
/** The label stands in the lower quarter. */
const LABEL = 11;
/** Signs are printed signs: black on white in both lights. */
const [PAPER, INK] = ['#ffffff', '#000000'];

/** The full-colour sign called `sign-<kind>-<language>`, or null for a name that is none. */
export function signImage(colours: Colours, name: string): SymbolImage | null {
  const parts = /^sign-([a-z_]+)-(zh|en)$/.exec(name);
  const sign = signs[parts?.[1] ?? ''];
  return sign === undefined ? null : drawSign(colours, sign, parts?.[2] === 'en' ? 'en' : 'zh-CN');
}

/** Right-angled, since only an event's sign is rounded; a dark hairline parts the frame from the ground. */
function drawSign(colours: Colours, sign: Sign, language: Language): SymbolImage {
  return drawSymbol(SIZE, (pen) => {
    const colour = colours[frameOf[sign.class]];
    pen.lineJoin = 'miter';
    pen.fillStyle = INK;
    pen.fillRect(-HALF, -HALF, 2 * HALF, 2 * HALF);
    pen.fillStyle = colour;
    pen.fillRect(1 - HALF, 1 - HALF, 2 * HALF - 2, 2 * HALF - 2);
    const inner = HALF - 1 - FRAME;
    pen.fillStyle = PAPER;
    pen.fillRect(-inner, -inner, 2 * inner, 2 * HALF - FRAME - LABEL - 3);
    drawGlyph(pen, sign.glyph);
    drawLabel(pen, language === 'en' ? sign.en : sign.zh, sign.class === 'protect' ? PAPER : INK);
  });
}

function drawGlyph(pen: Pen, glyph: string): void {
  pen.save();
  pen.translate(-10.5, -15.5);
  pen.scale(0.875, 0.875);
  pen.lineWidth = 1.9;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  pen.strokeStyle = INK;
  pen.stroke(new Path2D(glyph));
  pen.restore();
}

function drawLabel(pen: Pen, label: string, colour: string): void {
  pen.fillStyle = colour;
  pen.textAlign = 'center';
  pen.textBaseline = 'alphabetic';
  const isLatin = /^[A-Z]+$/.test(label);
  const size = isLatin ? (label.length > 6 ? 7 : 8.5) : label.length > 3 ? 8.8 : 10;
  pen.font = `700 ${String(size)}px "Inter Variable", "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Noto Sans SC Variable", sans-serif`;
  pen.fillText(label, 0, HALF - 3.6, 2 * HALF - 4);
}
