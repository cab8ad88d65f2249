import { defineWords } from '#ground/ui/words.ts'
import { zh } from './zh.ts'

export const words = defineWords({ zh, en: () => import('./en.ts') })
