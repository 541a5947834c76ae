import type { liveZhCN } from './live.zh-CN';

/** Words of the live link. */
export const liveEn: typeof liveZhCN = {
  clockFast: (much) => `This computer's clock is ${much} fast; ages go by the server's`,
  clockSlow: (much) => `This computer's clock is ${much} slow; ages go by the server's`,
  clockSeconds: (seconds) => `${String(seconds)} s`,
  clockMinutes: (minutes) => `${String(minutes)} min`,
  clockHours: (hours) => `${String(hours)} h`,
};
