// Words of the schematic map.

import { defineWords } from '../words.ts'
import { zh } from './zh.ts'

export const words = defineWords({ zh, en: () => import('./en.ts') })
