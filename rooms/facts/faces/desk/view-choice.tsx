// Which of the lists of this page is shown; kept in the address.

import { useAddress } from '#ground/ui/address.ts'
import { useWords } from '#ground/ui/words.ts'
import { Radio } from 'antd'
import { words } from './words.ts'

export const views = ['facts', 'unit', 'certificates', 'cases', 'reviews', 'doubts', 'definitions'] as const
export type View = (typeof views)[number]

export function ViewChoice({ value }: { readonly value: View }) {
  const text = useWords(words)
  const [, setAddress] = useAddress()
  return (
    <div className="lx-scope">
      <Radio.Group
        aria-label={text.view}
        optionType="button"
        value={value}
        options={views.map((view) => ({ value: view, label: text.views[view] }))}
        onChange={(event) => setAddress({ view: String(event.target.value), open: null, q: null, sort: null })}
      />
    </div>
  )
}
