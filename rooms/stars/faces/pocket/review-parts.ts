// What the page of a review fetches behind its first picture, in one piece.

import './row.css'

export { ReviewRow } from './review-row.tsx'
export { VerdictPart } from './verdict-part.tsx'
