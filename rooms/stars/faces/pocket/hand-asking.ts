// Asks the server: whose list it is and what stands on it, and one star with all that its screens need. Every answer is kept
// on the device, so that the same screens open without a line.

import type { Kept } from '#ground/sync/kept.ts'
import type { Outcome } from '#ground/sync/sender.ts'
import { currentLanguage } from '#ground/ui/language.ts'
import { arrivedOf, mergedPieces } from '../../core/pocket-pieces.ts'
import { mergedRows } from '../../core/pocket-rows.ts'
import { evidenceBelow, isAnswer, patience, stars } from './hand-client.ts'
import type { At, Hand } from './hand-client.ts'
import { handKey, keptOf, listedKey, outKey, reviewKey, sheetKey } from './hand-state.ts'
import type { Fetched } from './hand-state.ts'
import type { Lent } from './hand-lent.ts'

export interface Asking extends Pick<Lent, 'refresh' | 'look'> {
  /** Whether the server has been asked since the line was last away: before that nothing is sent. */
  heard(): boolean
  unhear(): void
  /**
   * Fetches one star whose sheet here is behind, the open one first; null when none is. Whoever goes out with the phone has
   * with it what waits, opened before or not.
   */
  fetchNext(followed: At | null): Promise<Outcome | null>
  /** The question that is under way; whether it was answered. */
  underWay(): Promise<boolean> | null
}

const mostAhead = 20

/** What comes back is in the language of the moment when it was asked for. */
function asksNow(): <T>(value: T) => Fetched<T> {
  const language = currentLanguage()
  return (value) => ({ at: Date.now(), in: language, value })
}

export function createAsking(
  kept: Kept,
  { get, become, takeRows, takePieces, wake }: Omit<Lent, 'refresh' | 'look' | 'failed' | 'kept'>,
): Asking {
  const post = (): string => get().hand?.value.post ?? ''
  let heard = false
  let asking: Promise<boolean> | null = null

  const ask = async (): Promise<boolean> => {
    const fetched = asksNow()
    try {
      const value = await stars.onHand({ signal: patience() })
      // Another account, or another of its posts: what it kept comes, what the one before kept goes out of sight.
      if (value.post !== post()) become(await keptOf(kept, value.post))
      const hand: Fetched<Hand> = fetched(value)
      become({ hand, signedOut: false, line: 'open', problem: null })
      void kept.set(handKey, hand)
      void kept.set(outKey, false)
      heard = true
      wake()
      void fetchListed()
      return true
    } catch (error) {
      heard = false
      if (!isAnswer(error)) become({ line: 'lost' })
      else if (error.status === 401) {
        // Kept before it is said: a page that is opened from here on shows nothing.
        await kept.set(outKey, true)
        become({ signedOut: true, line: 'open', problem: null })
      } else become({ line: 'open', problem: error })
      return isAnswer(error)
    }
  }
  const refresh = (): Promise<boolean> => {
    const turn = ask().finally(() => {
      if (asking === turn) asking = null
    })
    asking = turn
    return turn
  }

  const fetchSheet = async (at: At, steps: number): Promise<void> => {
    const fetched = asksNow()
    const before = arrivedOf(get().pieces, at.id)
    const [mine, today] = [post(), get().hand?.value.today ?? '']
    const where = { params: { unit: at.unit, id: at.id }, signal: patience() }
    const [check, { items }] = await Promise.all([stars.check(where), stars.rowEvidence(where)])
    if (post() !== mine) return
    const sheet = fetched({ check, items, today, steps })
    become({ sheets: { ...get().sheets, [at.id]: sheet }, line: 'open' })
    void kept.set(sheetKey(mine, at.id), sheet)
    await takeRows(mergedRows(get().rows, at.id, check.rows))
    await takePieces(mergedPieces(get().pieces, at.id, items, before))
  }
  const fetchReview = async (at: At, steps: number): Promise<void> => {
    const [mine, fetched] = [post(), asksNow()]
    const review = await stars.reviewSheet({ params: { unit: at.unit, id: at.id }, signal: patience() })
    if (post() !== mine) return
    const sheet = fetched({ review, steps })
    become({ reviews: { ...get().reviews, [at.id]: sheet }, line: 'open' })
    void kept.set(reviewKey(mine, at.id), sheet)
  }
  const look = async (at: At): Promise<unknown> => {
    const { hand } = get()
    if (hand === null) return null
    const steps = hand.value.rows.find(({ id }) => id === at.id)?.steps ?? 0
    try {
      await (hand.value.declares ? fetchSheet(at, steps) : fetchReview(at, steps))
      return null
    } catch (error) {
      if (!isAnswer(error)) {
        heard = false
        become({ line: 'lost' })
        wake()
      }
      return error
    }
  }

  /** Stars that could not be fetched for another reason than the line, as they stood then. */
  const unfit = new Map<string, number>()
  const fetchNext: Asking['fetchNext'] = async (followed) => {
    const { hand, sheets, reviews } = get()
    if (hand === null) return null
    const { declares, rows } = hand.value
    const waits = rows.filter((row) => !declares || row.state === 'checking' || row.state === 'returned').slice(0, mostAhead)
    const isBehind = (id: string, steps: number): boolean => {
      const here = declares ? sheets[id] : reviews[id]
      return here?.value.steps !== steps || here.in !== currentLanguage()
    }
    const behind = [...rows.filter(({ id }) => id === followed?.id), ...waits].find(
      ({ id, steps }) => isBehind(id, steps) && unfit.get(id) !== steps,
    )
    if (behind === undefined) return null
    const error = await look(behind)
    if (error === null) return 'again'
    if (isAnswer(error) && error.status < 500 && error.status !== 429) unfit.set(behind.id, behind.steps)
    return unfit.get(behind.id) === behind.steps ? 'again' : 'later'
  }

  /** Evidence from before, to be cited without a line. */
  async function fetchListed(): Promise<void> {
    const { hand } = get()
    if (hand === null || !hand.value.declares || hand.value.rows.length === 0) return
    const listed = await evidenceBelow(hand.value.unit).catch(() => null)
    if (listed === null || post() !== hand.value.post) return
    become({ listed })
    void kept.set(listedKey(post()), listed)
  }

  return {
    refresh,
    look,
    fetchNext,
    heard: () => heard,
    unhear: () => {
      heard = false
    },
    underWay: () => asking,
  }
}
