// Import of a table: choose a file, a trial run first, every bad row with its line, then the import itself.

import { Button, Checkbox, Modal } from 'antd'
import { useState } from 'react'
import { useFormat } from '../format.ts'
import { ProblemError } from '../problem.ts'
import { useWords } from '../words.ts'
import { FileChoice } from './file-choice.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { StatusTag } from './status-tag.tsx'
import { words } from './words.ts'

export interface BadRow {
  readonly line: number
  readonly code?: string
  readonly detail: string
}

/** Counts by name (`added`, `renamed` …) and the rows that were refused. */
export type ImportAnswer = Readonly<Record<string, unknown>> & { readonly errors: readonly BadRow[] }

export interface ImportOptions {
  readonly dryRun: boolean
  /** The user wants the good rows alone; only where the table says `leavesOut`. */
  readonly skipBad: boolean
  readonly onProgress: (share: number) => void
}

export interface UploadTableProps {
  /** The act: 导入单位. */
  readonly label: string
  readonly title: string
  /** `.csv,.csv.gz,.xlsx` */
  readonly accept?: string
  /** Counts to show, in this order, with their words; those named `unchanged` alone make no import. */
  readonly counts: Readonly<Record<string, string>>
  readonly run: (file: File, options: ImportOptions) => Promise<ImportAnswer>
  /** The good rows may be taken without the bad ones, when the user says so. */
  readonly leavesOut?: true
  /** Address of the template. */
  readonly template?: string
  readonly onDone?: (answer: ImportAnswer) => void
}

type Step = 'choose' | 'checking' | 'checked' | 'importing' | 'imported'

interface State {
  readonly step: Step
  readonly file: File | null
  readonly answer: ImportAnswer | null
  readonly problem: unknown
  readonly share: number
  readonly skipBad: boolean
}

const start: State = { step: 'choose', file: null, answer: null, problem: null, share: 0, skipBad: false }
const shownRows = 200

/** Bad rows out of a refusal, when the server refuses with them. */
export function badRowsOf(problem: unknown): readonly BadRow[] {
  if (!(problem instanceof ProblemError)) return []
  return problem.errors.flatMap((error) => {
    const line = Number(error['line'] ?? /line (\d+)/.exec(String(error['path']))?.[1])
    const code = error['code']
    return Number.isInteger(line) ? [{ line, detail: String(error['detail']), ...(code === undefined ? {} : { code: String(code) }) }] : []
  })
}

function BadRows({ rows, imported }: { readonly rows: readonly BadRow[]; readonly imported: boolean }) {
  const text = useWords(words)
  const format = useFormat()
  if (rows.length === 0) return null
  const coded = rows.some(({ code }) => code !== undefined)
  return (
    <div className="lx-bad-rows">
      <StatusTag state="late">
        {(imported ? text.rowsLeftOut : text.badRows)(format.count(new Set(rows.map(({ line }) => line)).size))}
      </StatusTag>
      <div className="lx-table-box">
        <table>
          <thead>
            <tr>
              <th scope="col">{text.line}</th>
              {coded ? <th scope="col">{text.codeColumn}</th> : null}
              <th scope="col">{text.why}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shownRows).map((row) => (
              <tr key={`${row.line} ${row.code ?? ''} ${row.detail}`}>
                <th scope="row">{row.line}</th>
                {coded ? <td className="lx-figures">{row.code}</td> : null}
                <td>{row.detail}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > shownRows ? <p className="lx-quiet">{text.moreBadRows(format.count(rows.length - shownRows))}</p> : null}
    </div>
  )
}

export function UploadTable(props: UploadTableProps) {
  const text = useWords(words)
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const [state, setState] = useState(start)
  const change = (changes: Partial<State>): void => setState((before) => ({ ...before, ...changes }))

  const send = async (file: File, dryRun: boolean): Promise<void> => {
    change({ step: dryRun ? 'checking' : 'importing', file, problem: null, share: 0, ...(dryRun ? { answer: null, skipBad: false } : {}) })
    try {
      const answer = await props.run(file, { dryRun, skipBad: !dryRun && state.skipBad, onProgress: (share) => change({ share }) })
      change({ step: dryRun ? 'checked' : 'imported', answer })
      if (!dryRun) props.onDone?.(answer)
    } catch (error) {
      change({ step: 'checked', problem: error })
    }
  }
  const close = (): void => {
    setOpen(false)
    setState(start)
  }

  const refused = badRowsOf(state.problem)
  const bad = state.answer === null || refused.length > 0 ? refused : state.answer.errors
  const busy = state.step === 'checking' || state.step === 'importing'
  const changes = Object.keys(props.counts).some((key) => key !== 'unchanged' && Number(state.answer?.[key] ?? 0) > 0)
  const ready = state.step === 'checked' && state.answer !== null && (bad.length === 0 || state.skipBad) && changes
  const file = state.file

  return (
    <>
      <Button onClick={() => setOpen(true)}>{props.label}</Button>
      <Modal
        open={open}
        width={720}
        title={props.title}
        onCancel={close}
        closable={!busy}
        mask={{ closable: false }}
        footer={[
          <Button key="back" onClick={close} disabled={busy}>
            {state.step === 'imported' ? text.close : text.back}
          </Button>,
          state.step === 'imported' ? null : (
            <Button
              key="act"
              type="primary"
              disabled={!ready}
              loading={state.step === 'importing'}
              onClick={() => {
                if (file !== null) void send(file, false)
              }}
            >
              {props.label}
            </Button>
          ),
        ]}
      >
        <div className="lx-upload">
          <FileChoice
            file={file}
            disabled={busy || state.step === 'imported'}
            accept={props.accept ?? '.csv,.xlsx'}
            template={props.template}
            onFile={(next) => void send(next, true)}
          />
          {busy ? (
            <p role="status">
              <progress max={1} value={state.share >= 1 ? undefined : state.share} />{' '}
              {state.share < 1 ? text.sending(Math.round(state.share * 100)) : state.step === 'checking' ? text.checking : ''}
            </p>
          ) : null}
          {refused.length > 0 ? null : (
            <ProblemNotice problem={state.problem} {...(file === null ? {} : { retry: () => void send(file, true) })} />
          )}
          {state.answer === null || busy ? null : (
            <div role="status">
              <StatusTag state={state.step === 'imported' ? 'done' : 'waiting'}>
                {state.step === 'imported' ? text.imported : text.checked}
              </StatusTag>
              <dl className="lx-counts">
                {Object.entries(props.counts).map(([key, label]) => (
                  <div key={key}>
                    <dt>{label}</dt>
                    <dd>{format.count(Number(state.answer?.[key] ?? 0))}</dd>
                  </div>
                ))}
              </dl>
              {state.step === 'checked' && !changes && bad.length === 0 ? <p>{text.nothingToImport}</p> : null}
            </div>
          )}
          <BadRows rows={bad} imported={state.step === 'imported'} />
          {props.leavesOut === true && state.step === 'checked' && state.answer !== null && bad.length > 0 && changes ? (
            <Checkbox checked={state.skipBad} onChange={(event) => change({ skipBad: event.target.checked })}>
              {text.skipBad}
            </Checkbox>
          ) : null}
        </div>
      </Modal>
    </>
  )
}
