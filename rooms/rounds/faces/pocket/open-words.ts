// Words of the page that opens a link; loaded with it.

import { defineWords } from '#ground/ui/words.ts'
import { zh } from './open-zh.ts'

export const words = defineWords({ zh, en: () => import('./open-en.ts') })
