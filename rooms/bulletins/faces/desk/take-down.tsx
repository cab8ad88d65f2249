// Taking one picture out of a published bulletin: the reason is told to everybody who reads it.

import { useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { verbNames } from '../../core/state.ts'
import { bulletins, type BulletinRecord, paramsOf } from './bulletins.ts'
import { words } from './words.ts'

interface TakeDownProps {
  readonly record: BulletinRecord
  readonly picture: string
}

export function TakeDown({ record, picture }: TakeDownProps) {
  const text = useWords(words)
  const label = useText()(verbNames.takeDown)
  const verb = useVerb(bulletins, 'takeDown')
  const run = ({ reason }: { readonly reason: string }) => verb.run({ params: { ...paramsOf(record), picture }, body: { reason } })
  return (
    <ConfirmVerb
      danger
      label={label}
      title={label}
      explain={text.takeDownExplain}
      asks={{ reason: 'required' }}
      problem={verb.problem}
      run={run}
    />
  )
}
