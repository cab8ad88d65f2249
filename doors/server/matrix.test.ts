// Every endpoint × every cast member, inside and outside their units: the answer must follow from contract and grants alone.
// Inputs are the contracts' own examples with the unit set where the contract says it stands.

import { describe, expect, test } from 'vitest'
import type { Endpoint } from '#ground/http/contract.ts'
import { findHouse } from '#ground/http/house.ts'
import { covers } from '#ground/kernel/code.ts'
import { cast } from '#ground/trial/cast.ts'
import type { Player, PlayerName } from '#ground/trial/cast.ts'
import type { CallInput } from '#ground/trial/caller.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial({ rehearse: true, unlimited: true })
const house = await findHouse()
const players = Object.keys(cast) as PlayerName[]
const places = ['990101', '990101001', '990101001001', '990101101201', '990102', '990102101201'] as const

const endpoints = house.plates.flatMap((plate) =>
  Object.entries(plate.contract as Record<string, Endpoint>).map(([verb, endpoint]) => ({ name: `${plate.name}.${verb}`, endpoint })),
)

function withUnit(endpoint: Endpoint, unit: string | null): CallInput {
  const { params, query, body } = endpoint.example
  const input = structuredClone({ params, query, body }) as Record<string, Record<string, unknown> | undefined>
  if (unit !== null && endpoint.access.kind === 'post') {
    const [part, name] = endpoint.access.at.split('.') as [string, string]
    input[part] = { ...input[part], [name]: unit }
  }
  return {
    ...(input['params'] === undefined ? {} : { params: input['params'] as Record<string, string> }),
    ...(input['query'] === undefined ? {} : { query: input['query'] as Record<string, string> }),
    ...(input['body'] === undefined ? {} : { body: input['body'] }),
    ...(endpoint.bytes === undefined ? {} : { bytes: new Uint8Array([1]) }),
    ...(endpoint.upload === undefined ? {} : { file: { name: 'empty.csv', bytes: 'code,name\n' } }),
  }
}

/** The refusal that contract and grants demand, or null when the room itself decides. */
function demanded(endpoint: Endpoint, player: Player | null, unit: string | null): number | null {
  const { access } = endpoint
  if (access.kind === 'public') return null
  if (player === null) return access.kind === 'seat' ? 118 : 100
  if (access.kind === 'signed-in') return null
  if (access.kind === 'seat') return 118
  if (player.role === null || !house.grantsOf(player.role).includes(access.permission)) return 101
  if (unit === null) return null
  return covers([player.role === 'operator' ? '99' : player.unit], unit) ? null : 102
}

const unitsOf = (endpoint: Endpoint): readonly (string | null)[] =>
  endpoint.access.kind === 'post' && endpoint.access.at.includes('.') ? places : [null]

describe.each(endpoints)('$name', ({ name, endpoint }) => {
  test.each(['nobody' as const, ...players])('%s', async (who) => {
    const player = who === 'nobody' ? null : cast[who]
    for (const unit of unitsOf(endpoint)) {
      const answer = await trial.as(who).call(name, withUnit(endpoint, unit))
      const code =
        (answer.body as { code?: number } | string | null) instanceof Object ? (answer.body as { code?: number }).code : undefined
      const wanted = demanded(endpoint, player, unit)
      const where = `${name} as ${who} at ${unit ?? 'no unit'}: ${answer.status} ${JSON.stringify(answer.body)?.slice(0, 300)}`
      if (wanted !== null) expect(code, where).toBe(wanted)
      else {
        expect([100, 101, 103, 199], where).not.toContain(code)
        expect(answer.status, where).toBeLessThan(500)
      }
    }
  })
})

test('the matrix has both kinds of answers, so that it could have failed', () => {
  const demands = endpoints.flatMap(({ endpoint }) =>
    players.flatMap((who) => unitsOf(endpoint).map((unit) => demanded(endpoint, cast[who], unit))),
  )
  expect(new Set(demands)).toEqual(new Set([null, 101, 102, 118]))
})
