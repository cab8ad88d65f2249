// 筹备: the plan, and the units that take part.

import { Button } from 'antd'
import { useVerb } from '#ground/ui/answers.ts'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { SavedMark } from '#ground/ui/desk/form-page.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useWords } from '#ground/ui/words.ts'
import { Act } from '../act.tsx'
import { useEdited } from '../edited.ts'
import { at, type OfRound, type Round, rounds } from '../rounds.ts'
import { bodyOf, HowFields, planOf, WhatFields } from './plan-fields.tsx'
import { Notices } from '../notices.tsx'
import { PartsEditor } from './parts-editor.tsx'
import { PartsList } from './parts-list.tsx'
import { words } from './words.ts'

function PlanForm({ round }: { readonly round: Round }) {
  const text = useWords(words)
  const edited = useEdited(`rounds-plan:${round.id}`, planOf(round))
  const revise = useVerb(rounds, 'revise')
  const save = (): void => {
    const body = bodyOf(edited.value)
    const trimmed = { ...body, name: body.name.trim(), theme: body.theme.trim(), place: body.place.trim() }
    edited.set({ ...trimmed, agenda: trimmed.agenda.join('\n') })
    void revise.run({ params: at(round), body: trimmed })
  }
  const fields = { plan: edited.value, set: edited.set, errorAt: revise.errorAt }
  return (
    <form
      noValidate
      className="rounds-box"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="rounds-columns">
        <section>
          <h2>{text.what}</h2>
          <WhatFields {...fields} />
        </section>
        <section>
          <h2>{text.how}</h2>
          <HowFields {...fields} />
        </section>
      </div>
      <ProblemNotice problem={revise.problem} />
      <footer className="rounds-acts">
        {edited.changed ? <SavedMark draft={edited} /> : null}
        {edited.changed ? <Button onClick={edited.drop}>{text.discard}</Button> : null}
        <Button htmlType="submit" loading={revise.pending} disabled={!edited.changed}>
          {text.save}
        </Button>
      </footer>
    </form>
  )
}

function PlanFacts({ round }: { readonly round: Round }) {
  const text = useWords(words)
  const { day } = useFormat()
  return (
    <section className="rounds-box">
      <h2>{text.what}</h2>
      <Facts
        items={[
          { label: text.quarter, value: text.quarterName(round.quarter) },
          { label: text.heldOn, value: day(round.heldOn) },
          { label: text.theme, value: round.theme || text.none },
          { label: text.place, value: round.place || text.none },
          { label: text.mode, value: text.modes[round.mode] },
          { label: text.ballots, value: text.ballotChoices[round.ballots] },
          {
            label: text.agenda,
            value: round.agenda.length === 0 ? text.none : <span className="rounds-lines">{round.agenda.join('\n')}</span>,
          },
        ]}
      />
      {round.state === 'planned' ? null : <p className="lx-quiet">{text.fixedNote}</p>}
    </section>
  )
}

export default function PlanSection({ round, can }: OfRound) {
  const text = useWords(words)
  const cancel = useVerb(rounds, 'cancel')
  return (
    <>
      {can('include') ? <PartsEditor round={round} /> : <PartsList round={round} />}
      {can('revise') ? <PlanForm round={round} /> : <PlanFacts round={round} />}
      <Notices round={round} of={['cancel']} />
      {can('cancel') ? (
        <div className="rounds-acts">
          <Act
            label={text.cancel}
            danger
            explain={text.cancelExplain}
            asks={{ reason: 'required' }}
            verb={cancel}
            run={({ reason }) => cancel.run({ params: at(round), body: { reason } })}
          />
        </div>
      ) : null}
    </>
  )
}
