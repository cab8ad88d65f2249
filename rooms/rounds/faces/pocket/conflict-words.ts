// Words of a sheet that two devices have changed; loaded when there is one.

import { defineWords } from '#ground/ui/words.ts'
import { zh } from './conflict-zh.ts'

export const words = defineWords({ zh, en: () => import('./conflict-en.ts') })
