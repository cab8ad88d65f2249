// What was written here and cannot be gone on with now, because its entry has moved on or left the list: it is shown as it was
// written, and goes when the person says so.

import { useId, useState } from 'react'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { picturesOf } from '../../core/pocket-pictures.ts'
import { stepsOn } from '../../core/pocket-steps.ts'
import type { LocalStep } from '../../core/pocket-steps.ts'
import { verbNames } from '../../core/state.ts'
import { holdsSomething } from './off-list.ts'
import type { State } from './state.ts'
import type { Store } from './store.ts'
import { words } from './words.ts'

interface StepProps {
  readonly of: Store
  readonly state: State
  readonly step: LocalStep
}

/** One and the same function, so that it takes the focus as it appears and never again. */
const atHand = (button: HTMLButtonElement | null): void => button?.focus()

/** Giving a draft up: at once where nothing would be lost, else after a question. */
export function DropDraft({ of, state, step }: StepProps) {
  const text = useWords(words)
  const [asked, setAsked] = useState(false)
  const isEmpty = !holdsSomething(state, step)
  if (!asked || isEmpty)
    return (
      <button type="button" className="plain" onClick={() => (isEmpty ? of.drop(step) : setAsked(true))}>
        {isEmpty ? text.cancel : step.state === 'draft' ? text.dropDraft : text.dropUnsent}
      </button>
    )
  return (
    <>
      <p className="attention" role="alert">
        {text.dropAsk}
      </p>
      <div className="two">
        {/* At hand at once: the question may stand below what is seen. */}
        <button type="button" ref={atHand} onClick={() => setAsked(false)}>
          {text.dropNo}
        </button>
        <button type="button" onClick={() => of.drop(step)}>
          {text.dropYes}
        </button>
      </div>
    </>
  )
}

/** One step as it was written. `why`: what is in its way. */
export function HalfPart({ of, state, step, why }: StepProps & { readonly why: string }) {
  const text = useWords(words)
  const label = useText()(verbNames[step.verb])
  const id = useId()
  const pictures = picturesOf(state.pictures, step.id).length
  return (
    <section className="card" aria-labelledby={id}>
      <h2 id={id} className="attention">
        ▲ {step.state === 'draft' ? text.halfWritten(label) : text.waits(label)}
      </h2>
      <p className="quiet">{why}</p>
      {step.text !== '' && <p className="kept-text">{step.text}</p>}
      {step.until !== '' && <p>{`${text.until}${text.colon}${step.until}`}</p>}
      {pictures > 0 && <p>{text.withPictures(pictures)}</p>}
      <DropDraft of={of} state={state} step={step} />
    </section>
  )
}

/** Steps of an entry that this phone cannot show: it is off the list, and what it said was never fetched or may not be any more. */
export function LonePart({ of, state, entry }: Omit<StepProps, 'step'> & { readonly entry: string }) {
  const text = useWords(words)
  return stepsOn(state.steps, entry, 'draft', 'waiting').map((step) => (
    <HalfPart key={step.id} of={of} state={state} step={step} why={text.loneWhy} />
  ))
}
