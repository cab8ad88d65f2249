// A masked personal value: looking at the whole of it is asked for, and logged by the server.

import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useWords } from '../words.ts'
import { ProblemNotice } from './problem-notice.tsx'
import { words } from './words.ts'

export interface MaskedValueProps {
  /** 138****1234 */
  readonly masked: string
  /** 手机号 */
  readonly label: string
  readonly reveal: () => Promise<string>
}

export function MaskedValue({ masked, label, reveal }: MaskedValueProps) {
  const text = useWords(words)
  const [whole, setWhole] = useState<string | null>(null)
  const [problem, setProblem] = useState<unknown>(null)
  const look = async (): Promise<void> => {
    setProblem(null)
    try {
      setWhole(await reveal())
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
          description={text.revealNote}
          okText={text.reveal}
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
