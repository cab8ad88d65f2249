// Words of the photos on a sheet; loaded with them.

import { defineWords } from '#ground/ui/words.ts'
import { zh } from './photo-zh.ts'

export const words = defineWords({ zh, en: () => import('./photo-en.ts') })
