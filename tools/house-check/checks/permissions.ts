// A permission that a contract, a menu or a policy asks for is granted to a role somewhere, what is granted is asked
// for, and roles exist. Otherwise a door is locked for everybody, or a key fits nothing.

import type { Finding } from '../../source/finding.ts'
import { type Check, type House, load } from '../house.ts'

const rule = 'permission'
const rolesPath = 'rooms/people/core/roles.ts'

/** The names in `roles`: a list of names, a list of records that begin with their id, or a record by name. */
function roleNames(roles: unknown): Set<string> {
  if (typeof roles !== 'object' || roles === null) return new Set()
  if (!Array.isArray(roles)) return new Set(Object.keys(roles))
  return new Set(roles.map((role: unknown) => (typeof role === 'string' ? role : String(Object.values(role as object)[0]))))
}

function askedFor(house: House): Map<string, string> {
  const asked = new Map<string, string>()
  for (const { name, plate } of house.rooms) {
    for (const endpoint of Object.values(plate?.contract ?? {})) {
      if (endpoint.access?.kind === 'post') asked.set(endpoint.access.permission, `rooms/${name}/contract.ts`)
    }
    for (const entry of plate?.menu ?? []) if (entry.permission !== undefined) asked.set(entry.permission, `rooms/${name}/room.ts`)
  }
  for (const file of house.files.filter(
    ({ path }) => /^(rooms|ground)\/.*\.(ts|tsx|sql)$/.test(path) && !/\.test\.tsx?$|^ground\/trial\//.test(path),
  )) {
    for (const match of file.text.matchAll(/\b(?:app_may|may)\('([a-z-]+\.[A-Za-z-]+)'\)/g)) asked.set(match[1] ?? '', file.path)
  }
  return asked
}

export const permissions: Check = async (house) => {
  const findings: Finding[] = []
  const { module, error } = await load(house.root, rolesPath)
  const roles = roleNames(module['roles'])
  if (roles.size === 0)
    findings.push({ rule, path: rolesPath, line: 0, message: `exports no \`roles\`${error === null ? '' : `: ${error}`}` })
  const asked = askedFor(house)
  const granted = new Set<string>()
  for (const { name, plate } of house.rooms) {
    const path = `rooms/${name}/room.ts`
    for (const [permission, holders] of Object.entries(plate?.grants ?? {})) {
      granted.add(permission)
      if (!asked.has(permission)) findings.push({ rule, path, line: 0, message: `grants ${permission}, which nothing asks for` })
      // A background task may act with a permission that no person has.
      if (holders.length === 0 && !(plate?.jobs ?? []).includes(permission))
        findings.push({ rule, path, line: 0, message: `grants ${permission} to no role` })
      for (const role of holders)
        if (!roles.has(role))
          findings.push({ rule, path, line: 0, message: `grants ${permission} to ${role}, which is no role of ${rolesPath}` })
    }
  }
  for (const [permission, path] of asked) {
    if (!granted.has(permission)) findings.push({ rule, path, line: 0, message: `asks for ${permission}, which no name-plate grants` })
  }
  return findings
}
