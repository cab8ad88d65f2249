// Words of the schematic map.

export const zh = {
  schematic: '示意图，不是法定界线',
  over: (notice: string) => `示意图，不是法定界线。底图：${notice}`,
  without: '没有轮廓的单位',
}

export type Words = typeof zh
