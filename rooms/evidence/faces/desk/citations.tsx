// Where an item is cited; each use can be taken back with a word why.

import { useVerb } from '#ground/ui/answers.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { PageLink } from '#ground/ui/desk/page-link.tsx'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { useMay } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { targetKinds } from '../../core/item.ts'
import { evidence, type Item } from './evidence.ts'
import { words } from './words.ts'

const shortened = (said: string): string => {
  const letters = [...said.replace(/\s+/g, ' ')]
  return letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : letters.join('')
}

export function Citations({ item }: { readonly item: Item }) {
  const text = useWords(words)
  const say = useText()
  const may = useMay()
  const { moment } = useFormat()
  const withdraw = useVerb(evidence, 'withdraw')
  const kindOf = (target: string): string => {
    const kind = target.slice(0, target.indexOf(':'))
    const known = targetKinds[kind]
    return known === undefined ? kind : say(known)
  }
  return (
    <section className="lx-evidence-citations">
      <h3>{text.citations}</h3>
      {item.citations.length === 0 ? <p className="lx-quiet">{item.erasedAt === null ? text.uncited : text.noCitations}</p> : null}
      <ul>
        {item.citations.map((one) => (
          <li key={one.id}>
            <span>
              {kindOf(one.target)}{' '}
              {one.called === null ? (
                <span className="lx-quiet">{text.unseen}</span>
              ) : one.called.path === null ? (
                shortened(one.called.words)
              ) : (
                <PageLink to={one.called.path}>{shortened(one.called.words)}</PageLink>
              )}{' '}
              <span className="lx-quiet lx-figures">{moment(one.citedAt)}</span>
            </span>
            {one.withdrawnAt === null ? (
              may('evidence.cite') ? (
                <ConfirmVerb
                  label={text.withdraw}
                  title={text.withdraw}
                  explain={text.withdrawExplain}
                  asks={{ reason: 'optional' }}
                  problem={withdraw.problem}
                  run={({ reason }) =>
                    withdraw.run({
                      params: { unit: item.unit, id: item.id },
                      body: { citation: one.id, ...(reason === '' ? {} : { reason }) },
                    })
                  }
                />
              ) : null
            ) : (
              <span className="lx-quiet">{text.withdrawn(moment(one.withdrawnAt))}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
