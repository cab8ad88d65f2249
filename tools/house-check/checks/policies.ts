// Nobody sees past their posts: every table has a policy and a test of it; policies are permissive and compare columns
// with settings only. A local table that no role of the server reads may say so: `no policy: reason` in its comment.

import type { Finding } from '../../source/finding.ts'
import { pick } from '../../source/tree.ts'
import type { Check } from '../house.ts'
import { statementsOf } from '../statements.ts'
import { bare, migrationPath, tablesOf } from '../tables.ts'

const rule = 'policy'
const policyPath = /(^|\/)policies(-[a-z-]+)?\.sql$/
const createPolicy = /^create\s+policy\s+[\w"]+\s+on\s+([\w."]+)/i

export const policies: Check = (house) => {
  const findings: Finding[] = []
  const covered = new Set<string>()
  for (const file of pick(house.files, policyPath)) {
    for (const { text, line } of statementsOf(file.text)) {
      const table = createPolicy.exec(text)?.[1]
      if (table === undefined) continue
      covered.add(bare(table))
      const say = (message: string): number =>
        findings.push({ rule, path: file.path, line, message: `policy on ${bare(table)}: ${message}` })
      if (/\bas\s+restrictive\b/i.test(text))
        say('restrictive policies become permissive on the workers of a distributed database; tighten the permissive one')
      if (/\(\s*select\b|\bexists\s*\(|\bfrom\b/i.test(text))
        say('no sub-select and no table look-up; carry what is needed as a column or a setting')
    }
  }
  for (const file of pick(house.files, migrationPath)) {
    for (const { text, line } of statementsOf(file.text)) {
      if (file.path.startsWith('rooms/') && /^(create\s+policy|grant)\b/i.test(text)) {
        findings.push({
          rule,
          path: file.path,
          line,
          message: 'grants and policies of a room stand in data/policies.sql, which is applied whole',
        })
      }
    }
  }
  const tests = pick(house.files, /policies\.test\.ts$/).map((file) => file.text)
  for (const table of tablesOf(house.files).values()) {
    if (table.declared === null) continue
    const say = (message: string): number =>
      findings.push({ rule, path: table.path, line: table.line, message: `${table.name} ${message}` })
    const excused = table.declared.class === 'local' && /no policy: \S/.test(table.declared.comment)
    if (!covered.has(table.name) && !excused)
      say('has no policy in a policies.sql (a local table may state `no policy: reason` in its comment)')
    if (!tests.some((text) => new RegExp(`\\b${table.name}\\b`).test(text))) say('is named in no policies.test.ts')
  }
  return findings
}
