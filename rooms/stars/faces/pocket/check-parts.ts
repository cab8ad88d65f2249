// What the page of a self-check fetches behind its first picture, in one piece.

import './row.css'

export { CheckRow } from './check-row.tsx'
export { ClosedPart } from './closed-part.tsx'
export { SubmitPart } from './submit-part.tsx'
export { UnitVerbs } from './unit-verbs.tsx'
