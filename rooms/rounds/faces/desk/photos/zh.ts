export const zh = {
  title: '现场照片',
  lead: '评委在现场拍的照片，全部揭晓后公开给本级和被拍单位；只有预览图，不写明是谁拍的。与得分无关。',
  ownTitle: (count: number) => `现场照片 ${count} 张`,
  photo: (name: string, number: number) => `${name}，第 ${number} 张`,
  waiting: '预览图还没有好',
  all: (name: string, count: number) => `${name}（${count} 张）`,
}
export type Words = typeof zh
