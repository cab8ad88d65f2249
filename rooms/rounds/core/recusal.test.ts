import { describe, expect, test } from 'vitest'
import { recusedFrom } from './recusal.ts'

const street = '990101001'
const units = ['990101001001', '990101001002', '990101001003']

describe('recusal', () => {
  test('a secretary is recused from the own community only', () => {
    expect(recusedFrom([{ subject: '990101001002', source: 'own' }], units, street)).toEqual(['990101001002'])
  })

  test('a grid worker is recused from the community of the grid', () => {
    expect(recusedFrom([{ subject: '990101001002005', source: 'own' }], units, street)).toEqual(['990101001002'])
  })

  test('a street officer is not recused from the own street’s communities, or nobody could judge', () => {
    expect(recusedFrom([{ subject: street, source: 'own' }], units, street)).toEqual([])
    expect(recusedFrom([{ subject: street, source: 'linked' }], units, street)).toEqual([])
  })

  test('who is linked to a township is recused from its villages in a county’s round', () => {
    expect(recusedFrom([{ subject: street, source: 'linked' }], [...units, '990101101201'], '990101')).toEqual(units)
  })

  test('a declared interest is what was declared and nothing more', () => {
    expect(recusedFrom([{ subject: '990101001003', source: 'declared' }], units, street)).toEqual(['990101001003'])
    expect(recusedFrom([{ subject: street, source: 'declared' }], units, '990101')).toEqual([])
  })
})
