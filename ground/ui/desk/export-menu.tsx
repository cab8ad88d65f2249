// Export of a list: one button, the formats below it.

import { useWords } from '../words.ts'
import { MenuButton } from './menu-button.tsx'
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
    <MenuButton items={items} align="end" onChoose={(key) => void choices[Number(key)]?.run()}>
      {text.export}
    </MenuButton>
  )
}
