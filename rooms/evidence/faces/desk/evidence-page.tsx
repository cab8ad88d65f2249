// Evidence of the chosen unit and time as pictures, with one open beside them.

import { Button, Radio, Skeleton } from 'antd'
import { useAddress } from '#ground/ui/address.ts'
import { EmptyState } from '#ground/ui/desk/empty-state.tsx'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useLive } from '#ground/ui/live.ts'
import { useMay } from '#ground/ui/me.ts'
import { daysOf } from '#ground/ui/period.ts'
import { usePeriod, useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import { phases } from '../../core/item.ts'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { EvidenceGrid } from './evidence-grid.tsx'
import './evidence.css'
import { keyOf } from './evidence.ts'
import { ItemPanel } from './item-panel.tsx'
import { NothingSaid, StateNothing } from './nothing.tsx'
import { PhoneLink } from './phone-link.tsx'
import { UploadEvidence } from './upload-evidence.tsx'
import { useItems } from './use-items.ts'
import { words } from './words.ts'

export default function EvidencePage() {
  const text = useWords(words)
  const { code, name } = useUnit()
  const [period] = usePeriod()
  const [address, setAddress] = useAddress()
  const may = useMay()
  useLive(['evidence'])
  const items = useItems({ below: code, ...daysOf(period) })
  const phase = address['phase'] ?? ''
  const rows = items.rows?.filter((row) => phase === '' || row.phase === phase)
  const open = address['open'] ?? null
  const [unit, id] = open?.split('.') ?? []
  const close = (): void => setAddress({ open: null })
  const panel = unit === undefined || id === undefined ? null : <ItemPanel key={open} unit={unit} id={id} onClose={close} />
  const choices = [{ value: '', label: text.anyPhase }, ...phases.map((value) => ({ value, label: text.phases[value] }))]
  const days = daysOf(period)
  const actions = (
    <>
      <PageLink to="/desk/evidence/spots">{text.spots}</PageLink>
      {may('evidence.upload') ? <PhoneLink /> : null}
      {may('evidence.upload') ? <UploadEvidence unit={code} unitName={name} keepDays={items.keepDays} filmBytes={items.filmBytes} /> : null}
    </>
  )
  const isVillage = code.length >= 12
  const mayState = may('evidence.upload') && isVillage && items.nothing.length === 0
  return (
    <PageFrame title={text.title} lead={text.lead} actions={actions} panel={panel}>
      <Radio.Group
        aria-label={text.phase}
        optionType="button"
        value={phase}
        options={choices}
        onChange={(event) => setAddress({ phase: String(event.target.value) || null })}
      />
      <ProblemNotice problem={items.problem} retry={items.retry} />
      <NothingSaid nothing={items.nothing} />
      {rows === undefined ? (
        items.problem === null ? (
          <Skeleton active />
        ) : null
      ) : rows.length === 0 && items.more === null ? (
        <>
          {items.nothing.length === 0 ? <EmptyState title={text.empty} next={text.emptyNext} /> : null}
          {mayState ? <StateNothing unit={code} unitName={name} {...days} /> : null}
        </>
      ) : (
        <EvidenceGrid rows={rows} openKey={open} onOpen={(row) => setAddress({ open: keyOf(row) })} />
      )}
      {items.more === null ? null : (
        <Button loading={items.pending} onClick={items.more}>
          {text.more}
        </Button>
      )}
    </PageFrame>
  )
}
