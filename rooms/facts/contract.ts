// Everything that can be done with facts, as data: definitions, facts, certificates and cases, form demands and objections.

import { defineContract } from '#ground/http/contract.ts'
import { contract as certificates } from './contract-certificates.ts'
import { contract as citing } from './contract-citing.ts'
import { contract as definitions } from './contract-definitions.ts'
import { contract as demands } from './contract-demands.ts'
import { contract as facts } from './contract-facts.ts'
import { contract as reviews } from './contract-reviews.ts'

export const contract = defineContract({ ...facts, ...definitions, ...certificates, ...demands, ...reviews, ...citing })
