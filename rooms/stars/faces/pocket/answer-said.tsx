// What was answered to a row, by shape, colour and word.

import type { ReactNode } from 'react'
import { useText } from '#ground/ui/language.ts'
import { answerNames } from '../../core/self-check.ts'
import type { Answer } from '../../core/self-check.ts'

const looks = { met: 'done', 'not-yet': 'attention', 'not-applicable': 'quiet' } as const
const shapes = { met: '●', 'not-yet': '▲', 'not-applicable': '○' } as const

interface Props {
  readonly answer: Answer | null
  /** Where nothing was answered. */
  readonly none: string
  readonly children?: ReactNode
}

export function AnswerSaid({ answer, none, children }: Props) {
  const say = useText()
  return (
    <span className={answer === null ? 'quiet' : looks[answer]}>
      {answer === null ? none : `${shapes[answer]} ${say(answerNames[answer])}`}
      {children}
    </span>
  )
}
