// What happened to a star since it was certified: each step with basis, document and term; what the unit says that it has
// mended; its appeals and their answers.

import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { useText } from '#ground/ui/language.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Input, Radio } from 'antd'
import { useState } from 'react'
import { honourAppealNames } from '../../../core/honour-appeal.ts'
import { honourVerbNames } from '../../../core/honour.ts'
import { stars } from '../stars.ts'
import type { Honour, HonourAppeal } from '../stars.ts'
import { words } from './words.ts'

const marks = { open: 'attention', upheld: 'done', dismissed: 'waiting', withdrawn: 'waiting' } as const

/** Its state by shape, colour and word. */
export function AppealTag({ state }: Pick<HonourAppeal, 'state'>) {
  const say = useText()
  return <StatusTag state={marks[state]}>{say(honourAppealNames[state])}</StatusTag>
}

function Appeal({ row, until, first }: { readonly row: Honour; readonly until: string | null; readonly first: boolean }) {
  const text = useWords(words)
  const [appeal, setAppeal] = useState(newKey)
  const verb = useVerb(stars, 'appealHonour', { onDone: () => setAppeal(newKey()) })
  return (
    <ConfirmVerb
      primary={first}
      label={text.appeal}
      title={text.appeal}
      explain={until === null ? text.appealExplain : text.appealExplainUntil(until)}
      asks={{ reason: 'required' }}
      problem={verb.problem}
      run={({ reason }) => verb.run({ params: { unit: row.unit, id: row.id }, body: { appeal, reason } })}
    />
  )
}

function Report({ row }: { readonly row: Honour }) {
  const text = useWords(words)
  const [report, setReport] = useState(newKey)
  const [said, setSaid] = useState('')
  const onDone = () => {
    setReport(newKey())
    setSaid('')
  }
  const verb = useVerb(stars, 'reportMended', { onDone })
  const run = () => verb.run({ params: { unit: row.unit, id: row.id }, body: { report, said } })
  return (
    <ConfirmVerb primary label={text.report} title={text.report} explain={text.reportExplain} problem={verb.problem} run={run}>
      <Field label={text.reportSaid} required error={verb.errorAt('body.said')}>
        {(input) => <Input.TextArea {...input} rows={4} maxLength={2000} value={said} onChange={(event) => setSaid(event.target.value)} />}
      </Field>
    </ConfirmVerb>
  )
}

function WithdrawAppeal({ row, appeal }: { readonly row: Honour; readonly appeal: string }) {
  const text = useWords(words)
  const verb = useVerb(stars, 'withdrawHonourAppeal')
  return (
    <ConfirmVerb
      label={text.withdrawAppeal}
      title={text.withdrawAppeal}
      explain={text.withdrawAppealExplain}
      asks={{ reason: 'optional' }}
      problem={verb.problem}
      run={({ reason }) => verb.run({ params: { unit: row.unit, id: row.id }, body: { appeal, reason } })}
    />
  )
}

function AnswerAppeal({ appeal }: { readonly appeal: HonourAppeal }) {
  const text = useWords(words)
  const verb = useVerb(stars, 'answerHonourAppeal')
  const [upheld, setUpheld] = useState(false)
  const [answer, setAnswer] = useState('')
  const [document, setDocument] = useState('')
  const run = () =>
    verb.run({
      params: { unit: appeal.unit, id: appeal.honour },
      body: { appeal: appeal.id, upheld, answer, ...(upheld ? { document } : {}) },
    })
  return (
    <ConfirmVerb primary label={text.answerAppeal} title={text.answerAppeal} explain={appeal.reason} problem={verb.problem} run={run}>
      <Radio.Group
        aria-label={text.answerAppeal}
        value={upheld}
        options={[
          { value: false, label: text.appealDismissed },
          { value: true, label: text.appealUpheld },
        ]}
        onChange={(event) => setUpheld(event.target.value === true)}
      />
      <Field label={text.appealAnswer} required error={verb.errorAt('body.answer')}>
        {(input) => (
          <Input.TextArea {...input} rows={4} maxLength={2000} value={answer} onChange={(event) => setAnswer(event.target.value)} />
        )}
      </Field>
      {upheld ? (
        <Field label={text.restoreDocument} required>
          {(input) => <Input {...input} maxLength={80} value={document} onChange={(event) => setDocument(event.target.value)} />}
        </Field>
      ) : null}
    </ConfirmVerb>
  )
}

/** What happened to a star; for posts that read stars. */
export function useHonourRecord(row: Honour) {
  const may = useMay()
  return useAnswer(stars, 'honourRecord', may('stars.read') ? { params: { unit: row.unit, id: row.id } } : null)
}

export function HonourRecord({ row, asked }: { readonly row: Honour; readonly asked: ReturnType<typeof useHonourRecord> }) {
  const text = useWords(words)
  const say = useText()
  const record = asked.data
  if (record === undefined) return <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
  if (record.steps.length === 0) return null
  return (
    <section>
      <h3>{text.happened}</h3>
      <ul className="stars-list">
        {record.steps.map((step) => (
          <li key={step.seq}>
            <strong>{say(honourVerbNames[step.verb])}</strong>{' '}
            <span className="lx-quiet">
              {step.on} · {step.byUnitName}
              {step.document === null ? '' : ` · ${step.document}`}
            </span>
            <p>{step.basis}</p>
            {step.due === null ? null : <p>{text.mendUntil(step.due)}</p>}
            {record.reports
              .filter((report) => report.against === step.seq)
              .map((report) => (
                <p key={report.id}>{text.reported(report.on, report.said)}</p>
              ))}
            {record.appeals
              .filter((appeal) => appeal.against === step.seq)
              .map((appeal) => (
                <div key={appeal.id}>
                  <p>
                    {text.appealed(appeal.filedOn)} <AppealTag state={appeal.state} />
                  </p>
                  <p>{appeal.reason}</p>
                  {appeal.answer === null ? null : <p>{text.answered(appeal.answeredOn ?? '', appeal.answeredBy ?? '', appeal.answer)}</p>}
                  {appeal.state === 'open' && record.mayDecide ? <AnswerAppeal appeal={appeal} /> : null}
                </div>
              ))}
          </li>
        ))}
      </ul>
      <div className="stars-moves">
        {record.mayReport ? <Report row={row} /> : null}
        {record.mayAppeal ? <Appeal row={row} until={record.appealUntil} first={!record.mayReport} /> : null}
        {record.mayWithdraw === null ? null : <WithdrawAppeal row={row} appeal={record.mayWithdraw} />}
      </div>
    </section>
  )
}
