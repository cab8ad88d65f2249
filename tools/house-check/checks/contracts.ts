// Every endpoint says what it is in both languages, who may call it, how it refuses and what a call looks like.

import type { Endpoint } from '#ground/http/contract.ts'
import type { Finding } from '../../source/finding.ts'
import type { Check } from '../house.ts'

function faults(endpoint: Partial<Endpoint>): string[] {
  const found: string[] = []
  const say = (wrong: boolean, message: string): void => void (wrong && found.push(message))
  say(endpoint.method !== 'GET' && endpoint.method !== 'POST', 'method is GET or POST')
  say(!/^\/[a-z0-9/:_.-]*$/i.test(endpoint.path ?? ''), 'has no path below /api/v1')
  say(!/\p{Script=Han}/u.test(endpoint.summary?.zh ?? ''), 'has no Chinese summary')
  say(!/[a-z]/i.test(endpoint.summary?.en ?? ''), 'has no English summary')
  const access = endpoint.access
  say(access === undefined || !['public', 'signed-in', 'post', 'seat'].includes(access.kind), 'names no access')
  if (access?.kind === 'post') {
    say(!/^[a-z][a-z-]*\.[a-z][A-Za-z-]*$/.test(access.permission), `permission is \`room.verb\`, not ${access.permission}`)
    say(!/^(rows|record|(params|query|body)\..+)$/.test(access.at), `does not say where its unit stands (access.at)`)
  }
  say(!Array.isArray(endpoint.problems), 'has no list of problems (it may be empty)')
  say(endpoint.problems?.includes(undefined as never) ?? false, 'names a problem that problems.ts does not have')
  say(typeof endpoint.example !== 'object', 'has no example')
  for (const part of ['params', 'query', 'body', 'output'] as const) {
    const optional = part === 'query'
    say(!optional && endpoint[part] !== undefined && endpoint.example?.[part] === undefined, `its example has no ${part}`)
  }
  say(endpoint.output === undefined && endpoint.file === undefined, 'has neither output nor file')
  return found
}

export const contracts: Check = (house) => {
  const findings: Finding[] = []
  for (const { name, plate } of house.rooms) {
    for (const [key, endpoint] of Object.entries(plate?.contract ?? {})) {
      for (const message of faults(endpoint))
        findings.push({ rule: 'contract', path: `rooms/${name}/contract.ts`, line: 0, message: `${key} ${message}` })
    }
  }
  return findings
}
