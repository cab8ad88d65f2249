// Words of votes, remarks and findings; loaded with them.

import { defineWords } from '#ground/ui/words.ts'
import { zh } from './speak-zh.ts'

export const words = defineWords({ zh, en: () => import('./speak-en.ts') })
