// Every endpoint is named in a test of its room: as `'units.rename'`, `rename:` or `.rename`.

import type { Finding } from '../../source/finding.ts'
import type { Check } from '../house.ts'

export const contractTests: Check = (house) => {
  const findings: Finding[] = []
  for (const { name, plate, files } of house.rooms) {
    const keys = Object.keys(plate?.contract ?? {})
    const tests = files.filter((file) => /\/api\/.*\.test\.ts$/.test(file.path)).map((file) => file.text)
    if (keys.length > 0 && tests.length === 0) {
      findings.push({ rule: 'contract-test', path: `rooms/${name}/api`, line: 0, message: 'a contract without a test (api/*.test.ts)' })
      continue
    }
    for (const key of keys) {
      if (!tests.some((text) => new RegExp(`\\b${key}\\b`).test(text))) {
        findings.push({ rule: 'contract-test', path: `rooms/${name}/api`, line: 0, message: `no api/*.test.ts names the endpoint ${key}` })
      }
    }
  }
  return findings
}
