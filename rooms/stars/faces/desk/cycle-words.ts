// Words of a cycle's own panel, beside those of the whole room; English is fetched when it is read.

import { defineWords } from '#ground/ui/words.ts'
import { zh } from './cycle-zh.ts'

export const words = defineWords({ zh, en: () => import('./cycle-en.ts') })
