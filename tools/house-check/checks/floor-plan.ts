// Every room has its README and its name-plate, stands on the floor plan, and names things as the house does.

import type { Finding } from '../../source/finding.ts'
import type { Check, Room } from '../house.ts'

const rule = 'floor-plan'
const plan = new Set([
  'README.md',
  'room.ts',
  'contract.ts',
  'problems.ts',
  'offers.ts',
  'identify.ts',
  'seats.ts',
  'queue.ts',
  'excerpts.ts',
  'records.ts',
  'first-start.ts',
  'trial.ts',
  'core',
  'data',
  'api',
  'jobs',
  'cli',
  'faces',
])
const vague = /(^|\/)(utils?|helpers?|common|managers?|misc|v2|new)(\.[^/]+|\/|$)/
const sourceName = /^([a-z0-9]+(-[a-z0-9]+)*|[A-Z][A-Za-z0-9]*)(\.(test|gen|config|d|journey))*\.(ts|tsx)$/

function roomFindings(room: Room): Finding[] {
  const findings: Finding[] = []
  const say = (path: string, message: string): number => findings.push({ rule, path: `rooms/${room.name}/${path}`, line: 0, message })
  const has = (path: string): boolean => room.files.some((file) => file.path === `rooms/${room.name}/${path}`)
  if (!has('README.md')) say('README.md', 'a room needs a README.md: purpose, words, what it offers and needs, invariants')
  if (!has('room.ts')) say('room.ts', 'a room needs its name-plate')
  if (room.error !== null) say('room.ts', `cannot be read: ${room.error}`)
  if (room.plate !== null && room.plate.name !== room.name) say('room.ts', `calls itself ${room.plate.name}, its folder is ${room.name}`)
  for (const part of new Set(room.files.map((file) => file.path.split('/')[2] ?? ''))) {
    if (!plan.has(part) && !/^(contract|problems|trial)-[a-z-]+\.ts$/.test(part))
      say(part, `not on the floor plan (${[...plan].join(', ')})`)
  }
  return findings
}

export const floorPlan: Check = (house) => {
  const findings = house.rooms.flatMap(roomFindings)
  for (const { path } of house.files) {
    if (vague.test(path)) findings.push({ rule, path, line: 0, message: 'a name that says nothing: call it by what it does' })
    const name = path.split('/').at(-1) ?? ''
    if (/\.tsx?$/.test(name) && !sourceName.test(name))
      findings.push({ rule, path, line: 0, message: 'files are kebab-case, components PascalCase' })
  }
  return findings
}
