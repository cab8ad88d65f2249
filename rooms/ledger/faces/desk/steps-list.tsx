// What happened to an entry: which office took which step, with its words and its day. Never which person.

import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { roles } from '#rooms/people/core/roles.ts'
import { verbNames } from '../../core/state.ts'
import type { LedgerRecord } from './ledger.ts'
import { words } from './words.ts'
import type { Words } from './zh.ts'

type Step = LedgerRecord['steps'][number]

function dayText(step: Step, text: Words): string | null {
  if (step.due === null) return step.days === null ? null : `${text.termDays} ${step.days} · ${text.noCalendar}`
  if (step.verb === 'askExtension') return text.wanted(step.due)
  return step.verb === 'closeOut' ? text.lookBackDay(step.due) : text.until(step.due)
}

function decision(step: Step, text: Words): string | null {
  const { verb, granted } = step
  if (granted === null || (verb !== 'arbitrate' && verb !== 'decideExtension' && verb !== 'lookBack')) return null
  return text.granted[verb][granted ? 'yes' : 'no']
}

function escalation(step: Step, text: Words): string | null {
  return step.verb === 'escalate' && step.told !== null ? text.escalated(step.told.name, step.level === 3, step.days) : null
}

export function StepsList({ steps }: Pick<LedgerRecord, 'steps'>) {
  const text = useWords(words)
  const say = useText()
  const { moment } = useFormat()
  return (
    <>
      <h3>{text.history}</h3>
      <ol>
        {steps.map((step, index) => {
          const role = roles.find((one) => one.id === step.role)
          const byHouse = step.verb === 'escalate' ? text.byHouse : null
          const who = [byHouse, step.unit?.name, role === undefined ? null : say(role.title)].filter((part) => part != null).join(' · ')
          const more = [
            escalation(step, text),
            decision(step, text),
            dayText(step, text),
            step.evidence.length === 0 ? null : text.evidence(step.evidence.length),
          ]
          return (
            // Steps are only ever appended, so their place is their key.
            <li key={index}>
              <strong>{say(verbNames[step.verb])}</strong> {more.filter((part) => part !== null).join(' · ')}
              <div className="lx-quiet">
                {moment(step.at)} {who}
              </div>
              {step.text === '' ? null : <p style={{ whiteSpace: 'pre-wrap', margin: '4px 0' }}>{step.text}</p>}
            </li>
          )
        })}
      </ol>
    </>
  )
}
