// Words of the ledger on the phone; English is fetched when it is read.

import { defineWords } from '#ground/ui/words.ts'
import { zh } from './zh.ts'

export const words = defineWords({ zh, en: () => import('./en.ts') })
