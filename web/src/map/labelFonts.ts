import type { ParkModel } from '../live/parkModel';

/** Makes sure that the fonts of the labels are there before the first label is drawn. */
export async function loadLabelFonts(model: ParkModel): Promise<void> {
  if (typeof document.fonts === 'undefined') return;
  await document.fonts.load('500 24px Inter').catch(() => []);
  if (hasChineseFont()) return;
  const objects = [...model.enterprises.values(), ...model.units.values(), ...model.tanks.values()];
  const words = objects.map((object) => Object.values(object.properties).join(''));
  const text = [...new Set(words.join(''))].join('');
  await document.fonts.load('500 24px "Windrose SC"', text).catch(() => []);
}

/** Without a Chinese font every character becomes the same empty box. */
export function hasChineseFont(): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = 32;
  canvas.height = 32;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) return true;
  const picture = (character: string): string => {
    pen.clearRect(0, 0, 32, 32);
    pen.font =
      '24px "Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';
    pen.fillText(character, 2, 26);
    return pen.getImageData(0, 0, 32, 32).data.join('');
  };
  return picture('一') !== picture('龍');
}
