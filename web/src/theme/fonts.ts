import '@fontsource-variable/inter/wght.css';

const LOCAL_CHINESE =
  '"Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif';

/** Brings our own Chinese font to a machine that has none; elsewhere it costs nothing. */
export async function provideChineseFont(): Promise<void> {
  if (!hasChineseFont()) await import('@fontsource-variable/noto-sans-sc/index.css');
}

/** Without a Chinese font every character becomes the same empty box. */
export function hasChineseFont(): boolean {
  return pictureOf('一') !== pictureOf('龍');
}

function pictureOf(character: string): string {
  const canvas = document.createElement('canvas');
  canvas.width = 32;
  canvas.height = 32;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) return character;
  pen.font = `24px ${LOCAL_CHINESE}`;
  pen.fillText(character, 2, 26);
  return pen.getImageData(0, 0, 32, 32).data.join('');
}
