import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { ReadingHistory } from '../../protocol/http';
import { clockTime } from '../../text/format';
import { tokenAt } from '../../theme/token';

const HEIGHT = 132;
const HOUR_S = 3600;
const FONT =
  '11px "Inter Variable", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans SC Variable", sans-serif';

export interface TrendLimit {
  readonly value: number;
  readonly word: string;
}

/** A small chart over time with dashed limits; colours come from the theme at each drawing. */
export class TrendPlot {
  readonly #plot: uPlot;
  readonly #limits: readonly TrendLimit[];
  readonly #timesS: number[];
  readonly #values: (number | null)[];
  /** the hour shown, whatever is known of it: a chart that fits a single point spans years */
  #hourS: [number, number];

  constructor(
    readonly box: HTMLElement,
    history: ReadingHistory,
    limits: readonly TrendLimit[],
    toMs: number,
  ) {
    this.#hourS = hourBefore(toMs);
    this.#timesS = history.at.map((ms) => ms / 1000);
    this.#values = [...history.v];
    this.#limits = limits;
    const width = Math.max(200, box.clientWidth);
    this.#plot = new uPlot(this.#options(width), [this.#timesS, this.#values], box);
  }

  get isEmpty(): boolean {
    return this.#values.every((value) => value === null);
  }

  /** Adds a live value and forgets what is older than the hour before `toMs`. */
  append(atMs: number, value: number | null, toMs: number): void {
    this.#hourS = hourBefore(toMs);
    const last = this.#timesS.at(-1);
    if (last !== undefined && atMs / 1000 <= last) return;
    this.#timesS.push(atMs / 1000);
    this.#values.push(value);
    while ((this.#timesS[0] ?? Infinity) < this.#hourS[0]) {
      this.#timesS.shift();
      this.#values.shift();
    }
    this.#plot.setData([this.#timesS, this.#values]);
  }

  redraw(): void {
    this.#plot.redraw();
  }

  destroy(): void {
    this.#plot.destroy();
  }

  #options(width: number): uPlot.Options {
    const axis = {
      stroke: () => tokenAt(this.box, '--muted'),
      font: FONT,
      ticks: { show: false },
      grid: { stroke: () => tokenAt(this.box, '--line'), width: 1 },
    };
    return {
      width,
      height: HEIGHT,
      padding: [10, 4, 0, 0],
      legend: { show: false },
      cursor: { y: false, points: { size: 6 } },
      scales: {
        x: { time: false, range: () => this.#hourS },
        y: { range: (_plot, low, high) => this.#range(low, high) },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          size: 20,
          gap: 2,
          splits: (_plot, _axis, from, to) => quarterHours(from, to),
          values: (_plot, splits) => splits.map((s) => clockTime(s * 1000).slice(0, 5)),
        },
        { ...axis, size: 40, gap: 4, space: 28, values: (_plot, splits) => splits.map(shorten) },
      ],
      series: [
        {},
        { stroke: () => tokenAt(this.box, '--text'), width: 1.5, points: { show: false } },
      ],
      hooks: {
        draw: [
          (plot) => {
            this.#drawLimits(plot);
          },
        ],
      },
    };
  }

  /** Room for the data, and for a limit when it is near enough to matter. */
  #range(low: number | null, high: number | null): [number, number] {
    if (low === null || high === null) return [0, 1];
    const near = this.#limits
      .map((limit) => limit.value)
      .filter((value) => {
        const reach = Math.max(high - low, Math.abs(high), 0.1) * 1.5;
        return value >= low - reach && value <= high + reach;
      });
    const [from, to] = [Math.min(low, ...near), Math.max(high, ...near)];
    const margin = Math.max((to - from) * 0.12, Math.abs(to) * 0.02, 0.01);
    return [from >= 0 ? Math.max(0, from - margin) : from - margin, to + margin];
  }

  #drawLimits(plot: uPlot): void {
    const { ctx, bbox } = plot;
    const ratio = uPlot.pxRatio;
    ctx.save();
    ctx.strokeStyle = tokenAt(this.box, '--muted');
    ctx.fillStyle = tokenAt(this.box, '--text-2');
    ctx.lineWidth = ratio;
    ctx.font = FONT.replace('11px', `${String(11 * ratio)}px`);
    let lastY = Infinity;
    for (const limit of this.#limits) {
      const y = plot.valToPos(limit.value, 'y', true);
      if (y < bbox.top || y > bbox.top + bbox.height) continue;
      ctx.setLineDash([4 * ratio, 3 * ratio]);
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
      ctx.setLineDash([]);
      const isCrowded = Math.abs(lastY - y) < 13 * ratio;
      ctx.textAlign = isCrowded ? 'left' : 'right';
      const x = isCrowded ? bbox.left + 2 * ratio : bbox.left + bbox.width;
      ctx.fillText(`${limit.word} ${shorten(limit.value)}`, x, y - 3 * ratio);
      lastY = isCrowded ? Infinity : y;
    }
    ctx.restore();
  }
}

function hourBefore(toMs: number): [number, number] {
  return [toMs / 1000 - HOUR_S, toMs / 1000];
}

function quarterHours(fromS: number, toS: number): number[] {
  const splits: number[] = [];
  for (let at = Math.ceil(fromS / 900) * 900; at <= toS; at += 900) splits.push(at);
  return splits;
}

function shorten(value: number): string {
  return String(Number(value.toPrecision(4)));
}
