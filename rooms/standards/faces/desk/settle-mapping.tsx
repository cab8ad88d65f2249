// One tap sets the mapping from the edition before by what is written in the draft; what was said of renamed ids stays.

import { Button } from 'antd'
import { useAnswer } from '#ground/ui/answers.ts'
import { ProblemNotice } from '#ground/ui/desk/problem-notice.tsx'
import { useWords } from '#ground/ui/words.ts'
import { settledMapping } from '../../core/book-mapping.ts'
import type { DraftBook } from './draft-book.ts'
import { standards } from './standards.ts'
import { words } from './words.ts'

export function SettleMapping({ draft }: { readonly draft: DraftBook }) {
  const text = useWords(words)
  const { book, checked, change } = draft
  const edition = book.info.find(({ key }) => key === 'replaces')?.['value'] ?? ''
  const asked = useAnswer(standards, 'get', edition === '' ? null : { query: { id: edition } })
  const before = asked.data?.pack
  if (edition === '') return <p className="lx-quiet">{text.noBefore}</p>
  return (
    <div className="lx-scope">
      <Button
        disabled={before === undefined || checked.pack === null}
        onClick={() => {
          if (before !== undefined && checked.pack !== null) change(settledMapping(book, before, checked.pack))
        }}
      >
        {text.settle}
      </Button>
      <span className="lx-quiet">{text.settleHint}</span>
      <ProblemNotice problem={asked.error} />
    </div>
  )
}
