// The dialog that turns chosen remarks into ledger entries: one plan per remark, and what is the same for all at the top.

import { Button } from 'antd'
import { useState } from 'react'
import { useVerb } from '#ground/ui/answers.ts'
import { useDraft } from '#ground/ui/draft.ts'
import { useWords } from '#ground/ui/words.ts'
import { SavedMark } from '#ground/ui/desk/form-page.tsx'
import { Act } from '../act.tsx'
import { at, type Remark, type Round, rounds } from '../rounds.ts'
import { PlanInputs } from './plan-inputs.tsx'
import './after.css'
import { blank, entryOf, filledFrom, lacks, type Plan, type Plans } from './plans.ts'
import { words } from './words.ts'

interface CommonProps {
  readonly count: number
  readonly onFill: (common: Plan) => void
}

function Common({ count, onFill }: CommonProps) {
  const text = useWords(words)
  const [common, setCommon] = useState(blank)
  return (
    <fieldset className="rounds-plan rounds-plan-common">
      <legend>{text.common}</legend>
      <p className="lx-quiet">{text.commonLead}</p>
      <PlanInputs plan={common} required={false} missing={[]} onChange={(changes) => setCommon((before) => ({ ...before, ...changes }))} />
      <Button onClick={() => onFill(common)}>{text.fillAll(count)}</Button>
    </fieldset>
  )
}

interface ToLedgerProps {
  readonly round: Round
  readonly remarks: readonly Remark[]
  readonly onDone: () => void
  /** One of many beside each other: none of them leads. */
  readonly quiet?: boolean
}

export function ToLedger({ round, remarks, onDone, quiet = false }: ToLedgerProps) {
  const text = useWords(words)
  // Names of persons may be typed here: kept for this window, as the ledger's own forms are.
  const draft = useDraft<{ plans: Plans }>(`rounds-entries:${round.id}`, { plans: {} }, { personal: true })
  const { plans } = draft.value
  const [tried, setTried] = useState(false)
  const verb = useVerb(rounds, 'toLedger', {
    refreshes: ['ledger'],
    onDone: () => {
      const sent = new Set(remarks.map(({ id }) => id))
      const left = Object.entries(plans).filter(([id]) => !sent.has(id))
      if (left.length === 0) draft.clear()
      else draft.set({ plans: Object.fromEntries(left) })
      onDone()
    },
  })
  const first: Plan = { ...blank, responsible: text.responsibleFirst, supervisor: text.supervisorFirst, days: '10' }
  const planOf = (remark: Remark): Plan => plans[remark.id] ?? first
  const set = (changed: Plans): void => draft.set({ plans: { ...plans, ...changed } })
  return (
    <Act
      label={text.toLedger}
      title={text.toLedgerTitle(remarks.length)}
      explain={text.toLedgerExplain}
      primary={!quiet}
      verb={verb}
      run={async () => {
        setTried(true)
        if (remarks.some((remark) => lacks(planOf(remark)).length > 0)) return undefined
        return verb.run({ params: at(round), body: { entries: remarks.map((remark) => entryOf(remark.id, planOf(remark))) } })
      }}
    >
      {remarks.length < 2 ? null : (
        <Common
          count={remarks.length}
          onFill={(common) => set(Object.fromEntries(remarks.map((remark) => [remark.id, filledFrom(common, planOf(remark))])))}
        />
      )}
      {draft.savedAt === null ? null : <SavedMark draft={draft} />}
      {remarks.map((remark) => (
        <fieldset key={remark.id} className="rounds-plan">
          <legend>{text.row(remark.name, remark.text)}</legend>
          <PlanInputs
            plan={planOf(remark)}
            required
            missing={tried ? lacks(planOf(remark)) : []}
            onChange={(changes) => set({ [remark.id]: { ...planOf(remark), ...changes } })}
          />
        </fieldset>
      ))}
    </Act>
  )
}
