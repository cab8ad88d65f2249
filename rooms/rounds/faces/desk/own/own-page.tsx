// A secretary's own page: commitments of the year and the results told to the unit.

import { useState } from 'react'
import { PageFrame } from '#ground/ui/desk/page-frame.tsx'
import { useLive } from '#ground/ui/live.ts'
import { usePeriod, useUnit } from '#ground/ui/scope.ts'
import { useWords } from '#ground/ui/words.ts'
import '../rounds.css'
import { OwnCommitments } from './own-commitments.tsx'
import { OwnPlaces } from './own-places.tsx'
import { quarterOf } from './quarter.ts'
import { words } from './words.ts'

export default function OwnPage() {
  const text = useWords(words)
  const { code } = useUnit()
  const [period] = usePeriod()
  const [now] = useState(() => Date.now())
  useLive(['rounds'])
  return (
    <PageFrame title={text.title} lead={text.lead}>
      {code === '' ? null : (
        <>
          <OwnCommitments unit={code} quarter={quarterOf(period, now)} />
          <OwnPlaces unit={code} />
        </>
      )}
    </PageFrame>
  )
}
