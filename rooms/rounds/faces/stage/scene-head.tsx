// What stands over a list: its title and, where there are several, which page this is.

import { useWords } from '#ground/ui/words.ts'
import type { Page } from './paged.ts'
import { words } from './words.ts'

export function SceneHead({ title, page }: { readonly title: string; readonly page?: Pick<Page<unknown>, 'page' | 'pages'> }) {
  const text = useWords(words)
  return (
    <div className="scene-head">
      <h1>{title}</h1>
      {page !== undefined && page.pages > 1 && <p className="soft">{text.page(page.page, page.pages)}</p>}
    </div>
  )
}
