// The demo has no endpoints of its own: it is loaded through those of the other rooms, like any program outside.

import { defineContract } from '#ground/http/contract.ts'

export const contract = defineContract({})
