// What data there are, with one definition open beside the list.

import { useAddress } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { download } from '#ground/ui/client.ts'
import { DataTable } from '#ground/ui/desk/data-table.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import type { Column } from '#ground/ui/desk/table-columns.ts'
import { useText } from '#ground/ui/language.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { periodNames } from '../../core/period.ts'
import { DefinitionForm, DefinitionPanel } from './definition-panel.tsx'
import type { Definition } from './facts-client.ts'
import { facts } from './facts-client.ts'
import { ViewChoice } from './view-choice.tsx'
import { words } from './words.ts'
import type { Words } from './zh.ts'

function columnsOf(text: Words, say: ReturnType<typeof useText>): readonly Column<Definition>[] {
  return [
    { key: 'name', title: text.name, value: (row) => row.name, width: 220 },
    { key: 'source', title: text.source, value: (row) => row.source, width: 150 },
    { key: 'type', title: text.valueType, value: (row) => row.measure ?? text.types[row.type], width: 110 },
    { key: 'period', title: text.how, value: (row) => say(periodNames[row.period]), width: 110 },
    { key: 'statedBy', title: text.statedBy, value: (row) => text.staters[row.statedBy], width: 120 },
    {
      key: 'state',
      title: text.standing,
      value: (row) => (row.retiredOn === null ? text.living : text.retired(row.retiredOn)),
      render: (row) => (
        <StatusTag state={row.retiredOn === null ? 'done' : 'waiting'}>
          {row.retiredOn === null ? text.living : text.retired(row.retiredOn)}
        </StatusTag>
      ),
      width: 150,
    },
    { key: 'id', title: text.id, value: (row) => row.id, width: 180 },
  ]
}

export function DefinitionsView() {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const [address, setAddress] = useAddress()
  const asked = useAnswer(facts, 'definitions', { query: { retired: 'true' } })
  const open = address['open'] ?? null
  const row = asked.data?.definitions.find(({ id }) => id === open)
  const close = (): void => setAddress({ open: null })
  const panel =
    open === 'define.' ? (
      <DefinitionForm onClose={close} onDone={({ id }) => setAddress({ open: id })} />
    ) : row === undefined ? null : (
      <DefinitionPanel key={row.id} definition={row} onClose={close} />
    )
  return (
    <PageFrame
      title={text.title}
      lead={text.lead}
      period="today"
      actions={
        may('facts.define') ? (
          <Button type="primary" onClick={() => setAddress({ open: 'define.' })}>
            {text.define}
          </Button>
        ) : null
      }
      exports={(['xlsx', 'csv'] as const).map((format) => ({
        label: text[format],
        run: () => download(facts, 'exportDefinitions', { query: { format } }),
      }))}
      panel={panel}
    >
      <ViewChoice value="definitions" />
      <DataTable
        name="facts.definitions"
        caption={text.definitionsCaption}
        rows={asked.data?.definitions}
        rowKey={({ id }) => id}
        columns={columnsOf(text, say)}
        openKey={open}
        onOpen={({ id }) => setAddress({ open: id })}
        onClose={close}
        empty={{ title: text.definitionsEmpty, next: text.definitionsEmptyNext }}
        problem={asked.error}
        retry={() => void asked.refetch()}
      />
    </PageFrame>
  )
}
