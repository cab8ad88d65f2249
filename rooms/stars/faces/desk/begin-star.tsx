// Standing for stars from here: each star begins once, in the batch one chooses; what was begun leads to its self-check.

import { useGo } from '#ground/ui/address.ts'
import { useAnswer, useVerb } from '#ground/ui/answers.ts'
import { newKey } from '#ground/ui/client.ts'
import { ConfirmVerb } from '#ground/ui/desk/confirm-verb.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { useWords } from '#ground/ui/words.ts'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { keyOf, stars } from './stars.ts'
import type { Cycle } from './stars.ts'
import { StateTag } from './state-tag.tsx'
import { words } from './words.ts'

const batches = [1, 2, 3, 4, 5, 6]

function Begin({ cycle, star, unit }: { readonly cycle: Cycle; readonly star: Cycle['stars'][number]; readonly unit: string }) {
  const text = useWords(words)
  const go = useGo()
  const [id] = useState(newKey)
  const [batch, setBatch] = useState(1)
  const begin = useVerb(stars, 'begin', { onDone: (row) => go(`/desk/stars/check/${row.unit}/${row.id}`) })
  const run = () => begin.run({ params: { unit }, body: { id, cycle: cycle.id, star: star.code, batch } })
  return (
    <ConfirmVerb
      label={text.beginOf(star.name)}
      title={text.beginOf(star.name)}
      explain={text.beginExplain}
      problem={begin.problem}
      run={run}
    >
      <Field label={text.batch}>
        {(input) => (
          <Select
            {...input}
            value={batch}
            options={batches.map((value) => ({ value, label: text.batchOf(value) }))}
            onChange={setBatch}
            popupMatchSelectWidth={false}
          />
        )}
      </Field>
    </ConfirmVerb>
  )
}

export function BeginStars({ cycle, unit }: { readonly cycle: Cycle; readonly unit: string }) {
  const text = useWords(words)
  const go = useGo()
  const asked = useAnswer(stars, 'candidacies', { query: { cycle: cycle.id, below: unit } })
  if (asked.data === undefined) return null
  const living = asked.data.rows.filter((row) => row.state !== 'withdrawn' && row.state !== 'dismissed')
  return (
    <section className="stars-sums" aria-label={text.beginTitle}>
      <p>
        <strong>{text.beginTitle}</strong>
      </p>
      <ul className="stars-tiles">
        {cycle.stars.map((star) => {
          const row = living.find((one) => one.star === star.code)
          return (
            <li key={star.code}>
              <strong>{star.name}</strong>
              {row === undefined ? (
                <Begin cycle={cycle} star={star} unit={unit} />
              ) : (
                <>
                  <p>
                    <StateTag state={row.state} />
                  </p>
                  <Button
                    onClick={() =>
                      go(
                        row.state === 'checking' || row.state === 'returned'
                          ? `/desk/stars/check/${row.unit}/${row.id}`
                          : `/desk/stars/queue?mine=no&open=${keyOf(row)}`,
                      )
                    }
                  >
                    {row.state === 'checking' || row.state === 'returned' ? text.openCheck : text.running}
                  </Button>
                </>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
