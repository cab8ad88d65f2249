// Words of the schematic map.

import type { Words } from './zh.ts'

export const en: Words = {
  schematic: 'Schematic; not official borders',
  without: 'Units without an outline',
}
