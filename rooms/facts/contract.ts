// Everything that can be done with facts, as data.

import { defineContract } from '#ground/http/contract.ts'

export const contract = defineContract({})
