// Words of the check page on the phone; English is fetched when it is read.

import { defineWords } from '#ground/ui/words.ts'
import { zh } from './check-zh.ts'

export const words = defineWords({ zh, en: () => import('./check-en.ts') })
