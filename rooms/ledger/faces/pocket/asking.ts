// Asks the server: whose entries they are and how they stand, and each with its steps. Every answer is kept on the phone, so that
// the same screens open without a line.

import type { Kept } from '#ground/sync/kept.ts'
import type { Outcome } from '#ground/sync/sender.ts'
import { isAnswer, isFinal } from '#ground/ui/patience.ts'
import { ledger, patience } from './calls.ts'
import type { HandRow, LedgerRecord } from './calls.ts'
import { offList } from './off-list.ts'
import { handKey, keptOf, outKey, recordKey } from './state.ts'
import type { State } from './state.ts'

interface Lent {
  get(): State
  become(next: Partial<State>): void
  wake(): void
}

export interface Asking {
  /** Whether the server has been asked since the line was last away: before that nothing is sent. */
  heard(): boolean
  unhear(): void
  /** Asks for the list; whether it came. */
  refresh(): Promise<boolean>
  /** Fetches one entry that is behind here, the open one first; null when none is. */
  fetchNext(): Promise<Outcome | null>
  follow(row: HandRow | null): void
  /** Fetches one entry, on the list or not; what went wrong, or null. */
  look(at: { readonly unit: string; readonly id: string }): Promise<unknown>
  /** Takes in how an entry stands after a step. */
  took(record: LedgerRecord): Promise<void>
  /** Entries that were open or sent on this page. */
  readonly seen: ReadonlySet<string>
  /** What an error that is no refusal of one thing means for going on. */
  failed(error: unknown): Outcome
}

/** Off the list nothing says how many steps there are. */
const untold = -1
/** As many are fetched unasked: whoever goes out with the phone has their steps along. */
const mostAhead = 30

export function createAsking(kept: Kept, { get, become, wake }: Lent): Asking {
  let heard = false
  let followed: HandRow | null = null
  /** Entries that are looked at anew although they have no more steps: pictures come without one. */
  const anew = new Set<string>()
  /** Entries that could not be fetched for another reason than the line, as they stood then. */
  const unfit = new Map<string, number>()
  const seen = new Set<string>()
  /**
   * What is behind here: on the list, the open one first; then what is off it and open, or waits with something of this phone, asked
   * for once.
   */
  const nextBehind = (): { readonly unit: string; readonly id: string; readonly steps: number } | undefined => {
    const { hand, records } = get()
    const rows = hand?.rows ?? []
    const isBehind = ({ id, steps }: HandRow): boolean => unfit.get(id) !== steps && (records[id]?.steps.length !== steps || anew.has(id))
    const listed = [...rows.filter(({ id }) => id === followed?.id), ...rows.slice(0, mostAhead)].find(isBehind)
    if (listed !== undefined) return listed
    const open = followed === null || rows.some(({ id }) => id === followed?.id) ? [] : [followed]
    const off = [...open, ...offList(get())].find(({ id }) => unfit.get(id) !== untold || anew.has(id))
    return off === undefined ? undefined : { unit: off.unit, id: off.id, steps: untold }
  }
  const post = (): string => get().hand?.post ?? ''

  const failed = (error: unknown): Outcome => {
    heard = false
    if (!isAnswer(error)) become({ line: 'lost' })
    else if (error.status === 401) {
      become({ signedOut: true, line: 'open' })
      void kept.set(outKey, true)
      return 'done'
    }
    return 'later'
  }
  const refresh: Asking['refresh'] = async () => {
    try {
      const hand = await ledger.onHand({ signal: patience() })
      // Another account, or another of its posts: what it kept comes, what the one before kept goes out of sight.
      if (get().hand === null || hand.post !== get().hand?.post) become(await keptOf(kept, hand.post ?? ''))
      become({ hand, line: 'open', signedOut: false, otherRole: false })
      heard = true
      if (followed !== null) anew.add(followed.id)
      await Promise.all([kept.set(handKey, hand), kept.set(outKey, false)])
      return true
    } catch (error) {
      failed(error)
      if (isAnswer(error) && error.status === 403) {
        // Whoever holds the phone now sees nothing of the post before, whose list and steps wait on the phone, out of sight.
        become({ otherRole: true, signedOut: false, line: 'open', hand: null, records: {}, steps: {}, pictures: {} })
        await kept.set(outKey, true)
      }
      return false
    }
  }
  const keep = async (record: LedgerRecord): Promise<void> => {
    become({ records: { ...get().records, [record.id]: record } })
    await kept.set(recordKey(post(), record.id), record)
  }

  const fetchOne = ({ unit, id }: { readonly unit: string; readonly id: string }): Promise<LedgerRecord> =>
    ledger.get({ params: { unit, id }, signal: patience() })

  return {
    seen,
    heard: () => heard,
    unhear: () => {
      heard = false
    },
    refresh,
    failed,
    fetchNext: async () => {
      const next = nextBehind()
      if (next === undefined) return null
      const mine = post()
      try {
        const record = await fetchOne(next)
        if (post() !== mine) return 'again'
        // More steps than the list says: it is asked for again; until then this is how it stands.
        if (record.steps.length !== next.steps) unfit.set(next.id, next.steps)
        anew.delete(next.id)
        await keep(record)
        become({ line: 'open' })
        return 'again'
      } catch (error) {
        if (!isFinal(error)) return failed(error)
        unfit.set(next.id, next.steps)
        anew.delete(next.id)
        // Not to be seen any more: nothing is offered of what was known of it.
        const known = get().records[next.id]
        if (next.steps === untold && known !== undefined && post() === mine) await keep({ ...known, may: [] })
        return 'again'
      }
    },
    follow: (row) => {
      followed = row
      if (row === null) return
      seen.add(row.id)
      anew.add(row.id)
      wake()
    },
    look: async (at) => {
      try {
        await keep(await fetchOne(at))
        return null
      } catch (error) {
        return error
      }
    },
    took: async (record) => {
      const { hand } = get()
      seen.add(record.id)
      await keep(record)
      if (hand === null) return
      const rows = hand.rows.map((row) => (row.id === record.id ? { ...row, ...rowOf(record), steps: record.steps.length } : row))
      become({ hand: { ...hand, rows }, line: 'open' })
      await kept.set(handKey, get().hand)
    },
  }
}

/** The line of the list in an entry. */
function rowOf(record: LedgerRecord): Omit<HandRow, 'steps' | 'takes'> {
  const {
    responsibleAccount: _account,
    steps: _steps,
    exhibits: _exhibits,
    earlier: _earlier,
    later: _later,
    may: _may,
    asOf: _asOf,
    ...row
  } = record
  return row
}
