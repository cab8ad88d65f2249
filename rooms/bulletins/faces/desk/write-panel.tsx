// Writing a bulletin: a new one, or a revision of a draft. What is typed is kept on this device until it is saved.

import { useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { Field } from '#ground/ui/desk/field.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useDraft } from '#ground/ui/draft.ts'
import { useText } from '#ground/ui/language.ts'
import { useMe } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { verbNames } from '../../core/state.ts'
import { BlocksField } from './blocks-field.tsx'
import type { Block, BulletinRecord } from './bulletins.ts'
import { bulletins, paramsOf } from './bulletins.ts'
import { HeadFields } from './head-fields.tsx'
import type { Head } from './head-fields.tsx'
import { words } from './words.ts'

const audiences = ['below', 'public', 'own'] as const

interface WritePanelProps {
  /** null: a new one. */
  readonly record: BulletinRecord | null
  readonly onClose: () => void
  readonly onDone: (record: BulletinRecord) => void
}

/** What is kept on the device: plain texts. */
const typedOf = (record: BulletinRecord | null, unitName: string) => ({
  title: record?.title ?? '',
  addressee: record?.addressee ?? '',
  issuer: record?.issuer ?? unitName,
  audience: (record?.audience ?? 'below') as string,
  letterhead: JSON.stringify(record?.letterhead ?? null),
  attachments: (record?.attachments ?? []).join('\n'),
  blocks: JSON.stringify(record?.blocks ?? [{ kind: 'paragraph', text: '' }]),
})

export function WritePanel({ record, onClose, onDone }: WritePanelProps) {
  const text = useWords(words)
  const say = useText()
  const { acting } = useMe()
  const [id] = useState(newKey)
  const name = record === null ? 'bulletins.draft' : `bulletins.revise.${record.id}.${record.digest.slice(0, 12)}`
  const draft = useDraft(name, typedOf(record, acting?.unitName ?? ''), { personal: true })
  const done = (saved: BulletinRecord): void => {
    draft.clear()
    onDone(saved)
  }
  const begin = useVerb(bulletins, 'draft', { onDone: done })
  const revise = useVerb(bulletins, 'revise', { onDone: done })
  const verb = record === null ? begin : revise
  const typed = draft.value
  const blocks = JSON.parse(typed.blocks) as readonly Block[]
  const send = (): void => {
    const written = {
      title: typed.title,
      addressee: typed.addressee,
      issuer: typed.issuer,
      audience: audiences.find((one) => one === typed.audience) ?? 'below',
      letterhead: JSON.parse(typed.letterhead) as Head | null,
      attachments: typed.attachments
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
      blocks: blocks.filter((block) => block.kind === 'table' || block.kind === 'picture' || block.text.trim() !== ''),
    }
    if (record === null) void begin.run({ body: { ...written, id, unit: acting?.unit ?? '' } })
    else void revise.run({ params: paramsOf(record), body: written })
  }
  return (
    <SidePanel title={record === null ? text.draft : say(verbNames.revise)} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <Field label={text.heading} required error={verb.errorAt('body.title')}>
          {(input) => (
            <Input.TextArea
              {...input}
              autoSize={{ minRows: 1, maxRows: 3 }}
              maxLength={200}
              value={typed.title}
              onChange={(event) => draft.set({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label={text.addressee} hint={text.addresseeHint}>
          {(input) => (
            <Input {...input} maxLength={300} value={typed.addressee} onChange={(event) => draft.set({ addressee: event.target.value })} />
          )}
        </Field>
        <BlocksField value={blocks} onChange={(next) => draft.set({ blocks: JSON.stringify(next) })} />
        <Field label={text.attachments} hint={text.attachmentsHint}>
          {(input) => (
            <Input.TextArea
              {...input}
              rows={2}
              value={typed.attachments}
              onChange={(event) => draft.set({ attachments: event.target.value })}
            />
          )}
        </Field>
        <Field label={text.issuer} required error={verb.errorAt('body.issuer')}>
          {(input) => (
            <Input {...input} maxLength={100} value={typed.issuer} onChange={(event) => draft.set({ issuer: event.target.value })} />
          )}
        </Field>
        <HeadFields
          unit={record?.unit ?? acting?.unit ?? ''}
          value={JSON.parse(typed.letterhead) as Head | null}
          onChange={(head) => draft.set({ letterhead: JSON.stringify(head) })}
        />
        <Field label={text.audience} required>
          {() => (
            <Radio.Group
              aria-label={text.audience}
              value={typed.audience}
              options={audiences.map((value) => ({ value, label: text.audiences[value] }))}
              onChange={(event) => draft.set({ audience: audiences.find((one) => one === event.target.value) ?? 'below' })}
            />
          )}
        </Field>
        <ProblemNotice problem={verb.problem} />
        <Button type="primary" htmlType="submit" loading={verb.pending} disabled={typed.title.trim() === '' || typed.issuer.trim() === ''}>
          {text.save}
        </Button>
      </form>
    </SidePanel>
  )
}
