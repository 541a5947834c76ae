import type { SoundPattern } from '../live/soundChoice';

/** One beep: when it begins and how long it is, in seconds, at which pitch. */
interface Beep {
  readonly fromS: number;
  readonly forS: number;
  readonly hz: number;
}

interface Tone {
  readonly lengthS: number;
  readonly beeps: readonly Beep[];
}

const tones: Record<SoundPattern, Tone> = {
  p1: {
    lengthS: 0.8,
    beeps: [
      { fromS: 0, forS: 0.2, hz: 960 },
      { fromS: 0.2, forS: 0.2, hz: 720 },
      { fromS: 0.4, forS: 0.2, hz: 960 },
      { fromS: 0.6, forS: 0.2, hz: 720 },
    ],
  },
  p2: {
    lengthS: 20,
    beeps: [0, 0.35, 0.7].map((fromS) => ({ fromS, forS: 0.22, hz: 660 })),
  },
  p3: { lengthS: 0.7, beeps: [{ fromS: 0, forS: 0.6, hz: 523 }] },
  test: {
    lengthS: 1,
    beeps: [
      { fromS: 0, forS: 0.25, hz: 523 },
      { fromS: 0.3, forS: 0.25, hz: 659 },
      { fromS: 0.6, forS: 0.35, hz: 784 },
    ],
  },
};

const EDGE_S = 0.01;
const LOUDNESS = 0.5;

/** Whether a pattern goes on until somebody stops it. */
export function isRepeated(pattern: SoundPattern): boolean {
  return pattern === 'p1' || pattern === 'p2';
}

/** One round of a pattern as samples between -1 and 1; a third above each tone makes it carry over machines. */
export function samplesOf(pattern: SoundPattern, samplesPerS: number): Float32Array<ArrayBuffer> {
  const tone = tones[pattern];
  const samples = new Float32Array(Math.round(tone.lengthS * samplesPerS));
  for (const beep of tone.beeps) {
    const from = Math.round(beep.fromS * samplesPerS);
    const size = Math.round(beep.forS * samplesPerS);
    for (let i = 0; i < size && from + i < samples.length; i++) {
      const s = i / samplesPerS;
      const edge = Math.min(1, s / EDGE_S, (beep.forS - s) / EDGE_S);
      const wave = Math.sin(2 * Math.PI * beep.hz * s) + 0.35 * Math.sin(6 * Math.PI * beep.hz * s);
      samples[from + i] = (LOUDNESS * edge * wave) / 1.35;
    }
  }
  return samples;
}
