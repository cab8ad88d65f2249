// Nothing is depended upon without somebody saying why, who keeps it and what would replace it: a line with the package's
// name in docs/dependencies.md or in the README.md of the room, ground or face that uses it.

import type { Finding } from '../../source/finding.ts'
import { pick } from '../../source/tree.ts'
import { type Check, textOf } from '../house.ts'

const told = /^(docs\/dependencies\.md|(rooms|ground|faces|doors|bench|tools)\/.*README\.md)$/
const parts = ['why', 'keeper', 'replace']

/** A table row has its four cells filled under a header with the three words; a plain line names the words itself. */
function isTold(line: string, header: string, name: string): boolean {
  if (!line.includes(`\`${name}\``)) return false
  const heads = line.trim().startsWith('|') ? header : line
  if (!parts.every((part) => heads.toLowerCase().includes(part))) return false
  const cells = line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
  return !line.trim().startsWith('|') || (cells.length >= 4 && cells.every((cell) => cell.trim() !== ''))
}

export const dependencies: Check = (house) => {
  const manifest = JSON.parse(textOf(house, 'package.json') || '{}') as Record<string, Record<string, string> | undefined>
  const lines = pick(house.files, told).flatMap(({ text }) => {
    let header = ''
    return text.split('\n').map((line, index, all) => {
      if (/^\s*\|[\s:|-]+\|\s*$/.test(all[index + 1] ?? '')) header = line
      return { line, header }
    })
  })
  const findings: Finding[] = []
  for (const [name, version] of Object.entries({ ...manifest['dependencies'], ...manifest['devDependencies'] })) {
    const say = (message: string): number =>
      findings.push({ rule: 'dependency', path: 'package.json', line: 0, message: `${name} ${message}` })
    if (!lines.some(({ line, header }) => isTold(line, header, name)))
      say('is explained nowhere: add a row (why, keeper, replace) to docs/dependencies.md')
    if (!/^\d+\.\d+\.\d+/.test(version)) say(`has the version ${version}: write an exact one`)
  }
  return findings
}
