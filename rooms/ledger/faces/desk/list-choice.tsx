// Which of the four lists is shown; kept in the address.

import { useAddress } from '#ground/ui/address.ts'
import { useText } from '#ground/ui/language.ts'
import { useWords } from '#ground/ui/words.ts'
import { Radio } from 'antd'
import { listNames, lists } from '../../core/lists.ts'
import { words } from './words.ts'

export function ListChoice({ value, all = false }: { readonly value: string; readonly all?: boolean }) {
  const text = useWords(words)
  const say = useText()
  const [, setAddress] = useAddress()
  const options = [
    ...(all ? [{ value: 'all', label: text.all }] : []),
    ...lists.map((list) => ({ value: list as string, label: say(listNames[list]) })),
  ]
  return (
    <Radio.Group
      aria-label={text.lists}
      optionType="button"
      value={value}
      options={options}
      onChange={(event) => setAddress({ list: String(event.target.value) })}
    />
  )
}
