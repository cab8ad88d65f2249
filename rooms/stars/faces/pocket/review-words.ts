// Words of the review page on the phone; English is fetched when it is read.

import { defineWords } from '#ground/ui/words.ts'
import { zh } from './review-zh.ts'

export const words = defineWords({ zh, en: () => import('./review-en.ts') })
