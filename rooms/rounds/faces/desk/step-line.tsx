// The line of steps: what is over, where the round stands, what lies ahead; each a link to its part of the page.

import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { StatusTag, type Status } from '#ground/ui/desk/status-tag.tsx'
import { useWords } from '#ground/ui/words.ts'
import { addressOfRound, type Round } from './rounds.ts'
import { type Step, steps } from './steps.ts'
import { words } from './words.ts'

interface Props {
  readonly round: Round
  /** Where the round stands. */
  readonly now: Step
  /** Which part is open. */
  readonly open: Step
}

export function StepLine({ round, now, open }: Props) {
  const text = useWords(words)
  const over = round.state === 'closed'
  const at = steps.indexOf(now)
  const markOf = (index: number): readonly [Status, string] =>
    index < at || over ? ['done', text.stepDone] : index === at ? ['attention', text.stepNow] : ['waiting', text.stepAhead]
  return (
    <nav className="rounds-steps" aria-label={text.lineOfSteps}>
      <ol>
        {steps.map((step, index) => {
          const [status, word] = markOf(index)
          return (
            <li key={step} className={step === open ? 'rounds-step-open' : undefined} aria-current={step === open ? 'step' : undefined}>
              <PageLink to={addressOfRound(round, step)}>{text.steps[step]}</PageLink>
              <StatusTag state={status}>{word}</StatusTag>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
