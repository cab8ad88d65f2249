// What is known of units: facts, one unit's whole sheet, certificates, upheld cases, requests for correction, definitions.

import { levelOf } from '#ground/kernel/code.ts'
import { useAddress } from '#ground/ui/address.ts'
import { useLive } from '#ground/ui/live.ts'
import { useMe } from '#ground/ui/me.ts'
import { CasesView } from './cases-view.tsx'
import { CertificatesView } from './certificates-view.tsx'
import { DefinitionsView } from './definitions-view.tsx'
import { DoubtsView } from './doubts-view.tsx'
import { FactsView } from './facts-view.tsx'
import { ReviewsView } from './reviews-view.tsx'
import { UnitView } from './unit-view.tsx'
import { views } from './view-choice.tsx'

const parts = {
  facts: FactsView,
  unit: UnitView,
  certificates: CertificatesView,
  cases: CasesView,
  reviews: ReviewsView,
  doubts: DoubtsView,
  definitions: DefinitionsView,
} as const

export default function FactsPage() {
  const [address] = useAddress()
  const { acting } = useMe()
  useLive(['facts'])
  // Somebody of a village comes for its own sheet, an office for its list.
  const first = acting !== null && levelOf(acting.unit) >= 5 ? 'unit' : 'facts'
  const Part = parts[views.find((view) => view === address['view']) ?? first]
  return <Part />
}
