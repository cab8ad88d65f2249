// The frame of every page: unit and period first, then the title, the acts, and export always last at the right.

import { type ReactNode, useEffect } from 'react'
import { type ExportChoice, ExportMenu } from './export-menu.tsx'
import { ScopeRow, type TimeOfPage } from './scope-row.tsx'

export interface PageFrameProps {
  readonly title: string
  readonly lead?: ReactNode
  readonly unit?: boolean
  /** Whether the units above the chosen one stand before it, as links. */
  readonly above?: boolean
  readonly period?: TimeOfPage
  /** Stands in place of the period, where a page asks for its time in another way: a day. */
  readonly time?: ReactNode
  readonly actions?: ReactNode
  readonly exports?: readonly ExportChoice[]
  /** A SidePanel beside the list. */
  readonly panel?: ReactNode
  readonly children: ReactNode
}

/** What index.html calls the whole thing. */
const product = document.title

export function PageFrame({
  title,
  lead,
  unit = true,
  above = false,
  period = true,
  time,
  actions,
  exports,
  panel,
  children,
}: PageFrameProps) {
  useEffect(() => {
    document.title = `${title} · ${product}`
  }, [title])
  const hasPanel = panel !== undefined && panel !== null && panel !== false
  return (
    <div className="lx-page">
      <ScopeRow unit={unit} above={above} time={time === undefined ? period : false} instead={time} />
      <header className="lx-page-head">
        <div>
          <h1>{title}</h1>
          {lead === undefined ? null : <p className="lx-quiet">{lead}</p>}
        </div>
        <div className="lx-page-acts">
          {actions}
          {exports === undefined ? null : <ExportMenu choices={exports} />}
        </div>
      </header>
      <div className={hasPanel ? 'lx-page-body lx-with-panel' : 'lx-page-body'}>
        <div className="lx-page-main">{children}</div>
        {hasPanel ? panel : null}
      </div>
    </div>
  )
}
