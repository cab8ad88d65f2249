// The frame of every page: unit and period first, then the title, the acts, and export always last at the right.

import { type ReactNode, useEffect } from 'react'
import { useWords } from '../words.ts'
import { MenuButton } from './menu-button.tsx'
import { ScopeRow, type TimeOfPage } from './scope-row.tsx'
import { words } from './words.ts'

export interface ExportChoice {
  /** `XLSX`, `CSV` */
  readonly label: string
  /** Fetches the file and hands it over: `() => download(units, 'export', …)`. */
  readonly run: () => Promise<unknown>
}

export interface PageFrameProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly unit?: boolean
  /** Whether the units above the chosen one stand before it, as links. */
  readonly above?: boolean
  readonly period?: TimeOfPage
  readonly actions?: ReactNode
  readonly exports?: readonly ExportChoice[]
  /** A SidePanel beside the list. */
  readonly panel?: ReactNode
  readonly children: ReactNode
}

/** What index.html calls the whole thing. */
const product = document.title

function Exports({ choices }: { readonly choices: readonly ExportChoice[] }) {
  const text = useWords(words)
  const items = choices.map((choice, index) => ({ key: String(index), label: choice.label }))
  return (
    <MenuButton items={items} align="end" onChoose={(key) => void choices[Number(key)]?.run()}>
      {text.export}
    </MenuButton>
  )
}

export function PageFrame({ title, lead, unit = true, above = false, period = true, actions, exports, panel, children }: PageFrameProps) {
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title])
  const hasPanel = panel !== undefined && panel !== null && panel !== false
  return (
    <div className="lx-page">
      <ScopeRow unit={unit} above={above} time={period} />
      <header className="lx-page-head">
        <div>
          <h1>{title}</h1>
          {lead === undefined ? null : <p className="lx-quiet">{lead}</p>}
        </div>
        <div className="lx-page-acts">
          {actions}
          {exports === undefined || exports.length === 0 ? null : <Exports choices={exports} />}
        </div>
      </header>
      <div className={hasPanel ? 'lx-page-body lx-with-panel' : 'lx-page-body'}>
        <div className="lx-page-main">{children}</div>
        {hasPanel ? panel : null}
      </div>
    </div>
  )
}
