// Words of declaring an interest; loaded with it.

import { defineWords } from '#ground/ui/words.ts'
import { zh } from './declare-zh.ts'

export const words = defineWords({ zh, en: () => import('./declare-en.ts') })
