// Detail beside the list, never on top of it. Esc closes it (the table's keyboard does that too).

import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words.ts'
import { words } from './words.ts'

export interface SidePanelProps {
  readonly title: ReactNode
  readonly onClose: () => void
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function SidePanel({ title, onClose, actions, children }: SidePanelProps) {
  const text = useWords(words)
  return (
    <section
      className="lx-panel"
      aria-label={typeof title === 'string' ? title : text.close}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <header>
        <h2>{title}</h2>
        <Button type="text" onClick={onClose}>
          {text.close}
        </Button>
      </header>
      {actions === undefined ? null : <div className="lx-panel-actions">{actions}</div>}
      <div className="lx-panel-body">{children}</div>
    </section>
  )
}
