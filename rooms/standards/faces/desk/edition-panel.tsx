// One edition beside the list: where it stands, how much it holds, and the verbs that the acting post may take now.

import { Input } from 'antd'
import { useState } from 'react'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { MenuButton } from '#ground/ui/desk/menu-button.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useLanguage, useText } from '#ground/ui/language.ts'
import { useMay, useMe } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { originNames } from '../../core/list-words.ts'
import { DropDraft, ReturnDraft, ReturnNote } from './draft-verbs.tsx'
import { ImportBook } from './import-book.tsx'
import { pageOf, type Row, standards, titled, useShown } from './standards.ts'
import { StateTag } from './state-tag.tsx'
import './standards.css'
import { words } from './words.ts'

interface PanelProps {
  readonly row: Row
  readonly onClose: () => void
  readonly onOpen: (id: string) => void
}

function Copy({ row, onOpen }: Omit<PanelProps, 'onClose'>) {
  const text = useWords(words)
  const { acting } = useMe()
  const [id, setId] = useState(row.id)
  const [title, setTitle] = useState(row.title)
  const verb = useVerb(standards, 'copy', { onDone: (made) => onOpen(made.id) })
  const run = () => verb.run({ body: { unit: acting?.unit ?? '', from: row.id, id: id.trim(), title } })
  return (
    <ConfirmVerb label={text.copy} title={text.copy} explain={text.copyExplain} problem={verb.problem} run={run}>
      <Field label={text.newId} hint={text.newIdHint} required error={verb.errorAt('body.id')}>
        {(input) => <Input {...input} maxLength={120} value={id} onChange={(event) => setId(event.target.value)} />}
      </Field>
      <Field label={text.newTitle} required error={verb.errorAt('body.title')}>
        {(input) => <Input {...input} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />}
      </Field>
    </ConfirmVerb>
  )
}

function Issue({ row }: Pick<PanelProps, 'row'>) {
  const text = useWords(words)
  const verb = useVerb(standards, 'issue')
  const run = () => verb.run({ body: { id: row.id, digest: row.digest } })
  return <ConfirmVerb primary label={text.issue} title={text.issue} explain={text.issueExplain} problem={verb.problem} run={run} />
}

function Retire({ row }: Pick<PanelProps, 'row'>) {
  const text = useWords(words)
  const verb = useVerb(standards, 'retire')
  const run = ({ reason }: { readonly reason: string }) => verb.run({ body: { id: row.id, reason } })
  const asks = { reason: 'required' } as const
  return (
    <ConfirmVerb danger label={text.retire} title={text.retire} explain={text.retireExplain} asks={asks} problem={verb.problem} run={run} />
  )
}

export function EditionPanel({ row, onClose, onOpen }: PanelProps) {
  const text = useWords(words)
  const may = useMay()
  const asked = useAnswer(standards, 'get', { query: { id: row.id } })
  const shown = useShown(asked.data)
  const [language] = useLanguage()
  const say = useText()
  const counts = shown?.counts
  const notice = shown?.pack.notice ?? ''
  return (
    <SidePanel
      title={titled(row, language)}
      onClose={onClose}
      actions={
        <>
          {row.may.includes('issue') ? <Issue row={row} /> : null}
          {row.may.includes('return') && shown !== undefined ? <ReturnDraft row={row} pack={shown.pack} /> : null}
          {row.may.includes('revise') ? <ImportBook id={row.id} onDone={onOpen} /> : null}
          {may('standards.draft') ? <Copy row={row} onOpen={onOpen} /> : null}
          <MenuButton
            align="start"
            items={[
              { key: 'xlsx', label: text.xlsx },
              { key: 'json', label: text.json },
            ]}
            onChoose={(key) => void download(standards, 'export', { query: { id: row.id, format: key === 'json' ? 'json' : 'xlsx' } })}
          >
            {text.export}
          </MenuButton>
          {row.may.includes('retire') ? <Retire row={row} /> : null}
          {row.may.includes('drop') && shown !== undefined ? <DropDraft record={shown} onDone={onClose} /> : null}
        </>
      }
    >
      {notice === '' ? null : <p className="standards-notice">{notice}</p>}
      <ReturnNote row={row} pack={shown?.pack} />
      {row.needsSecond && row.returned?.mended !== false ? <p className="standards-notice">{text.secondNote}</p> : null}
      <p className="standards-links">
        {row.may.includes('revise') ? (
          <PageLink to={`/desk/standards/draft?id=${encodeURIComponent(row.id)}`}>{text.editRows}</PageLink>
        ) : null}
        <PageLink to={pageOf(row.id)}>{text.openEdition}</PageLink>
        <PageLink to={`/desk/standards/charts?id=${encodeURIComponent(row.id)}`}>{text.print}</PageLink>
        {row.replaces === null ? null : (
          <PageLink to={`/desk/standards/compare?before=${encodeURIComponent(row.replaces)}&after=${encodeURIComponent(row.id)}`}>
            {text.compare}
          </PageLink>
        )}
      </p>
      <Facts
        items={[
          { label: text.state, value: <StateTag row={row} /> },
          { label: text.edition, value: row.id },
          {
            label: text.counts,
            value: counts === undefined ? text.none : text.countsText(counts.stars, counts.tasks, counts.criteria, counts.bottomLines),
          },
          { label: text.owner, value: row.owner.name },
          { label: text.origin, value: say(originNames[row.origin]) },
          { label: text.replaces, value: row.replaces ?? text.none },
          { label: text.draftedOn, value: row.draftedOn },
          { label: text.issuedOn, value: row.issuedOn ?? text.none },
          ...(row.retiredOn === null ? [] : [{ label: text.retiredOn, value: row.retiredOn }]),
          { label: text.uses, value: text.usesCount(row.uses) },
          { label: text.digest, value: <code className="standards-digest">{row.digest}</code> },
        ]}
      />
    </SidePanel>
  )
}
