// Entries of the ledger on this phone: what the server last said of them, every step that was decided and every picture, kept at
// once and sent by itself. A step goes with how the entry stood when it was decided; where it has moved since, the person chooses.

import { useSyncExternalStore } from 'react'
import { openKept } from '#ground/sync/kept.ts'
import type { Kept } from '#ground/sync/kept.ts'
import { openSender } from '#ground/sync/sender.ts'
import type { Outcome, Sender } from '#ground/sync/sender.ts'
import { newKey, whenSignedOut } from '#ground/ui/client.ts'
import { followLine } from '#ground/ui/follow-line.ts'
import { isFinal } from '#ground/ui/patience.ts'
import { stoodPicture } from '#rooms/evidence/core/device-pictures.ts'
import { moved, picturesOf } from '../../core/pocket-pictures.ts'
import type { LocalPicture } from '../../core/pocket-pictures.ts'
import { isMoot, isWritten, standsHere, stepsOn, stepToSend, stoodStep, usualCount } from '../../core/pocket-steps.ts'
import type { LocalStep, PhoneVerb } from '../../core/pocket-steps.ts'
import { createAsking } from './asking.ts'
import { sendStep } from './calls.ts'
import type { HandRow } from './calls.ts'
import type { Pictures } from './pictures.ts'
import { handKey, keptOf, outKey, pictureKey, stepKey, storeName } from './state.ts'
import type { State } from './state.ts'

export interface Store {
  get(): State
  watch(onChange: () => void): () => void
  /** Fetches the entry that is open on the page, and keeps to it. */
  follow(row: HandRow | null): void
  /** Begins a step, or goes on with the one that is being written. */
  begin(row: HandRow, verb: PhoneVerb): void
  write(step: LocalStep, changes: Partial<Pick<LocalStep, 'text' | 'until' | 'count'>>): void
  /** It is decided: it waits to be sent. */
  decide(step: LocalStep): void
  /** Gives up what was not taken or not sent, and its pictures. */
  drop(step: LocalStep): void
  /** Takes up again what was not taken, as the entry stands now; it is written on before it is sent. */
  renew(step: LocalStep, row: HandRow): void
  /** Takes back what was decided and not sent: what was written and its pictures stay, to be written on. */
  takeBack(step: LocalStep, row: HandRow): void
  pictures(): Promise<Pictures>
}

/** What a first screen does not need is fetched behind it. */
const afterFirstMs = 800

