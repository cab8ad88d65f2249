// From a list of stars to the bulletin that is drafted from it: only a way there, and only for who may draft.

import { useGo } from '#ground/ui/address.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { words } from './words.ts'

export function DraftBulletin() {
  const text = useWords(words)
  const go = useGo()
  return useMay()('bulletins.draft') ? <Button onClick={() => go('/desk/bulletins?open=stars')}>{text.draftBulletin}</Button> : null
}
