import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changed, deliveryOf, heard, merged, receipted, sheetKey, toSend } from './pocket.ts'
import type { LocalSheet, LocalSheets, Receipt } from './pocket.ts'

const where = { subject: '990101001001', component: 'field' }
const key = sheetKey(where.subject, where.component)
const tap = (sheets: LocalSheets, points: string): LocalSheets => changed(sheets, where, { criterion: 'a', points })

/** A server that keeps as data/sheets.ts does: only a higher revision replaces. */
class Server {
  kept: LocalSheet | null = null
  take(sent: LocalSheet): Receipt {
    if (this.kept === null || this.kept.revision < sent.revision) this.kept = sent
    const outcome = this.kept.revision === sent.revision ? 'kept' : 'superseded'
    return { subject: sent.subject, component: sent.component, revision: sent.revision, outcome, problem: null }
  }
}

describe('what a phone keeps', () => {
  test('every tap is a new revision and waits until it has arrived', () => {
    const twice = tap(tap({}, '1'), '2')
    expect(twice[key]).toMatchObject({ revision: 2, delivered: 0, points: { a: '2' } })
    expect(deliveryOf(twice)).toEqual({ waiting: 1, arrived: 0, refused: 0 })
    const sent = receipted(twice, [{ ...where, revision: 2, outcome: 'kept', problem: null }])
    expect(deliveryOf(sent)).toEqual({ waiting: 0, arrived: 1, refused: 0 })
  })

  test('a tap while the sheet is on its way is sent afterwards', () => {
    const one = tap({}, '1')
    const two = tap(one, '2')
    const after = receipted(two, [{ ...where, revision: 1, outcome: 'kept', problem: null }])
    expect(toSend(after, 10).map(({ revision }) => revision)).toEqual([2])
  })

  test('a refused sheet waits for the judge, not for the network', () => {
    const refused = receipted(tap({}, '1'), [{ ...where, revision: 1, outcome: 'refused', problem: 4118 }])
    expect(toSend(refused, 10)).toEqual([])
    expect(toSend(tap(refused, '2'), 10)).toHaveLength(1)
  })

  test('a device that takes the seat over goes on above what the server has', () => {
    const taken = merged({}, [{ ...where, points: { a: '7' }, note: '', revision: 5 }])
    expect(taken[key]).toMatchObject({ points: { a: '7' }, delivered: 5 })
    expect(tap(taken, '8')[key]?.revision).toBe(6)
  })

  test('a phone that missed the answer learns from the server that it has arrived', () => {
    const local = tap({}, '1')
    expect(deliveryOf(merged(local, [{ ...where, points: { a: '1' }, note: '', revision: 1 }])).waiting).toBe(0)
  })

  const only = (sheets: LocalSheets): LocalSheet => {
    const [first] = Object.values(sheets)
    if (first === undefined) throw new Error('nothing was tapped')
    return first
  }

  test('two pages of one phone hold the same: the one ahead is taken over, an older word changes nothing', () => {
    const one = tap({}, '1')
    const two = tap(one, '2')
    expect(heard(one, only(two))[key]?.points).toEqual({ a: '2' })
    expect(heard(two, only(one))).toBe(two)
    const arrived = receipted(two, [{ ...where, revision: 2, outcome: 'kept', problem: null }])
    expect(deliveryOf(heard(two, only(arrived))).arrived).toBe(1)
    expect(heard(arrived, only(two))).toBe(arrived)
  })

  test('whatever is lost, repeated, reordered or late, the last tap arrives and nothing before it returns', () => {
    const step = fc.oneof(
      fc.record({ do: fc.constant('tap' as const), points: fc.integer({ min: 0, max: 20 }).map(String) }),
      fc.record({ do: fc.constant('send' as const), lose: fc.constantFrom('request', 'reply', 'nothing') }),
      fc.record({ do: fc.constant('late' as const), which: fc.nat({ max: 30 }) }),
      fc.record({ do: fc.constant('reload' as const) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const server = new Server()
        const everSent: LocalSheet[] = []
        let sheets: LocalSheets = {}
        let last: string | null = null
        const send = (lose: string): void => {
          const going = toSend(sheets, 10)
          everSent.push(...going)
          if (lose === 'request') return
          const receipts = going.map((sheet) => server.take(sheet))
          if (lose !== 'reply') sheets = receipted(sheets, receipts)
        }
        for (const one of steps) {
          if (one.do === 'tap') [sheets, last] = [tap(sheets, one.points), one.points]
          else if (one.do === 'send') send(one.lose)
          else if (one.do === 'late') {
            const old = everSent[one.which]
            if (old !== undefined) sheets = receipted(sheets, [server.take(old)])
          } else if (server.kept !== null) sheets = merged(sheets, [server.kept])
        }
        for (let tries = 0; tries < 3; tries += 1) send('nothing')
        expect(toSend(sheets, 10)).toEqual([])
        expect(server.kept?.points['a'] ?? null).toBe(last)
        if (last !== null) expect(deliveryOf(sheets)).toEqual({ waiting: 0, arrived: 1, refused: 0 })
      }),
      { numRuns: 500 },
    )
  })
})