function openStore(kept: Kept): Store {
  let state: State = {
    hand: null,
    records: {},
    steps: {},
    pictures: {},
    line: 'unknown',
    kept: kept.state,
    signedOut: false,
    otherRole: false,
    onWay: null,
  }
  let sender: Sender | null = null
  const watchers = new Set<() => void>()
  const become = (next: Partial<State>): void => {
    state = { ...state, ...next }
    for (const watcher of watchers) watcher()
  }
  const post = (): string => state.hand?.post ?? ''
  kept.watch(() => become({ kept: kept.state }))
  kept.hear((key, value) => {
    if (key.startsWith(stepKey(post(), ''))) become({ steps: stoodStep(state.steps, value as LocalStep) })
    if (key.startsWith(pictureKey(post(), ''))) become({ pictures: stoodPicture(state.pictures, value as LocalPicture) })
  })

  const take = async (step: LocalStep): Promise<void> => {
    become({ steps: stoodStep(state.steps, step) })
    await kept.set(stepKey(post(), step.id), state.steps[step.id])
  }
  const takePicture = async (picture: LocalPicture): Promise<void> => {
    become({ pictures: stoodPicture(state.pictures, picture) })
    await kept.set(pictureKey(post(), picture.id), state.pictures[picture.id])
  }
  const asking = createAsking(kept, { get: () => state, become, wake: () => sender?.wake() })

  let pictureStore: Promise<Pictures> | undefined
  const pictures = (): Promise<Pictures> => {
    pictureStore ??= import('./pictures.ts').then(({ openPictures }) =>
      openPictures({
        kept,
        get: () => state,
        become,
        // Laid down while its step was taken anew, it stays with that.
        take: (next) => takePicture({ ...next, step: state.pictures[next.id]?.step ?? next.step }),
        // A step never waits for a picture.
        busy: () => stepToSend(state.steps) !== undefined,
        took: asking.took,
        failed: asking.failed,
        wake: () => sender?.wake(),
      }),
    )
    // Code that could not be fetched is asked for again.
    pictureStore.catch(() => (pictureStore = undefined))
    return pictureStore
  }

  const send = async (step: LocalStep): Promise<Outcome> => {
    const mine = post()
    try {
      const record = await sendStep(step)
      await take({ ...step, state: 'arrived' })
      // Taken back while it was on its way: it is there, and its pictures follow it.
      if (state.steps[step.id]?.state === 'gone')
        for (const draft of stepsOn(state.steps, step.entry, 'draft'))
          if (draft.verb === step.verb && draft.text === step.text) await take({ ...draft, state: 'arrived' })
      await asking.took(record)
      return 'again'
    } catch (error) {
      if (!isFinal(error)) return asking.failed(error)
      // What it is now is asked for before the choice is offered.
      await asking.refresh()
      // Another holds the phone now: the step waits for its own post.
      if (post() !== mine) return 'again'
      await asking.look({ unit: step.unit, id: step.entry })
      const now = state.hand?.rows.find(({ id }) => id === step.entry)
      await take(now !== undefined && isMoot(step, now) ? { ...step, state: 'gone' } : { ...step, state: 'refused', refused: error.detail })
      return 'again'
    }
  }
  const attempt = async (): Promise<Outcome> => {
    if (!asking.heard() && !(await asking.refresh())) return state.signedOut || state.otherRole ? 'done' : 'later'
    const step = stepToSend(state.steps)
    if (step !== undefined) return send(step)
    const fetched = await asking.fetchNext()
    if (fetched !== null) return fetched
    if (pictureStore === undefined) return 'done'
    const taken = await pictureStore
    await taken.forgetLeft(asking.seen)
    return (await taken.attempt()) ?? 'done'
  }

  const begin = async (): Promise<void> => {
    whenSignedOut(() => become({ signedOut: true }))
    const [out, hand] = [await kept.get<boolean>(outKey), await kept.get<NonNullable<State['hand']>>(handKey)]
    // Signed out on this phone: what was kept waits for the same account, out of sight.
    if (out === true) become({ signedOut: true })
    else if (hand !== undefined) become({ ...(await keptOf(kept, hand.post ?? '')), hand })
    sender = openSender(storeName, { attempt })
    const again = (): void => {
      asking.unhear()
      sender?.wake()
    }
    followLine('ledger', {
      lost: () => {
        if (state.line === 'lost') return
        become({ line: 'lost' })
        again()
      },
      found: () => state.line === 'lost' && again(),
      happened: again,
    })
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && again())
    const load = (): unknown =>
      void pictures().then(
        () => sender?.wake(),
        () => undefined,
      )
    setTimeout(load, afterFirstMs)
    addEventListener('online', load)
  }
  void begin()

  const stepOf = (row: HandRow, verb: PhoneVerb, steps = state.steps): LocalStep => {
    const { state: at, returns } = standsHere(row, steps, row.id)
    const { unit, id: entry } = row
    const begun = { id: newKey(), unit, entry, verb, text: '', until: '', count: usualCount(verb), made: Date.now() }
    return { ...begun, seen: { state: at, returns }, state: 'draft', refused: null }
  }
  const drop: Store['drop'] = (step) => {
    void take({ ...step, state: 'gone' })
    for (const picture of picturesOf(state.pictures, step.id)) {
      if (picture.state === 'arrived') continue
      void takePicture({ ...picture, state: 'gone' })
      // Its bytes leave the phone, too.
      void pictures().then(
        ({ takeOff }) => takeOff(picture),
        () => undefined,
      )
    }
    sender?.wake()
  }
  const renew: Store['renew'] = (step, row) => {
    const { text, until, count } = step
    const over: LocalStep = { ...step, state: 'gone' }
    // As the entry stands without the step that is over.
    const fresh: LocalStep = { ...stepOf(row, step.verb, stoodStep(state.steps, over)), text, until, count }
    void take(fresh)
    for (const picture of moved(state.pictures, step.id, fresh.id))
      void takePicture({ ...picture, state: picture.state === 'refused' ? 'waiting' : picture.state })
    void take(over)
  }
  return {
    get: () => state,
    watch: (onChange) => {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
    follow: asking.follow,
    begin: (row, verb) => {
      const open = stepsOn(state.steps, row.id, 'draft').find((step) => step.verb === verb)
      // Written on later, it is decided on how the entry stands now.
      void take({ ...(open ?? stepOf(row, verb)), seen: stepOf(row, verb).seen, made: Date.now() })
    },
    write: (step, changes) => void take({ ...step, ...changes }),
    decide: (step) => {
      void take({ ...step, state: 'waiting', made: Date.now() })
      sender?.wake()
    },
    drop,
    renew,
    takeBack: (step, row) => (isWritten(step) || picturesOf(state.pictures, step.id).length > 0 ? renew(step, row) : drop(step)),
    pictures,
  }
}

let opened: Promise<Store> | undefined

/** The one store of this page. */
export function store(): Promise<Store> {
  opened ??= openKept(storeName).then(openStore)
  return opened
}

/** An entry as it was last told of: on the list, or off it (over, or others are due before it) and still known here. */
export function rowIn({ hand, records }: Pick<State, 'hand' | 'records'>, id: string): HandRow | undefined {
  const record = records[id]
  const listed = hand?.rows.find((row) => row.id === id)
  return listed ?? (record === undefined ? undefined : { ...record, steps: record.steps.length, takes: record.may })
}

/** The store's state, watched. */
export const useStore = (of: Store): State => useSyncExternalStore(of.watch, of.get)
