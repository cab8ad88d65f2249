// Words of the schematic map.

import type { Words } from './zh.ts'

export const en: Words = {
  schematic: 'Schematic; not official borders',
  over: (notice) => `Schematic; not official borders. Map: ${notice}`,
  without: 'Units without an outline',
}
