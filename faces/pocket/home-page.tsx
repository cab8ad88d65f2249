// The list of what the acting post does on the phone, from the name-plates; each entry is a page of its room.

import { house } from 'virtual:liangxing/house'
import { useText } from '#ground/ui/language.ts'
import { Outside } from '#ground/ui/pocket/outside.tsx'
import { useWords } from '#ground/ui/words.ts'
import { useOwner } from './home.ts'
import './home.css'
import { words } from './home-words.ts'

const entries = house.rooms
  .flatMap((room) => room.menu)
  .filter((entry) => entry.face === 'pocket')
  .toSorted((a, b) => a.order - b.order)

export default function HomePage() {
  const text = useWords(words)
  const say = useText()
  const { me, standing, again } = useOwner()
  if (me === null || standing === 'signed-out')
    return (
      <Outside why={standing === 'signed-out' || standing === 'lost' ? standing : 'loading'} title={text.title} says={text} again={again} />
    )
  const open = entries.filter(({ permission }) => permission === undefined || me.grants.includes(permission))
  const post = me.acting
  return (
    <main className="middle">
      <h1>{text.title}</h1>
      <p className="quiet">{post === null ? text.noPost(me.person.name) : text.post(me.person.name, post.unitName, post.roleTitle)}</p>
      {standing === 'lost' && <p className="attention">▲ {text.lost}</p>}
      {open.length === 0 ? (
        <p className="card">
          <strong>{text.nothing}</strong> {text.nothingNext}
        </p>
      ) : (
        <ul className="rows home-entries">
          {open.map((entry) => (
            <li key={entry.path}>
              <a href={entry.path}>{say(entry.title)}</a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/desk">{text.desk}</a>
      </p>
    </main>
  )
}
