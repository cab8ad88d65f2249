// The ledger of a quarter as a draft: the quarter is chosen, the rest is counted.

import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useMe } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { addMonths, quarterOf } from '#ground/kernel/days.ts'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { bulletins, type BulletinRecord } from './bulletins.ts'
import { words } from './words.ts'

interface LedgerPanelProps {
  readonly onClose: () => void
  readonly onDone: (record: BulletinRecord) => void
}

/** This quarter and the three before it. */
function quartersNow(): { readonly id: string; readonly year: number; readonly quarter: number }[] {
  const today = chinaDay(Date.now())
  return [0, -3, -6, -9].map((months) => quarterOf(addMonths(today, months)))
}

export function LedgerPanel({ onClose, onDone }: LedgerPanelProps) {
  const text = useWords(words)
  const unit = useMe().acting?.unit ?? ''
  const [id] = useState(newKey)
  const [quarters] = useState(quartersNow)
  const [quarter, setQuarter] = useState(quarters[0]?.id ?? '')
  const draft = useVerb(bulletins, 'draftLedger', { onDone })
  return (
    <SidePanel title={text.fromLedger} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void draft.run({ body: { id, unit, quarter } })
        }}
      >
        <p className="lx-hint">{text.fromLedgerHint}</p>
        <Field label={text.quarter} required>
          {(input) => (
            <Select
              {...input}
              value={quarter}
              options={quarters.map((one) => ({ value: one.id, label: text.quarterName(one.year, one.quarter) }))}
              onChange={setQuarter}
            />
          )}
        </Field>
        <ProblemNotice problem={draft.problem} />
        <Button type="primary" htmlType="submit" loading={draft.pending}>
          {text.fromLedgerDo}
        </Button>
      </form>
    </SidePanel>
  )
}
