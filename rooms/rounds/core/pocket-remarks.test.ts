import { describe, expect, test } from 'vitest'
import { draftOf, heardRemark, remarksOf, remarksToSend, typedRemark } from './pocket-remarks.ts'
import type { LocalRemarks } from './pocket-remarks.ts'

const unit = '990101001001'
const first = typedRemark({}, unit, '背街', 'a')
const drafted: LocalRemarks = { a: first }

describe('remarks on the phone', () => {
  test('typing goes on in the same draft and sends nothing', () => {
    expect(typedRemark(drafted, unit, '背街小巷', 'b')).toMatchObject({ id: 'a', text: '背街小巷' })
    expect(typedRemark(drafted, '990101001002', '另一处', 'b')).toMatchObject({ id: 'b' })
    expect(remarksToSend(drafted)).toEqual([])
  })

  test('what was handed in waits until it has arrived, and the next one is a new remark', () => {
    const waiting: LocalRemarks = { a: { ...first, state: 'waiting' } }
    expect(remarksToSend(waiting)).toHaveLength(1)
    expect(remarksOf(waiting, unit)).toHaveLength(1)
    expect(draftOf(waiting, unit)).toBeUndefined()
    expect(typedRemark(waiting, unit, '再说一句', 'b').id).toBe('b')
  })

  test('a refused one is a draft again, under its own id', () => {
    const refused: LocalRemarks = { a: { ...first, state: 'refused', problem: 4101 } }
    expect(typedRemark(refused, unit, '改过', 'b')).toMatchObject({ id: 'a', state: 'draft', problem: null })
  })

  test('another page of the phone never takes an arrived remark back', () => {
    const arrived: LocalRemarks = { a: { ...first, state: 'arrived' } }
    expect(heardRemark(arrived, { ...first, state: 'waiting' })).toBe(arrived)
    expect(heardRemark(drafted, { ...first, state: 'arrived' })['a']?.state).toBe('arrived')
  })
})
