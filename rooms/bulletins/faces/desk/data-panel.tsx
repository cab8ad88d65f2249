// A draft from data: what it is about and the time are chosen, the rest is counted.

import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useMe } from '#ground/ui/me.ts'
import { usePeriod } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { addMonths, quarterOf } from '#ground/kernel/days.ts'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { bulletins, type BulletinRecord } from './bulletins.ts'
import { words } from './words.ts'

interface DataPanelProps {
  readonly onClose: () => void
  readonly onDone: (record: BulletinRecord) => void
}

interface TimePanelProps extends DataPanelProps {
  readonly title: string
  readonly hint: string
  readonly label: string
  readonly times: readonly { readonly value: string; readonly label: string }[]
  /** Chosen to begin with, where it is one of them. */
  readonly first?: string
  readonly draft: Pick<ReturnType<typeof useVerb>, 'problem' | 'pending'> & { run: (unit: string, id: string, time: string) => void }
}

function TimePanel({ title, hint, label, times, first, draft, onClose }: TimePanelProps) {
  const text = useWords(words)
  const unit = useMe().acting?.unit ?? ''
  const [id] = useState(newKey)
  const [time, setTime] = useState((times.find(({ value }) => value === first) ?? times[0])?.value ?? '')
  return (
    <SidePanel title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          draft.run(unit, id, time)
        }}
      >
        <p className="lx-hint">{hint}</p>
        <Field label={label} required>
          {(input) => <Select {...input} value={time} options={[...times]} onChange={setTime} />}
        </Field>
        <ProblemNotice problem={draft.problem} />
        <Button type="primary" htmlType="submit" loading={draft.pending}>
          {text.fromDataDo}
        </Button>
      </form>
    </SidePanel>
  )
}

/** This quarter and the three before it. */
function quartersNow(): { readonly id: string; readonly year: number; readonly quarter: number }[] {
  const today = chinaDay(Date.now())
  return [0, -3, -6, -9].map((months) => quarterOf(addMonths(today, months)))
}

/** This year and the two before it. */
function yearsNow(): number[] {
  const year = Number(chinaDay(Date.now()).slice(0, 4))
  return [year, year - 1, year - 2]
}

/** The ledger of a quarter. */
export function LedgerPanel(props: DataPanelProps) {
  const text = useWords(words)
  const [quarters] = useState(quartersNow)
  const { run, problem, pending } = useVerb(bulletins, 'draftLedger', { onDone: props.onDone })
  return (
    <TimePanel
      {...props}
      title={text.fromLedger}
      hint={text.fromLedgerHint}
      label={text.quarter}
      times={quarters.map(({ id, year, quarter }) => ({ value: id, label: text.quarterName(year, quarter) }))}
      draft={{ problem, pending, run: (unit, id, quarter) => void run({ body: { id, unit, quarter } }) }}
    />
  )
}

/** The stars that were certified for a year. */
export function StarsPanel(props: DataPanelProps) {
  const text = useWords(words)
  const { run, problem, pending } = useVerb(bulletins, 'draftStars', { onDone: props.onDone })
  const [years] = useState(yearsNow)
  const [period] = usePeriod()
  return (
    <TimePanel
      {...props}
      title={text.fromStars}
      hint={text.fromStarsHint}
      label={text.year}
      times={years.map((one) => ({ value: String(one), label: text.yearName(one) }))}
      // Whoever comes from the stars of a year means that year.
      first={period.slice(0, 4)}
      draft={{ problem, pending, run: (unit, id, chosen) => void run({ body: { id, unit, year: chosen } }) }}
    />
  )
}
