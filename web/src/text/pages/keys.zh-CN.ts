import type { KeyName } from '../../state/keys';

/** 快捷键表的文字；`state/keys.ts` 的每一行对应一个 `key_…`。 */
export const keysZhCN: Record<`key_${KeyName}`, string> & KeysFrame = {
  keysTitle: '快捷键',
  keysIntro: '此刻可用的键。在输入框里字母属于输入框。',
  keysKey: '按键',
  keysDoes: '作用',
  keysLetters: '单键快捷方式',
  keysLettersHint: '用语音输入或容易误触时可关闭；Ctrl 组合键和 Esc 仍可用，记在本浏览器。',
  key_help: '显示此表',
  key_search: '搜索一切',
  key_newestAlarm: '最新报警',
  key_silence: '静音当前报警声',
  key_nearestCameras: '最近的摄像机',
  key_live: '回到实时',
  key_stepBack: '时间后退一步',
  key_stepForward: '时间前进一步',
  key_plan: '在地图中心开始情景推演',
  key_fit: '看全园区',
  key_presets: '图层组合',
  key_layers: '图层',
  key_legend: '图例',
  key_list: '全部对象列表',
  key_measure: '测量',
  key_draw: '标绘',
  key_bookmarks: '书签',
  key_share: '复制此视图的链接',
  key_print: '打印此视图',
  key_undo: '撤销标绘',
  key_remove: '删除选中的标绘',
  key_theme: '切换昼夜',
  key_escape: '关闭或返回',
};

interface KeysFrame {
  keysTitle: string;
  keysIntro: string;
  keysKey: string;
  keysDoes: string;
  keysLetters: string;
  keysLettersHint: string;
}
