// What a phone fetches of stars that are held, in one piece and only where a unit has some.

import './held.css'

export { HeldList } from './held-list.tsx'
export { HeldStar } from './held-star.tsx'
