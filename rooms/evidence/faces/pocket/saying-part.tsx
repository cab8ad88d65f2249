// What the photos show, said once for those that are taken in next; kept on the phone as it is typed.

import { useId } from 'react'
import { useWords } from '#ground/ui/words.ts'
import { phases } from '../../core/item.ts'
import type { Phase } from '../../core/item.ts'
import type { Saying } from '../../core/pocket-photo.ts'
import { words } from './words.ts'

export function SayingPart({ said, say }: { readonly said: Saying; readonly say: (said: Saying) => void }) {
  const text = useWords(words)
  const id = useId()
  const choices: readonly (Phase | null)[] = [null, ...phases]
  return (
    <section className="card camera-saying">
      <label htmlFor={`${id}-shows`}>{text.shows}</label>
      <input
        id={`${id}-shows`}
        type="text"
        maxLength={200}
        aria-describedby={`${id}-hint`}
        value={said.shows}
        onChange={(event) => say({ ...said, shows: event.target.value })}
      />
      <p id={`${id}-hint`} className="quiet">
        {text.showsHint}
      </p>
      <label htmlFor={`${id}-spot`}>{text.spot}</label>
      <input
        id={`${id}-spot`}
        type="text"
        maxLength={80}
        value={said.spot}
        onChange={(event) => say({ ...said, spot: event.target.value })}
      />
      <fieldset className="choice">
        <legend>{text.phase}</legend>
        {choices.map((phase) => (
          <label key={phase ?? 'none'}>
            <input type="radio" name={`${id}-phase`} checked={said.phase === phase} onChange={() => say({ ...said, phase })} />
            {phase === null ? text.noPhase : text.phases[phase]}
          </label>
        ))}
      </fieldset>
      <label htmlFor={`${id}-day`}>{text.effectiveOn}</label>
      <input
        id={`${id}-day`}
        type="date"
        required
        value={said.effectiveOn}
        onChange={(event) => event.target.value !== '' && say({ ...said, effectiveOn: event.target.value })}
      />
      <p className="quiet">{text.saysFor}</p>
    </section>
  )
}
