// Habits of SQL that work on one server and fail silently on many: views that run as their owner, NOTIFY from triggers,
// the database's clock or dice in an update.

import type { Finding } from '../../source/finding.ts'
import { lineAt } from '../../source/finding.ts'
import { pick } from '../../source/tree.ts'
import type { Check } from '../house.ts'
import { statementsOf } from '../statements.ts'
import { bare, migrationPath, tablesOf } from '../tables.ts'

const rule = 'sql'
const volatile =
  /\b(now|clock_timestamp|statement_timestamp|transaction_timestamp|random|gen_random_uuid|uuidv7)\s*\(|\bcurrent_(timestamp|date|time)\b/i
const assignment = /\bupdate\b(?:(?!\bselect\b)[^;`])*?\bset\b([\s\S]*?)(?=\bwhere\b|\bfrom\b|\breturning\b|;|`|$)/gi
const setCall = /\.(?:set|doUpdateSet)\(\s*\{?[^)]{0,400}?sql[^`)]{0,20}`[^`]*`/g

function views(text: string): string | null {
  if (/^create\s+materialized\s+view/i.test(text)) return 'a materialized view has no row security: use a roll-up table'
  const isView = /^create\s+(or\s+replace\s+)?(temp\w*\s+)?(recursive\s+)?view\b/i.test(text)
  return isView && !/security_invoker\s*(=\s*(true|on|1)\b|[,)])/i.test(text) ? 'a view needs with (security_invoker = true)' : null
}

/** Whether a text assigns the database's clock or dice in an update. */
export function assignsVolatile(text: string): boolean {
  return (
    [...text.matchAll(assignment)].some((match) => volatile.test(match[1] ?? '')) ||
    [...text.matchAll(setCall)].some((match) => volatile.test(match[0]))
  )
}

export const sql: Check = (house) => {
  const findings: Finding[] = []
  const tables = tablesOf(house.files)
  const notifying = new Set<string>()
  for (const file of pick(house.files, migrationPath)) {
    for (const { text, line } of statementsOf(file.text)) {
      const say = (message: string): number => findings.push({ rule, path: file.path, line, message })
      const view = views(text)
      if (view !== null) say(view)
      const made = /^create\s+(?:or\s+replace\s+)?function\s+([\w."]+)/i.exec(text)?.[1]
      if (made !== undefined && /\b(pg_notify|notify)\b/i.test(text)) notifying.add(bare(made))
      const trigger =
        /^create\s+(?:or\s+replace\s+)?(?:constraint\s+)?trigger\b[\s\S]+?\bon\s+([\w."]+)[\s\S]+\bexecute\s+(?:function|procedure)\s+([\w."]+)/i.exec(
          text,
        )
      if (trigger !== null && tables.get(bare(trigger[1] ?? ''))?.declared?.class === 'growing') {
        if (notifying.has(bare(trigger[2] ?? '')))
          say('a trigger on a growing table may not notify: it is lost on a distributed database; announce after the commit')
        if (!/\bfor\s+each\s+row\b/i.test(text)) say('a trigger on a growing table is row level')
      }
      if (assignsVolatile(text)) say('no now() or random() in update … set or on conflict: pass the time as an argument')
    }
  }
  for (const file of pick(house.files, /^(rooms|ground|doors)\/.*(?<!\.test)\.ts$/)) {
    for (const match of file.text.matchAll(/`[^`]*`/g)) {
      if (/\bset\b/i.test(match[0]) && assignsVolatile(match[0])) {
        findings.push({
          rule,
          path: file.path,
          line: lineAt(file.text, match.index),
          message: 'no now() or random() in update … set or on conflict: pass the time as an argument',
        })
      }
    }
    for (const match of file.text.matchAll(setCall)) {
      if (volatile.test(match[0]))
        findings.push({
          rule,
          path: file.path,
          line: lineAt(file.text, match.index),
          message: 'no now() in set: pass the time as an argument',
        })
    }
  }
  return findings
}
