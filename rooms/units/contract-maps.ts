// What schematic maps are drawn from: outlines of the packs, and the map of a provider behind them where one is set.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { unitCode } from './core/shapes.ts'
import { problems as p } from './problems.ts'

/** Degrees of longitude and latitude; polygons of rings, as in GeoJSON. */
const outline = z.strictObject({ code: unitCode, name: z.string(), polygons: z.array(z.array(z.array(z.tuple([z.number(), z.number()])))) })

export const maps = defineContract({
  outlines: {
    method: 'GET',
    path: '/units/outlines',
    summary: { zh: '示意图轮廓（登录后可看，不是法定界线）', en: 'Outlines for a schematic map, after sign-in; not official borders' },
    access: { kind: 'signed-in' },
    query: z.strictObject({ unit: unitCode, parts: z.enum(['children', 'counties']).default('children') }),
    output: z.strictObject({
      /** Of the unit itself; null where the packs have none. */
      own: outline.nullable(),
      /** Of what lies below it, as far as the packs have them. */
      parts: z.array(outline),
      /** The line of a map service that may stand behind (provider, 审图号); null where none is set, or for an invented county. */
      backdrop: z.string().nullable(),
    }),
    problems: [],
    example: {
      query: { unit: '9901' },
      output: {
        own: null,
        backdrop: null,
        parts: [
          {
            code: '990101',
            name: '演示县',
            polygons: [
              [
                [
                  [0, 0],
                  [0, 1],
                  [1, 1],
                  [0, 0],
                ],
              ],
            ],
          },
        ],
      },
    },
  },
  mapTile: {
    method: 'GET',
    path: '/units/map-tiles/:z/:x/:y',
    summary: {
      zh: '底图瓦片（登录后，由服务器向所设的地图服务取来）',
      en: 'A tile of the map service that is set, fetched by the server, after sign-in',
    },
    access: { kind: 'signed-in' },
    params: z.strictObject({
      z: z.coerce.number().int().min(0).max(18),
      x: z.coerce.number().int().min(0).max(262_143),
      y: z.coerce.number().int().min(0).max(262_143),
    }),
    file: ['image/png', 'image/jpeg', 'image/webp'],
    problems: [p.noMapService, p.mapServiceAway],
    example: { params: { z: 9, x: 416, y: 202 } },
    perMinute: 600,
  },
})
