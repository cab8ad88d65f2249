// Words of what the check page fetches behind its first picture; English is fetched when it is read.

import { defineWords } from '#ground/ui/words.ts'
import { zh } from './check-more-zh.ts'

export const words = defineWords({ zh, en: () => import('./check-more-en.ts') })
