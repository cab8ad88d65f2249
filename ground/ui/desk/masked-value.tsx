// A masked personal value: looking at the whole of it is asked for, and logged by the server.

import { Button, Input, Popconfirm } from 'antd'
import { useState } from 'react'
import { useWords } from '../words.ts'
import { Field } from './field.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { words } from './words.ts'

export interface MaskedValueProps {
  /** 138****1234 */
  readonly masked: string
  /** 手机号 */
  readonly label: string
  /** Asks why before it shows; the reason is logged with the look. */
  readonly asksReason?: boolean
  /** Gets the reason, empty unless one is asked. */
  readonly reveal: (reason: string) => Promise<string>
}

export function MaskedValue({ masked, label, asksReason = false, reveal }: MaskedValueProps) {
  const text = useWords(words)
  const [whole, setWhole] = useState<string | null>(null)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<unknown>(null)
  const look = async (): Promise<void> => {
    setProblem(null)
    try {
      setWhole(await reveal(reason.trim()))
      setReason('')
    } catch (error) {
      setProblem(error)
    }
  }
  return (
    <span className="lx-masked">
      <span className="lx-figures">{whole ?? masked}</span>
      {whole === null ? (
        <Popconfirm
          title={text.revealTitle(label)}
          icon={null}
          description={
            <div className="lx-reveal">
              <p>{text.revealNote}</p>
              {asksReason ? (
                <Field label={text.reason} required>
                  {(input) => <Input {...input} value={reason} onChange={(event) => setReason(event.target.value)} />}
                </Field>
              ) : null}
            </div>
          }
          okText={text.reveal}
          okButtonProps={{ disabled: asksReason && reason.trim() === '' }}
          cancelText={text.keepMasked}
          onConfirm={look}
        >
          <Button type="link" size="small" aria-label={text.revealTitle(label)}>
            {text.reveal}
          </Button>
        </Popconfirm>
      ) : (
        <Button type="link" size="small" onClick={() => setWhole(null)}>
          {text.hide}
        </Button>
      )}
      <ProblemNotice problem={problem} />
    </span>
  )
}
