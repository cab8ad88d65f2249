// Endpoints of rounds. So far the room calculates only; its commands need no server.

import { defineContract } from '#ground/http/contract.ts'

export const contract = defineContract({})
