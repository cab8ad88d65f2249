// Notices to the acting post, or those it sent, with one open beside the list.

import { useAddress } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useLive } from '#ground/ui/live.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import { AnnouncePanel } from './announce-panel.tsx'
import { columnsOf, filtersOf } from './columns.tsx'
import { MailPanel } from './mail-panel.tsx'
import { NoticePanel } from './notice-panel.tsx'
import { keyOf, notices } from './notices.ts'
import { words } from './words.ts'

export default function NoticesPage() {
  const text = useWords(words)
  const may = useMay()
  const [address, setAddress] = useAddress()
  const [before, setBefore] = useState<string | null>(null)
  useLive(['notices', 'ledger', 'stars', 'rounds'])
  const sent = address['view'] === 'sent' && may('notices.send')
  const query = before === null ? {} : { before }
  const asked = useAnswer(notices, sent ? 'sent' : 'inbox', { query })
  const put = useVerb(notices, 'mark')
  const rows = asked.data?.rows
  const mark = asked.data?.mark ?? null
  const open = address['open'] ?? null
  const [unit, id] = open?.split('.') ?? []
  const close = (): void => setAddress({ open: null })
  const newest = rows?.[0]?.at
  const fresh = !sent && before === null && newest !== undefined && (mark === null || newest > mark)
  const panel =
    open === 'send' ? (
      <AnnouncePanel onClose={close} onDone={() => setAddress({ open: null, view: 'sent' })} />
    ) : open === 'mail' ? (
      <MailPanel onClose={close} />
    ) : unit === undefined || id === undefined ? null : (
      <NoticePanel key={open} unit={unit} id={id} onClose={close} />
    )
  const choose = (view: string): void => {
    setBefore(null)
    setAddress({ view, open: null })
  }
  return (
    <PageFrame
      title={text.title}
      lead={text.lead}
      actions={
        <>
          <Button onClick={() => setAddress({ open: 'mail' })}>{text.mail}</Button>
          {fresh ? (
            <Button title={text.putAwayHint} loading={put.pending} onClick={() => void put.run({ body: { until: newest } })}>
              {text.putAway}
            </Button>
          ) : null}
          {may('notices.send') ? (
            <Button type="primary" onClick={() => setAddress({ open: 'send' })}>
              {text.announce}
            </Button>
          ) : null}
        </>
      }
      panel={panel}
    >
      <ProblemNotice problem={put.problem} />
      <DataTable
        name={sent ? 'notices-sent' : 'notices'}
        caption={text.caption}
        rows={rows}
        rowKey={keyOf}
        columns={columnsOf(text, sent, mark)}
        filters={filtersOf(text)}
        controls={
          may('notices.send') ? (
            <Radio.Group
              aria-label={text.views}
              optionType="button"
              value={sent ? 'sent' : 'inbox'}
              options={[
                { value: 'inbox', label: text.inbox },
                { value: 'sent', label: text.sent },
              ]}
              onChange={(event) => choose(String(event.target.value))}
            />
          ) : null
        }
        openKey={open}
        onOpen={(row) => setAddress({ open: keyOf(row) })}
        onClose={close}
        empty={sent ? { title: text.emptySent, next: text.emptySentNext } : { title: text.empty, next: text.emptyNext }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
      <p className="lx-quiet">
        {text.phone} <a href="/pocket/notices">{`${location.origin}/pocket/notices`}</a>
      </p>
      {asked.data?.more === true ? <Button onClick={() => setBefore(rows?.at(-1)?.at ?? null)}>{text.more}</Button> : null}
    </PageFrame>
  )
}
