// Export of a list: one button, the formats below it.

import { Button, Dropdown } from 'antd'
import { useWords } from '../words.ts'
import { words } from './words.ts'

export interface ExportChoice {
  /** `XLSX`, `CSV` */
  readonly label: string
  /** Fetches the file and hands it over: `() => download(units, 'export', …)`. */
  readonly run: () => Promise<unknown>
}

export function ExportMenu({ choices }: { readonly choices: readonly ExportChoice[] }) {
  const text = useWords(words)
  if (choices.length === 0) return null
  const items = choices.map((choice, index) => ({ key: String(index), label: choice.label }))
  return (
    <Dropdown menu={{ items, onClick: ({ key }) => void choices[Number(key)]?.run() }} trigger={['click']} placement="bottomRight">
      <Button>{text.export} ▾</Button>
    </Dropdown>
  )
}
