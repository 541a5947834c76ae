import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Trend } from '../../api/readings';
import { clockDate, clockTime } from '../../text/format';
import { timeSplits } from './timeSplits';
import { tokenAt } from '../../theme/token';

const FONT =
  '11px "Inter Variable", "Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Noto Sans SC Variable", sans-serif';

export interface TrendLine {
  readonly value: number;
  readonly word: string;
}

/** The large chart of one series: mean with a band from least to greatest, limits as dashed lines, gaps left open. */
export class LongTrend {
  readonly #plot: uPlot;
  readonly #limits: readonly TrendLine[];

  constructor(
    readonly box: HTMLElement,
    trend: Trend,
    limits: readonly TrendLine[],
    height: number,
    onZoom: (fromMs: number, toMs: number) => void,
  ) {
    this.#limits = limits;
    this.#plot = new uPlot(this.#options(box.clientWidth, height, onZoom), dataOf(trend), box);
    this.show(trend);
  }

  /** New data for the same series, over the whole time that was asked for. */
  show(trend: Trend): void {
    this.#plot.setData(dataOf(trend), false);
    this.#plot.batch(() => {
      this.#plot.setScale('x', { min: trend.fromMs / 1000, max: trend.toMs / 1000 });
    });
  }

  resize(width: number, height: number): void {
    this.#plot.setSize({ width, height });
  }

  redraw(): void {
    this.#plot.redraw();
  }

  destroy(): void {
    this.#plot.destroy();
  }

  #options(
    width: number,
    height: number,
    onZoom: (fromMs: number, toMs: number) => void,
  ): uPlot.Options {
    const axis = {
      stroke: () => tokenAt(this.box, '--muted'),
      font: FONT,
      ticks: { show: false },
      grid: { stroke: () => tokenAt(this.box, '--line'), width: 1 },
    };
    const edge = { width: 0, points: { show: false } };
    return {
      width,
      height,
      padding: [12, 8, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: true, y: false, setScale: false }, points: { size: 6 } },
      select: { show: true, left: 0, top: 0, width: 0, height: 0 },
      scales: {
        x: { time: false },
        y: { range: (_plot, low, high) => this.#range(low, high) },
      },
      axes: [
        {
          ...axis,
          grid: { show: false },
          size: 34,
          gap: 4,
          splits: (_plot, _axis, from, to) => timeSplits(from, to),
          values: (_plot, splits) => splits.map((s, index) => timeWord(s, splits[index - 1])),
        },
        { ...axis, size: 52, gap: 6, values: (_plot, splits) => splits.map(shorten) },
      ],
      series: [
        {},
        edge,
        edge,
        {
          stroke: () => tokenAt(this.box, '--text'),
          width: 1.5,
          points: { show: (plot, _series, from, to) => to - from < plot.bbox.width / 12, size: 4 },
        },
      ],
      bands: [
        {
          series: [2, 1],
          fill: () => `color-mix(in srgb, ${tokenAt(this.box, '--muted')} 30%, transparent)`,
        },
      ],
      hooks: {
        draw: [
          (plot) => {
            this.#drawLimits(plot);
          },
        ],
        setSelect: [
          (plot) => {
            const { left, width: wide } = plot.select;
            if (wide < 8) return;
            const from = plot.posToVal(left, 'x') * 1000;
            const to = plot.posToVal(left + wide, 'x') * 1000;
            plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
            onZoom(from, to);
          },
        ],
      },
    };
  }

  /** Room for the data, and for a limit when it is near enough to matter. */
  #range(low: number | null, high: number | null): [number, number] {
    if (low === null || high === null) return [0, 1];
    const reach = Math.max(high - low, Math.abs(high), 0.1) * 1.5;
    const near = this.#limits
      .map((limit) => limit.value)
      .filter((value) => value >= low - reach && value <= high + reach);
    const [from, to] = [Math.min(low, ...near), Math.max(high, ...near)];
    const margin = Math.max((to - from) * 0.08, Math.abs(to) * 0.02, 0.01);
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
    ctx.textAlign = 'right';
    const beyond: string[] = [];
    for (const limit of this.#limits) {
      const y = plot.valToPos(limit.value, 'y', true);
      if (y < bbox.top || y > bbox.top + bbox.height) {
        beyond.push(`${y < bbox.top ? '↑' : '↓'} ${limit.word} ${shorten(limit.value)}`);
        continue;
      }
      ctx.setLineDash([4 * ratio, 3 * ratio]);
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.fillText(`${limit.word} ${shorten(limit.value)}`, bbox.left + bbox.width, y - 3 * ratio);
    }
    // a limit too far off to be drawn to scale is named all the same
    const [right, top] = [bbox.left + bbox.width, bbox.top + 12 * ratio];
    ctx.fillText(beyond.join('   '), right, top);
    ctx.restore();
  }
}

function dataOf(trend: Trend): uPlot.AlignedData {
  return [trend.atMs.map((ms) => ms / 1000), trend.least, trend.greatest, trend.mean];
}

/** The hour, and the day under it where a new day begins. */
function timeWord(atS: number, beforeS: number | undefined): string {
  const day = clockDate(atS * 1000);
  const time = clockTime(atS * 1000).slice(0, 5);
  const isNewDay = beforeS === undefined || clockDate(beforeS * 1000) !== day;
  if (time === '00:00' && isNewDay) return day.slice(5);
  return isNewDay ? `${time}\n${day.slice(5)}` : time;
}

function shorten(value: number): string {
  return String(Number(value.toPrecision(4)));
}
