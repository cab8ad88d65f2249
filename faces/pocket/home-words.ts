// The dictionary of the phone's first page; English is fetched when it is read.

import { defineWords } from '#ground/ui/words.ts'
import { zh } from './home-zh.ts'

export const words = defineWords({ zh, en: () => import('./home-en.ts') })
