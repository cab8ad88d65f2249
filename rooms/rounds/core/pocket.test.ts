import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changed, chosenOf, deliveryOf, heard, leaving, merged, receipted, sheetKey, toSend } from './pocket.ts'
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

  describe('of two devices of one seat', () => {
    const other = (revision: number, a: string) => ({ ...where, points: { a }, note: '', revision })

    test('the one that comes back with changes of its own does not win over what the other wrote meanwhile: the judge chooses', () => {
      const first = merged(tap({}, '1'), [other(1, '1')])
      const offline = tap(tap(first, '2'), '3')
      const back = merged(offline, [other(2, '9')])
      expect(toSend(back, 10)).toEqual([])
      expect(back[key]).toMatchObject({ points: { a: '3' }, other: { points: { a: '9' }, revision: 2 } })
      expect(deliveryOf(back)).toEqual({ waiting: 1, arrived: 0, refused: 0 })
      // What is tapped meanwhile stays, and so does the other's; a newer word of the other takes its place.
      const later = merged(tap(back, '4'), [other(3, '8')])
      expect(later[key]).toMatchObject({ points: { a: '4' }, other: { points: { a: '8' }, revision: 3 } })
      const here = chosenOf(later, where, 'here')
      expect(toSend(here, 10)).toMatchObject([{ points: { a: '4' }, revision: 5, other: null }])
      const there = chosenOf(later, where, 'other')
      expect(toSend(there, 10)).toMatchObject([{ points: { a: '8' }, revision: 5, other: null }])
      expect(chosenOf(there, where, 'here')).toBe(there)
    })

    test('knows what it sent itself, also when the answer was lost and the same revision is no proof', () => {
      const sent = leaving(tap({}, '1'), toSend(tap({}, '1'), 10))
      const more = tap(sent, '2')
      expect(merged(more, [other(1, '1')])[key]?.other ?? null).toBeNull()
      expect(toSend(merged(more, [other(1, '1')]), 10)).toMatchObject([{ points: { a: '2' }, revision: 2 }])
      // The request never came, and the other device wrote under the same revision.
      expect(merged(more, [other(1, '7')])[key]?.other).toMatchObject({ points: { a: '7' } })
    })

    test('two pages of one device share what was sent, and the choice of one settles it in both', () => {
      const sent = leaving(tap({}, '1'), toSend(tap({}, '1'), 10))
      expect(merged(tap(heard(tap({}, '1'), only(sent)), '2'), [other(1, '1')])[key]?.other ?? null).toBeNull()
      const both = merged(tap({}, '3'), [other(4, '9')])
      expect(heard(tap({}, '3'), only(both))[key]?.other).toMatchObject({ points: { a: '9' } })
      expect(heard(both, only(chosenOf(both, where, 'here')))[key]).toMatchObject({ revision: 5, other: null })
    })

    test('whatever happens, no sheet goes out over another device’s words that its own judge has not seen', () => {
      const step = fc.oneof(
        fc.record({ do: fc.constant('tap' as const), who: fc.nat({ max: 1 }), points: fc.integer({ min: 0, max: 20 }).map(String) }),
        fc.record({ do: fc.constant('look' as const), who: fc.nat({ max: 1 }) }),
        fc.record({ do: fc.constant('send' as const), who: fc.nat({ max: 1 }), lose: fc.constantFrom('request', 'reply', 'nothing') }),
        fc.record({
          do: fc.constant('choose' as const),
          who: fc.nat({ max: 1 }),
          which: fc.constantFrom('here' as const, 'other' as const),
        }),
      )
      fc.assert(
        fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
          const server = new Server()
          const devices: LocalSheets[] = [{}, {}]
          let writer = -1
          /** The latest words of the server that each judge has had on the sheet, or has chosen between. */
          const shown = [0, 0]
          for (const one of steps) {
            const mine = devices[one.who] ?? {}
            if (one.do === 'tap') devices[one.who] = tap(mine, one.points)
            else if (one.do === 'choose') {
              shown[one.who] = mine[key]?.other?.revision ?? shown[one.who] ?? 0
              devices[one.who] = chosenOf(mine, where, one.which)
            } else {
              // A device asks before it sends, as after every change of hands.
              const looked = server.kept === null ? mine : merged(mine, [server.kept])
              devices[one.who] = looked
              const [says, has] = [looked[key], server.kept]
              if (has !== null && says?.points['a'] === has.points['a'] && says?.note === has.note) shown[one.who] = has.revision
              if (one.do === 'look') continue
              const going = toSend(looked, 10)
              const marked = leaving(looked, going)
              devices[one.who] = marked
              if (one.lose === 'request') continue
              for (const sheet of going) {
                // Over the other's words only what rests on them.
                if (server.kept !== null && writer !== one.who) expect(shown[one.who]).toBe(server.kept.revision)
                const receipt = server.take(sheet)
                if (receipt.outcome === 'kept') writer = one.who
                if (one.lose === 'nothing') devices[one.who] = receipted(devices[one.who] ?? {}, [receipt])
              }
            }
          }
        }),
        { numRuns: 500 },
      )
    })
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
          sheets = leaving(sheets, going)
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
