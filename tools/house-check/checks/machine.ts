// The repository tells of the product, not of the desk it was written at: no paths of somebody's machine and no names
// of the tools that typed it.

import type { Finding } from '../../source/finding.ts'
import { lineAt } from '../../source/finding.ts'
import type { Check } from '../house.ts'

// Spelt backwards, so that this file does not find itself.
const forwards = (words: string): string => words.split('').toReversed().join('')
const folders = forwards('+]z-aZ-A[/sresU|+]z-a[/emoh|toor|krow')
const typists = forwards('yb-derohtua-oc|tnegabus|ledom egaugnal|tolipoc|ianepo|tpgtahc|ciporhtna|edualc')
const place = new RegExp(`(?<![\\w.)}\\]*-])/(?:${folders})/`, 'g')
const typist = new RegExp(`\\b(?:${typists})\\b`, 'gi')

export const machine: Check = (house) => {
  const findings: Finding[] = []
  for (const file of house.files) {
    if (file.path === 'package-lock.json' || file.path.endsWith('.csv')) continue
    for (const match of file.text.matchAll(place))
      findings.push({
        rule: 'machine',
        path: file.path,
        line: lineAt(file.text, match.index),
        message: `${match[0]} is a path of one machine`,
      })
    for (const match of file.text.matchAll(typist))
      findings.push({
        rule: 'machine',
        path: file.path,
        line: lineAt(file.text, match.index),
        message: `“${match[0]}” has no place in the repository`,
      })
  }
  return findings
}
