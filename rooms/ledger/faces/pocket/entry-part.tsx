// One entry: what is wrong, how it is to be mended and until when, its pictures, what happened; and below, what can be done now.

import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { sourceNames } from '../../core/lists.ts'
import { picturesOf } from '../../core/pocket-pictures.ts'
import { standsHere, stepsOn, verbsHere } from '../../core/pocket-steps.ts'
import type { LocalStep, PhoneVerb } from '../../core/pocket-steps.ts'
import { stateNames, verbNames } from '../../core/state.ts'
import type { HandRow } from './calls.ts'
import { DueLine } from './due-line.tsx'
import { ExhibitsPart } from './exhibits-part.tsx'
import { HalfPart } from './half-part.tsx'
import { HistoryPart } from './history-part.tsx'
import { holdsSomething } from './off-list.ts'
import { StepPictures } from './step-pictures.tsx'
import type { State } from './state.ts'
import type { Store } from './store.ts'
import { VerbForm } from './verb-form.tsx'
import { words } from './words.ts'

export interface EntryProps {
  readonly of: Store
  readonly state: State
  readonly row: HandRow
  readonly today: string
}

function Facts({ row }: { readonly row: HandRow }) {
  const text = useWords(words)
  const say = useText()
  const { day } = useFormat()
  const facts: readonly (readonly [string, string])[] = [
    [text.subject, row.subject.name],
    [text.owner, row.owner.name],
    [text.source, say(sourceNames[row.sourceKind])],
    [text.measure, row.measure],
    [text.responsible, row.responsible],
    [text.supervisor, row.supervisor],
    [text.report, row.report],
    ...(row.extensionUntil === null ? [] : [[text.extension, text.extensionWaits(day(row.extensionUntil))] as const]),
  ]
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="kept-text">{value}</dd>
          </div>
        ))}
    </dl>
  )
}

/** What was decided here and waits, in the words in which it was written. */
function Waiting({ of, state, row }: Omit<EntryProps, 'today'>) {
  const text = useWords(words)
  const say = useText()
  return stepsOn(state.steps, row.id, 'waiting').map((step, at, all) => (
    <section key={step.id} className="card" aria-label={say(verbNames[step.verb])}>
      <p className="attention">▲ {text.waits(say(verbNames[step.verb]))}</p>
      {step.text !== '' && <p className="kept-text">{step.text}</p>}
      {step.verb === 'rectify' || step.verb === 'closeOut' ? <StepPictures of={of} state={state} row={row} step={step} /> : null}
      {/* What follows rests on it: taken back from the last one. */}
      {at === all.length - 1 && (
        <button type="button" className="plain" onClick={() => of.takeBack(step, row)}>
          {text.dropWaiting}
        </button>
      )}
    </section>
  ))
}

function Arrived({ of, state, row }: Omit<EntryProps, 'today'>) {
  const text = useWords(words)
  const say = useText()
  const arrived = stepsOn(state.steps, row.id, 'arrived')
  // What was not taken stays to be seen, also under a step that others have followed.
  const isShown = (step: LocalStep, at: number): boolean =>
    (step.verb === 'rectify' || step.verb === 'closeOut') &&
    (at === arrived.length - 1 || picturesOf(state.pictures, step.id).some((one) => one.state === 'refused'))
  return arrived.filter(isShown).map((step) => (
    <section key={step.id} className="card" aria-label={say(verbNames[step.verb])}>
      <p className="done">● {text.has(say(verbNames[step.verb]))}</p>
      <StepPictures of={of} state={state} row={row} step={step} />
    </section>
  ))
}

export function EntryPart({ of, state, row, today }: EntryProps) {
  const text = useWords(words)
  const say = useText()
  const here = standsHere(row, state.steps, row.id)
  const record = state.records[row.id]
  const undecided = stepsOn(state.steps, row.id, 'refused').length > 0
  const verbs = undecided ? [] : verbsHere(row, state.steps, row.id, today)
  const drafts = stepsOn(state.steps, row.id, 'draft')
  const draft = drafts.findLast((step) => verbs.includes(step.verb))
  // Written here before the entry moved on: shown, or it would be counted and never found.
  const late = undecided ? [] : drafts.filter((step) => !verbs.includes(step.verb) && holdsSomething(state, step))
  const [main, ...others] = verbs
  const act = (verb: PhoneVerb, look: string) => (
    <button key={verb} type="button" className={look} onClick={() => of.begin(row, verb)}>
      {say(verbNames[verb])}
    </button>
  )
  return (
    <>
      <h1 className="kept-text">{row.problem}</h1>
      <p>
        <span className="chip">{say(stateNames[here.state])}</span>{' '}
        {row.returns > 0 && <span className="quiet">{text.returned(row.returns)}</span>}
        <br />
        <DueLine row={row} />
      </p>
      <Facts row={row} />
      <ExhibitsPart of={of} record={record} />
      <Waiting of={of} state={state} row={row} />
      <Arrived of={of} state={state} row={row} />
      <HistoryPart record={record} />
      {late.map((step) => (
        <HalfPart key={step.id} of={of} state={state} step={step} why={text.lateWhy} />
      ))}
      {draft === undefined ? (
        main !== undefined && (
          <div className="total acts">
            {others.length > 0 && <div className="choices">{others.map((verb) => act(verb, ''))}</div>}
            {act(main, 'main-act')}
          </div>
        )
      ) : (
        <VerbForm key={draft.id} of={of} state={state} row={row} step={draft} />
      )}
      {verbs.length === 0 && !undecided && stepsOn(state.steps, row.id, 'waiting').length === 0 && (
        <p className="quiet">{here.state === 'checking' ? text.waitsForCheck(row.owner.name) : text.nothingToDo}</p>
      )}
    </>
  )
}
