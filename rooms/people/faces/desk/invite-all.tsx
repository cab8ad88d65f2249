// Invitations for everybody of the unit who waits: the links are shown once, to be copied or printed.

import { useState } from 'react'
import { useVerb } from '#ground/ui/answers.ts'
import { SidePanel } from '#ground/ui/desk/side-panel.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Act } from './act.tsx'
import { addressOfLink, people } from './people.ts'
import { words } from './words.ts'

interface Invited {
  readonly id: string
  readonly name: string
  readonly unitName: string
  readonly path: string
}

export function InviteAll({ unit }: { readonly unit: string }) {
  const text = useWords(words)
  const [made, setMade] = useState<readonly Invited[]>([])
  const invite = useVerb(people, 'inviteAll', { onDone: ({ invitations }) => setMade(invitations) })
  return (
    <>
      <Act label={text.inviteAll} explain={text.inviteAllExplain} verb={invite} run={() => invite.run({ body: { unit } })} />
      {made.length === 0 ? null : (
        <SidePanel title={text.links(made.length)} onClose={() => setMade([])}>
          <ul>
            {made.map((one) => (
              <li key={one.id}>
                {one.unitName} {one.name}
                <br />
                <code>{addressOfLink(one)}</code>
              </li>
            ))}
          </ul>
        </SidePanel>
      )}
    </>
  )
}
