// Words of the tellers' table; English is fetched when it is read.

import { defineWords } from '#ground/ui/words.ts'
import { zh } from './count-zh.ts'

export const words = defineWords({ zh, en: () => import('./count-en.ts') })
