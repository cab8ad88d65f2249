// Words of what the review page fetches behind its first picture; English is fetched when it is read.

import { defineWords } from '#ground/ui/words.ts'
import { zh } from './review-more-zh.ts'

export const words = defineWords({ zh, en: () => import('./review-more-en.ts') })
