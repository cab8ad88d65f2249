import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { covers } from '#ground/kernel/code.ts'
import { findRole, mayManage, refusesPost, roles, rolesToGive } from './roles.ts'
import type { Giver } from './roles.ts'

const operator: Giver = { role: 'operator', writes: ['1', '2', '3', '4', '5', '6', '7', '8', '9'] }
const countyAdmin: Giver = { role: 'county-admin', writes: ['990101'] }
const officer: Giver = { role: 'township-officer', writes: ['990101001'] }
const secretary: Giver = { role: 'secretary', writes: ['990101001001'] }

const units = ['99', '990101', '990102', '990101001', '990101101', '990101001001', '990101101201', '990101001001001', '99010100100100101']

describe('giving posts', () => {
  it('a county gives every role but the operator’s, inside the county', () => {
    expect(refusesPost(countyAdmin, 'county-officer', '990101')).toBeNull()
    expect(refusesPost(countyAdmin, 'county-admin', '990101')).toBeNull()
    expect(refusesPost(countyAdmin, 'secretary', '990101101201')).toBeNull()
    expect(refusesPost(countyAdmin, 'operator', '99')).toBe('above-reach')
    expect(refusesPost(countyAdmin, 'secretary', '990102101201')).toBe('outside')
  })

  it('a township gives the posts of its villages only', () => {
    expect(refusesPost(officer, 'secretary', '990101001001')).toBeNull()
    expect(refusesPost(officer, 'grid-worker', '990101001001001')).toBeNull()
    expect(refusesPost(officer, 'township-officer', '990101001')).toBe('above-reach')
    expect(refusesPost(officer, 'judge', '990101001')).toBe('above-reach')
    expect(refusesPost(officer, 'secretary', '990101101201')).toBe('outside')
  })

  it('a village gives nothing', () => {
    for (const role of roles) for (const unit of units) expect(refusesPost(secretary, role.id, unit)).not.toBeNull()
    expect(rolesToGive('secretary')).toEqual([])
  })

  it('a role sits at its own level', () => {
    expect(refusesPost(operator, 'secretary', '990101001')).toBe('wrong-level')
    expect(refusesPost(operator, 'county-admin', '990101001')).toBe('wrong-level')
    expect(refusesPost(operator, 'mayor', '990101')).toBe('unknown-role')
  })

  it('whatever is given lies below what the giver may write, and nobody but an operator makes operators', () => {
    const giver = fc.record({ role: fc.constantFrom(null, ...roles.map((role) => role.id)), writes: fc.subarray(units) })
    fc.assert(
      fc.property(giver, fc.constantFrom(...roles.map((role) => role.id)), fc.constantFrom(...units), (given, role, unit) => {
        if (refusesPost(given, role, unit) !== null) return
        expect(covers(given.writes, unit)).toBe(true)
        expect(['operator', 'county-admin', 'township-officer']).toContain(given.role)
        if (role === 'operator') expect(given.role).toBe('operator')
      }),
    )
  })
})

describe('managing people', () => {
  it('a township manages its villagers, and not those who hold a post above', () => {
    expect(mayManage(officer, '990101001001', [])).toBe(true)
    expect(mayManage(officer, '990101001001', [{ role: 'secretary', unit: '990101001001' }])).toBe(true)
    expect(mayManage(officer, '990101001001', [{ role: 'county-officer', unit: '990101' }])).toBe(false)
    expect(mayManage(officer, '990101001001', [{ role: 'secretary', unit: '990101101201' }])).toBe(false)
    expect(mayManage(officer, '990101001', [])).toBe(false)
  })

  it('a county does not manage an operator who lives there', () => {
    expect(mayManage(countyAdmin, '990101', [{ role: 'operator', unit: '99' }])).toBe(false)
    expect(mayManage(operator, '990101', [{ role: 'operator', unit: '99' }])).toBe(true)
  })

  it('those without accounts in their charge manage nobody', () => {
    expect(mayManage({ role: 'county-officer', writes: ['990101'] }, '990101001001', [])).toBe(false)
    expect(mayManage({ role: null, writes: ['990101'] }, '990101001001', [])).toBe(false)
  })
})

it('roles are found by id and by their Chinese title', () => {
  expect(findRole('secretary')?.id).toBe('secretary')
  expect(findRole('网格员')?.id).toBe('grid-worker')
  expect(findRole('县长')).toBeUndefined()
})
