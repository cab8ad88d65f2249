// One unit beside the list: what it is, how it came about, its organisations, who is responsible for it.

import { Button, Radio } from 'antd'
import { covers } from '#ground/kernel/code.ts'
import { useAddress } from '#ground/ui/address.ts'
import { useAnswer } from '#ground/ui/answers.ts'
import { Facts } from '#ground/ui/desk/facts.tsx'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useMay, useMe } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { LinksTab } from './links-tab.tsx'
import { OrganisationsTab } from './organisations-tab.tsx'
import { UnitActs } from './unit-acts.tsx'
import { UnitHistory } from './unit-history.tsx'
import { units, type Unit } from './units.ts'
import { words } from './words.ts'
import type { Words } from './zh.ts'

function kindText(text: Words, unit: Unit): string {
  if (unit.kind === null) return text.levels[unit.level] ?? text.noKind
  if (unit.kindOfficial === null || unit.kind === unit.kindOfficial) return text.official(text.kinds[unit.kind])
  return text.overridden(text.kinds[unit.kind], text.kinds[unit.kindOfficial])
}

function UnitFacts({ unit }: { readonly unit: Unit }) {
  const text = useWords(words)
  const format = useFormat()
  const below = unit.below.map((each) => text.counts(format.count(each.count), text.levels[each.level] ?? ''))
  return (
    <Facts
      items={[
        { label: text.code, value: <span className="lx-figures">{unit.code}</span> },
        { label: text.path, value: unit.path.map((each) => each.name).join(' › ') || text.noKind },
        { label: text.kind, value: kindText(text, unit) },
        { label: text.below, value: below.join('，') || text.noKind },
        { label: text.validity, value: text.fromTo(unit.from, unit.to) },
      ]}
    />
  )
}

export interface UnitPanelProps {
  readonly code: string
  readonly day: string
  readonly onClose: () => void
  readonly onEnter: () => void
}

export function UnitPanel({ code, day, onClose, onEnter }: UnitPanelProps) {
  const text = useWords(words)
  const may = useMay()
  const { acting } = useMe()
  const [address, setAddress] = useAddress()
  const answer = useAnswer(units, 'get', { params: { code }, query: { asOf: day } })
  const unit = answer.data
  if (unit === undefined) {
    return (
      <SidePanel title={code} onClose={onClose}>
        <ProblemNotice problem={answer.error} retry={() => void answer.refetch()} />
      </SidePanel>
    )
  }
  const own = acting !== null && (acting.role === 'operator' || covers([acting.unit], code))
  const tabs = [
    { key: 'facts', label: text.tabs.facts, children: <UnitFacts unit={unit} /> },
    { key: 'history', label: text.tabs.history, children: <UnitHistory code={code} /> },
    ...(may('units.readOrganisations')
      ? [{ key: 'organisations', label: text.tabs.organisations, children: <OrganisationsTab unit={unit} day={day} own={own} /> }]
      : []),
    ...(may('units.readLinks') && own ? [{ key: 'links', label: text.tabs.links, children: <LinksTab unit={unit} day={day} /> }] : []),
  ]
  const tab = tabs.find((each) => each.key === address['tab']) ?? tabs[0]
  return (
    <SidePanel
      title={unit.name}
      onClose={onClose}
      actions={
        <>
          {unit.below.length > 0 ? <Button onClick={onEnter}>{text.goInside}</Button> : null}
          {own ? <UnitActs key={`${unit.code} ${unit.from}`} unit={unit} /> : null}
        </>
      }
    >
      <Radio.Group
        optionType="button"
        aria-label={unit.name}
        value={tab?.key}
        onChange={(event) => setAddress({ tab: String(event.target.value) })}
        options={tabs.map(({ key, label }) => ({ value: key, label }))}
      />
      {tab?.children}
    </SidePanel>
  )
}
