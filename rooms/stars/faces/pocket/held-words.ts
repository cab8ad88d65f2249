// Words of a star that is held; English is fetched when it is read.

import { defineWords } from '#ground/ui/words.ts'
import { zh } from './held-zh.ts'

export const words = defineWords({ zh, en: () => import('./held-en.ts') })
