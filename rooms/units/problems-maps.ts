// Refusals about the map of a provider behind a schematic map.

import type { ProblemSpec } from '#ground/kernel/problem.ts'

export const maps = {
  noMapService: {
    code: 1042,
    status: 404,
    title: { zh: '没有设置底图服务', en: 'No map service is set' },
    detail: {
      zh: '本系统没有设置地图服务，示意图照常可用。请系统管理员设置 MAP_TILES_URL 和 MAP_TILES_NOTICE。',
      en: 'No map service is set; schematic maps work without. The system operator sets MAP_TILES_URL and MAP_TILES_NOTICE.',
    },
  },
  mapServiceAway: {
    code: 1043,
    status: 502,
    title: { zh: '底图服务没有回应', en: 'The map service does not answer' },
    detail: {
      zh: '所设的地图服务没有给出这块底图。示意图照常可用，请稍后刷新。',
      en: 'The map service that is set did not give this tile. Schematic maps work without; reload later.',
    },
  },
} as const satisfies Readonly<Record<string, ProblemSpec>>
