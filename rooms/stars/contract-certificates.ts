// Certificates of stars that are held, as pages to print.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import * as shape from './contract-shapes.ts'
import { problems } from './problems.ts'

export const certificateContract = defineContract({
  certificates: {
    method: 'GET',
    path: '/stars/held/:unit/certificates',
    summary: { zh: '打印星级认定证书（PDF）', en: 'Certificates of stars that are held, as PDF' },
    access: { kind: 'post', permission: 'stars.read', at: 'params.unit' },
    params: z.strictObject({ unit: shape.unitCode }),
    query: z.strictObject({
      /** One star alone; all of the year without it. */
      honour: shape.id.optional(),
      year: shape.year.optional(),
      /** By which strangers reach this instance; the operator's own setting goes before it. */
      origin: z
        .string()
        .regex(/^https?:\/\/[^\s/?#]{1,120}$/)
        .optional(),
    }),
    file: ['application/pdf'],
    problems: [problems.noSuchHonour, problems.noCertificate, problems.fileTooLong, problems.originMissing],
    perMinute: 10,
    example: { params: { unit: '990101' }, query: { year: '2026', origin: 'https://stars.example' } },
  },
})
