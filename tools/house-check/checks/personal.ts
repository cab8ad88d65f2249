// Personal columns say why they are there, on what legal basis, who sees them and for how many days. A column with a
// telling name must either say so or say `not personal: reason`.

import type { Finding } from '../../source/finding.ts'
import type { Check } from '../house.ts'
import { tablesOf } from '../tables.ts'

const parts = ['purpose', 'basis', 'seen-by', 'days']
const telling =
  /(^|_)(phone|mobile|email|e_mail|address|birth\w*|id_?card|id_?number|wechat|contact|user_agent|peer|full_name|display_name|person_name|signature|face|photo)(_|$)/
const people = /^(accounts?|persons?|people|residents?|invitations?|officers?|seats?)$/

export const personal: Check = (house) => {
  const findings: Finding[] = []
  for (const table of tablesOf(house.files).values()) {
    const say = (message: string): number =>
      findings.push({ rule: 'personal', path: table.path, line: table.line, message: `${table.name}.${message}` })
    for (const column of table.columns.keys()) {
      const comment = table.columnComments.get(column) ?? ''
      const suspected = telling.test(column) || (column === 'name' && people.test(table.name))
      if (suspected && !/^(not )?personal: *\S/.test(comment))
        say(`${column} looks personal: comment 'personal: purpose=…; basis=…; seen-by=…; days=…' (or 'not personal: reason')`)
      if (!comment.startsWith('personal:')) continue
      for (const part of parts) {
        const value = new RegExp(`(?:^|[;:])\\s*${part}=([^;]*)`).exec(comment)?.[1]?.trim() ?? ''
        if (value === '' || value === '…') say(`${column}: its comment does not say ${part}=`)
        else if (part === 'days' && !/^\d+( after \S.*)?$/.test(value))
          say(`${column}: days=${value} is no number of days (like 90, or 365 after the last post ends)`)
      }
    }
  }
  return findings
}
