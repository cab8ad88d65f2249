// The dictionary of the parts in this folder; English is fetched when it is read.

import { defineWords } from '../words.ts'
import { zh } from './zh.ts'

export const words = defineWords({ zh, en: () => import('./en.ts') })
