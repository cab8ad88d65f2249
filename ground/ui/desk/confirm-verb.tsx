// An act that needs a word: says what will happen, asks the reason and the effective date, and its button names the act.

import { Button, Input, Modal } from 'antd'
import { createContext, type ReactNode, useContext, useState } from 'react'
import { chinaDay } from '#ground/kernel/clock.ts'
import { readDay } from '../day.ts'
import { useWords } from '../words.ts'
import { DayInput } from './day-input.tsx'
import { Field } from './field.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { words } from './words.ts'

export interface Confirmed {
  /** Empty when none was asked or given. */
  readonly reason: string
  /** `YYYY-MM-DD`; today when none was asked. */
  readonly effective: string
}

export interface ConfirmVerbProps {
  /** The act, as on the button: 终止单位. */
  readonly label: string
  readonly title: string
  /** What will happen, and to whom. */
  readonly explain: ReactNode
  readonly asks?: { readonly reason?: 'required' | 'optional'; readonly effective?: true }
  readonly danger?: boolean
  readonly primary?: boolean
  readonly disabled?: boolean
  /** The dialog closes unless this gives undefined (a refusal, see `useVerb`) or throws. */
  readonly run: (confirmed: Confirmed) => Promise<unknown>
  readonly problem?: unknown
  /** Further fields. */
  readonly children?: ReactNode
}

/** Told when a dialog opens and closes, so that what offers the verb keeps it there while somebody types. */
export const DialogOpen = createContext<(isOpen: boolean) => void>(() => {})

export function ConfirmVerb(props: ConfirmVerbProps) {
  const { label, asks = {}, danger = false } = props
  const text = useWords(words)
  const [open, setShown] = useState(false)
  const tell = useContext(DialogOpen)
  const [pending, setPending] = useState(false)
  const [tried, setTried] = useState(false)
  const [thrown, setThrown] = useState<unknown>(null)
  const [reason, setReason] = useState('')
  const [effective, setEffective] = useState(() => chinaDay(Date.now()))
  const reasonMissing = asks.reason === 'required' && reason.trim() === ''
  const dayMissing = asks.effective === true && readDay(effective) === null

  const setOpen = (next: boolean): void => {
    setShown(next)
    tell(next)
  }

  const act = async (): Promise<void> => {
    setTried(true)
    if (reasonMissing || dayMissing || pending) return
    setPending(true)
    setThrown(null)
    try {
      const done = await props.run({ reason: reason.trim(), effective })
      if (done === undefined) return
      setOpen(false)
      setTried(false)
      setReason('')
    } catch (error) {
      setThrown(error)
    } finally {
      setPending(false)
    }
  }

  return (
    <>
      <Button
        danger={danger}
        type={props.primary === true ? 'primary' : 'default'}
        disabled={props.disabled === true}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      <Modal
        open={open}
        title={props.title}
        onCancel={() => setOpen(false)}
        destroyOnHidden
        footer={[
          <Button key="back" onClick={() => setOpen(false)}>
            {text.back}
          </Button>,
          <Button key="act" type="primary" danger={danger} loading={pending} onClick={() => void act()}>
            {label}
          </Button>,
        ]}
      >
        <div className="lx-confirm">
          <div>{props.explain}</div>
          {props.children}
          {asks.effective === true ? (
            <Field label={text.effective} required error={tried && dayMissing ? text.effectiveMissing : undefined}>
              {(input) => <DayInput input={input} value={effective} onChange={setEffective} />}
            </Field>
          ) : null}
          {asks.reason === undefined ? null : (
            <Field
              label={asks.reason === 'required' ? text.reason : text.reasonOptional}
              hint={text.reasonHint}
              required={asks.reason === 'required'}
              error={tried && reasonMissing ? text.reasonMissing : undefined}
            >
              {(input) => <Input.TextArea {...input} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />}
            </Field>
          )}
          <ProblemNotice problem={props.problem ?? thrown} />
        </div>
      </Modal>
    </>
  )
}
