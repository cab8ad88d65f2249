// The heads that a unit keeps: a list, and one to add or to change. Units below may choose them.

import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useMe } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { bulletins } from './bulletins.ts'
import { WordingsPart } from './wordings-part.tsx'
import { words } from './words.ts'

const blankHead = (unit: string) => ({ unit, id: newKey(), name: '', mark: '', prefix: '', copies: '', office: '', retired: false })

export function HeadsPanel({ onClose }: { readonly onClose: () => void }) {
  const text = useWords(words)
  const unit = useMe().acting?.unit ?? ''
  const asked = useAnswer(bulletins, 'letterheads', unit === '' ? null : { query: { unit } })
  const [typed, setTyped] = useState(() => blankHead(unit))
  const keep = useVerb(bulletins, 'keepLetterhead', { onDone: () => setTyped(blankHead(unit)) })
  const rows = asked.data?.rows ?? []
  const isNew = !rows.some((row) => row.id === typed.id)
  const fields = [
    ['name', text.headName, 50],
    ['mark', text.headMark, 40],
    ['prefix', text.prefix, 30],
    ['copies', text.headCopies, 500],
    ['office', text.headOffice, 100],
  ] as const
  const incomplete = typed.name.trim() === '' || typed.mark.trim() === '' || typed.office.trim() === ''
  return (
    <SidePanel title={text.templates} onClose={onClose}>
      <ProblemNotice problem={asked.error} retry={() => void asked.refetch()} />
      <h3>{text.heads}</h3>
      <p className="lx-hint">{rows.length === 0 ? text.headsNone : text.headsLead}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            {row.name} · {row.mark} {row.retired ? <span className="lx-quiet">{text.headRetired}</span> : null}{' '}
            {row.unit === unit ? (
              <Button size="small" aria-label={`${text.headChange} ${row.name}`} onClick={() => setTyped({ ...row })}>
                {text.headChange}
              </Button>
            ) : (
              <span className="lx-quiet">{text.headAbove}</span>
            )}
          </li>
        ))}
      </ul>
      <h3>{isNew ? text.headNew : text.headChange}</h3>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void keep.run({ body: typed })
        }}
      >
        {fields.map(([key, label, most]) => (
          <Field key={key} label={label} required={key !== 'copies' && key !== 'prefix'} error={keep.errorAt(`body.${key}`)}>
            {(input) => (
              <Input
                {...input}
                maxLength={most}
                value={typed[key]}
                onChange={(event) => setTyped({ ...typed, [key]: event.target.value })}
              />
            )}
          </Field>
        ))}
        {isNew ? null : (
          <p>
            <Checkbox checked={typed.retired} onChange={(event) => setTyped({ ...typed, retired: event.target.checked })}>
              {text.headRetire}
            </Checkbox>
          </p>
        )}
        <ProblemNotice problem={keep.problem} />
        <Button type="primary" htmlType="submit" loading={keep.pending} disabled={incomplete}>
          {text.headKeep}
        </Button>
      </form>
      <WordingsPart unit={unit} />
    </SidePanel>
  )
}
