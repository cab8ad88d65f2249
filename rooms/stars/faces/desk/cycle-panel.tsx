// One cycle beside the list: what was determined, and the verbs of its state.

import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { addressOf } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { UploadTable } from '#ground/ui/desk/upload-table.tsx'
import { UnitPicker } from '#ground/ui/desk/unit-picker.tsx'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { Checkbox, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { asHead, cycleStateNames, formerNames, parameterNames, parameterText } from '../../core/cycle.ts'
import type { ParameterName } from '../../core/cycle.ts'
import { CalendarFields, EnglishName, orNull, ParameterFields } from './cycle-fields.tsx'
import type { Settings } from './cycle-fields.tsx'
import { words as cycleWords } from './cycle-words.ts'
import { RegisterCheck } from './register-check.tsx'
import { stars } from './stars.ts'
import type { Cycle } from './stars.ts'
import { words } from './words.ts'

type Part = { readonly cycle: Cycle }
const paramsOf = ({ unit, id }: Cycle) => ({ unit, id })

function Open({ cycle }: Part) {
  const text = useWords(words)
  const { run, problem } = useVerb(stars, 'open')
  const call = () => run({ params: paramsOf(cycle), body: {} })
  return <ConfirmVerb primary label={text.open} title={text.open} explain={text.openExplain} problem={problem} run={call} />
}

/** Stars of former years end with it, as its parameter says; then it has a document. */
function Close({ cycle }: Part) {
  const text = useWords(words)
  const more = useWords(cycleWords)
  const say = useText()
  const { run, problem, errorAt } = useVerb(stars, 'closeCycle')
  const [document, setDocument] = useState('')
  const { formerStars } = cycle.parameters
  const explain = `${text.closeExplain}${formerStars === null ? '' : more.closeFormer(say(formerNames[formerStars]))}`
  const call = () => run({ params: paramsOf(cycle), body: { document } })
  return (
    <ConfirmVerb label={text.close} title={text.close} explain={explain} problem={problem} run={call}>
      {formerStars === 'kept' ? null : (
        <Field label={more.closeDocument} hint={more.closeDocumentHint} error={errorAt('body.document')}>
          {(input) => <Input {...input} maxLength={80} value={document} onChange={(event) => setDocument(event.target.value)} />}
        </Field>
      )}
    </ConfirmVerb>
  )
}

/** A star without an office of its own is reviewed by its lead. */
const officesWith = (offices: Settings['offices'], star: string, office: string): Settings['offices'] =>
  Object.fromEntries([...Object.entries(offices).filter(([code]) => code !== star), ...(office.trim() === '' ? [] : [[star, office]])])

function Settle({ cycle }: Part) {
  const text = useWords(words)
  const amend = useVerb(stars, 'amend')
  const revise = useVerb(stars, 'revise')
  const draft = cycle.state === 'draft'
  const { calendar, parameters, offices, year, names, edition } = cycle
  const [english, setEnglish] = useState(names.en ?? '')
  const [value, setValue] = useState<Settings>({ calendar, parameters, offices })
  const change = (changes: Partial<Settings>): void => setValue({ ...value, ...changes })
  const run = ({ reason }: { readonly reason: string }) =>
    draft
      ? revise.run({ params: paramsOf(cycle), body: { ...value, year, name: names.zh, nameEn: orNull(english), edition } })
      : amend.run({ params: paramsOf(cycle), body: { ...value, nameEn: orNull(english), reason } })
  return (
    <ConfirmVerb
      label={draft ? text.revise : text.amend}
      title={draft ? text.revise : text.amend}
      explain={draft ? '' : text.amendExplain}
      {...(draft ? {} : { asks: { reason: 'required' as const } })}
      problem={draft ? revise.problem : amend.problem}
      run={run}
    >
      <EnglishName value={english} onChange={setEnglish} />
      <h3>{text.calendar}</h3>
      <CalendarFields value={value} onChange={change} />
      <h3>{text.parameters}</h3>
      <ParameterFields value={value} onChange={change} />
      <h3>{text.offices}</h3>
      {cycle.stars.map((star) => (
        <Field key={star.code} label={text.officeOf(star.name)}>
          {(input) => (
            <Select
              {...input}
              allowClear
              showSearch
              placeholder={star.lead}
              value={value.offices[star.code] ?? null}
              options={[...new Set([...cycle.officeChoices, ...Object.values(value.offices)])].map((office) => ({
                value: office,
                label: office,
              }))}
              onChange={(office: string | null | undefined) => change({ offices: officesWith(value.offices, star.code, office ?? '') })}
            />
          )}
        </Field>
      ))}
    </ConfirmVerb>
  )
}

function Allot({ cycle }: Part) {
  const text = useWords(words)
  const verb = useVerb(stars, 'allot')
  const [unit, setUnit] = useState(cycle.unit)
  const [star, setStar] = useState(cycle.stars[0]?.code ?? '')
  const [most, setMost] = useState<number | null>(null)
  const [hard, setHard] = useState(true)
  const run = () => verb.run({ params: paramsOf(cycle), body: { quotas: [{ unit, star, most: most ?? 0, hard }] } })
  return (
    <ConfirmVerb label={text.allot} title={text.allot} explain={text.allotExplain} problem={verb.problem} run={run}>
      <Field label={text.unit} required>
        {() => <UnitPicker value={unit} onChange={setUnit} />}
      </Field>
      <Field label={text.star} required>
        {(input) => (
          <Select
            {...input}
            value={star}
            options={cycle.stars.map((one) => ({ value: one.code, label: one.name }))}
            onChange={setStar}
            popupMatchSelectWidth={false}
          />
        )}
      </Field>
      <Field label={text.most} required>
        {(input) => <InputNumber {...input} min={0} max={100_000} precision={0} value={most} onChange={setMost} />}
      </Field>
      <Checkbox checked={hard} onChange={(event) => setHard(event.target.checked)}>
        {text.hard}
      </Checkbox>
    </ConfirmVerb>
  )
}

/** Many quotas at once: the list as it stands, changed in a sheet and sent back. */
function AllotSheet({ cycle }: Part) {
  const text = useWords(words)
  const params = paramsOf(cycle)
  return (
    <UploadTable
      label={text.importQuotas}
      title={text.importQuotas}
      accept=".xlsx,.csv"
      counts={text.importCounts}
      template={addressOf(stars, 'exportQuotas', { params, query: { format: 'xlsx' } })}
      run={(file, { dryRun, onProgress }) => stars.importQuotas({ params, file, body: { dryRun }, onProgress })}
    />
  )
}

const shownParameters: readonly ParameterName[] = [
  'publicityDays',
  'publicityKind',
  'decidedBy',
  'samplingPercent',
  'appealDays',
  'contact',
  'formerStars',
]

export function CyclePanel({ unit, id, onClose }: { readonly unit: string; readonly id: string; readonly onClose: () => void }) {
  const text = useWords(words)
  const say = useText()
  const asked = useAnswer(stars, 'cycle', { params: { unit, id } })
  const quotas = useAnswer(stars, 'quotas', { params: { unit, id } })
  const cycle = asked.data
  const valueOf = (of: Cycle, name: ParameterName): string => {
    const value = parameterText(of.parameters, name)
    return value === null ? text.notSet : say(value)
  }
  return (
    <SidePanel
      title={cycle?.name ?? text.cycle}
      onClose={onClose}
      actions={
        cycle === undefined ? null : (
          <>
            {cycle.state === 'draft' ? <RegisterCheck cycle={cycle} /> : null}
            {cycle.state === 'draft' ? <Open cycle={cycle} /> : null}
            {cycle.state === 'closed' ? null : <Settle key={cycle.version} cycle={cycle} />}
            {cycle.state === 'closed' ? null : <Allot cycle={cycle} />}
            {cycle.state === 'closed' ? null : <AllotSheet cycle={cycle} />}
            {cycle.state === 'open' ? <Close cycle={cycle} /> : null}
          </>
        )
      }
    >
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      {cycle === undefined ? null : (
        <>
          <Facts
            items={[
              { label: text.state, value: say(cycleStateNames[cycle.state]) },
              { label: text.edition, value: cycle.edition },
              ...shownParameters.map((name) => ({ label: say(asHead(parameterNames[name])), value: valueOf(cycle, name) })),
            ]}
          />
          <h3>{text.calendar}</h3>
          <Facts
            items={cycle.calendar.map((stage, at) => ({ label: cycle.stageNames[at] ?? stage.name, value: `${stage.from} — ${stage.to}` }))}
          />
          <h3>{text.officesShown}</h3>
          <Facts items={cycle.stars.map((star) => ({ label: star.name, value: cycle.officeNames[star.code] ?? star.lead }))} />
          <h3>{text.quotas}</h3>
          {quotas.data === undefined || quotas.data.rows.length > 0 ? null : <p className="lx-quiet">{text.noQuotas}</p>}
          <Facts
            items={(quotas.data?.rows ?? []).map((row) => ({
              label: row.unitName,
              value: text.quotaOf(cycle.stars.find((star) => star.code === row.star)?.name ?? row.star, row.given, row.most, row.hard),
            }))}
          />
        </>
      )}
    </SidePanel>
  )
}
