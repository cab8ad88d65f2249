// Two languages, side by side: every zh.ts has its en.ts and the other way round. That the keys agree is the
// compiler's work.

import type { Finding } from '../../source/finding.ts'
import type { Check } from '../house.ts'

export const dictionaries: Check = (house) => {
  const paths = new Set(house.files.map((file) => file.path))
  const findings: Finding[] = []
  for (const path of paths) {
    const match = /^((?:faces|rooms|ground)\/.*)(zh|en)\.ts$/.exec(path)
    if (match === null || !(match[1] ?? '').endsWith('/')) continue
    const other = `${match[1] ?? ''}${match[2] === 'zh' ? 'en' : 'zh'}.ts`
    if (!paths.has(other)) findings.push({ rule: 'dictionary', path, line: 0, message: `has no ${other} beside it` })
  }
  return findings
}
