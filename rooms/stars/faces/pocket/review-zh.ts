export const zh = {
  lead: '逐条看，要改的当场记下。记的只在本机，退回时一并送出。',
  rows: '各条',
  unanswered: '没有填写',
  changed: '与上次提交不同',
  pictures: '佐证',
  marks: { noted: '▲ 要改', seen: '● 看过', none: '○ 未看' },
}
export type Words = typeof zh
