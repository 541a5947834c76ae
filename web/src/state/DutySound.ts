import type { AlarmNews, LiveAlarm } from '../live/alarms';
import { alarmKey } from '../live/alarms';
import type { ParkState } from '../live/ParkState';
import { chimes, standingSound, type SoundPattern, type StandingSound } from '../live/soundChoice';
import { Cell } from './Cell';
import { isRepeated, samplesOf } from './tones';

/** off: nobody asked for sound; needs-click: asked for before a reload, the browser wants a click first; failed: not possible. */
export type SoundState = 'off' | 'needs-click' | 'ready' | 'failed';

const ON_DUTY = 'windrose.duty';
const SILENCED = 'windrose.silenced';
const MOST_SILENCED = 500;
const SILENCE: StandingSound = { pattern: null, alarms: [] };

/** Makes the alarms of now heard, whatever moment is on the screen. */
export class DutySound {
  readonly state = new Cell<SoundState>(isRemembered() ? 'needs-click' : 'off');
  /** what sounds on and on now, whether it can be heard or not */
  readonly sounding = new Cell<StandingSound>(SILENCE);
  /** how many sounds were begun; for tests and for the panel */
  readonly begun = new Cell<readonly SoundPattern[]>([]);
  readonly #park: ParkState;
  readonly #silenced = new Set<string>(recallSilenced());
  readonly #endings: (() => void)[] = [];
  #audio: AudioContext | null = null;
  #loop: { pattern: SoundPattern; source: AudioBufferSourceNode } | null = null;

  constructor(park: ParkState) {
    this.#park = park;
  }

  listen(): void {
    this.#endings.push(
      this.#park.liveAlarms.listen((alarms) => {
        this.#review(alarms);
      }),
      this.#park.onAlarmNews((news) => {
        this.#chime(news);
      }),
    );
    const wake = (): void => {
      if (this.state.value === 'needs-click') void this.#unlock(false);
    };
    for (const kind of ['pointerdown', 'keydown'] as const) {
      document.addEventListener(kind, wake);
      this.#endings.push(() => {
        document.removeEventListener(kind, wake);
      });
    }
    this.#review(this.#park.liveAlarms.value);
  }

  end(): void {
    for (const end of this.#endings) end();
    this.#stopLoop();
    void this.#audio?.close();
    this.#audio = null;
  }

  /** Unlocks sound and lets it be heard once; must be called from a click or a key. */
  async startDuty(): Promise<void> {
    remember(true);
    await this.#unlock(true);
  }

  endDuty(): void {
    remember(false);
    this.#stopLoop();
    this.state.set('off');
  }

  /** Quiets what sounds now; what comes anew, or becomes worse, sounds again. */
  silence(): void {
    for (const alarm of this.sounding.value.alarms) this.#silenced.add(alarmKey(alarm));
    keepSilenced([...this.#silenced].slice(-MOST_SILENCED));
    this.#review(this.#park.liveAlarms.value);
  }

  async #unlock(test: boolean): Promise<void> {
    try {
      this.#audio ??= this.#open();
      await this.#audio.resume();
      this.#judge();
      if (test && this.state.value === 'ready') this.#play('test');
      this.#follow();
    } catch {
      this.state.set('failed');
    }
  }

  #open(): AudioContext {
    const audio = new AudioContext();
    audio.onstatechange = () => {
      if (this.state.value !== 'off') this.#judge();
    };
    return audio;
  }

  /** A browser may take the sound away again, such as when a telephone call comes. */
  #judge(): void {
    this.state.set(this.#audio?.state === 'running' ? 'ready' : 'needs-click');
  }

  #review(alarms: readonly LiveAlarm[]): void {
    this.sounding.set(standingSound(alarms, this.#silenced));
    this.#follow();
  }

  #follow(): void {
    const wanted = this.state.value === 'ready' ? this.sounding.value.pattern : null;
    if (wanted === (this.#loop?.pattern ?? null)) return;
    this.#stopLoop();
    if (wanted !== null) this.#loop = { pattern: wanted, source: this.#play(wanted) };
  }

  #chime(news: readonly AlarmNews[]): void {
    if (this.state.value !== 'ready') return;
    const standing = this.sounding.value;
    const now = this.#park.liveNowMs();
    if (chimes(news, this.#park.liveAlarms.value, standing, now)) this.#play('p3');
  }

  #play(pattern: SoundPattern): AudioBufferSourceNode {
    const audio = this.#audio ?? this.#open();
    const samples = samplesOf(pattern, audio.sampleRate);
    const buffer = audio.createBuffer(1, samples.length, audio.sampleRate);
    buffer.copyToChannel(samples, 0);
    const source = audio.createBufferSource();
    source.buffer = buffer;
    // the browser repeats it by itself: timers of a page in the background may sleep
    source.loop = isRepeated(pattern);
    source.connect(audio.destination);
    source.start();
    this.begun.set([...this.begun.value.slice(-20), pattern]);
    return source;
  }

  #stopLoop(): void {
    this.#loop?.source.stop();
    this.#loop = null;
  }
}

function isRemembered(): boolean {
  try {
    return localStorage.getItem(ON_DUTY) === 'yes';
  } catch {
    return false;
  }
}

/** A browser may forbid storage; then duty and silence last as long as the page. */
function remember(onDuty: boolean): void {
  try {
    if (onDuty) localStorage.setItem(ON_DUTY, 'yes');
    else localStorage.removeItem(ON_DUTY);
  } catch {
    return;
  }
}

function recallSilenced(): string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(SILENCED) ?? '[]');
    return Array.isArray(kept) ? kept.map(String) : [];
  } catch {
    return [];
  }
}

function keepSilenced(keys: readonly string[]): void {
  try {
    sessionStorage.setItem(SILENCED, JSON.stringify(keys));
  } catch {
    return;
  }
}
