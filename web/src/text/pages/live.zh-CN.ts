/** 实时连接的用词。 */
export const liveZhCN = {
  clockFast: (much: string) => `本机时钟快 ${much}，时效按服务器时间计算`,
  clockSlow: (much: string) => `本机时钟慢 ${much}，时效按服务器时间计算`,
  clockSeconds: (seconds: number) => `${String(seconds)} 秒`,
  clockMinutes: (minutes: number) => `${String(minutes)} 分钟`,
  clockHours: (hours: number) => `${String(hours)} 小时`,
};
