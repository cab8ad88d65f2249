// What can be done with editions of standards, as data.

import { defineContract } from '#ground/http/contract.ts'

export const contract = defineContract({})
