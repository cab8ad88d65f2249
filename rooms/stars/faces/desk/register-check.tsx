// The way from a cycle that is planned to the register of form demands, where its self-check has to stand before it opens: the
// form's key, its name, whom it asks and until when go along, and what only the county knows is typed there.

import { useGo, writeSearch } from '#ground/ui/address.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { Button } from 'antd'
import { words } from './cycle-words.ts'
import type { Cycle } from './stars.ts'

/** The longest that the register takes of a name. */
const most = 100

export function RegisterCheck({ cycle: { id, unit, name, stars, calendar } }: { readonly cycle: Cycle }) {
  const text = useWords(words)
  const go = useGo()
  const may = useMay()
  if (!may('facts.demand')) return null
  const [scope, ...others] = new Set(stars.map((star) => star.scope))
  const sunset = calendar.reduce((day, stage) => (stage.to > day ? stage.to : day), '')
  const register = writeSearch({
    open: 'register',
    form: `self-check:${id}`,
    title: text.formTitle(name).slice(0, most),
    data: text.formData(name).slice(0, most),
    below: unit,
    ...(scope === undefined || others.length > 0 ? {} : { kind: scope }),
    sunset,
  })
  return <Button onClick={() => go(`/desk/form-demands${register}`)}>{text.registerForm}</Button>
}
