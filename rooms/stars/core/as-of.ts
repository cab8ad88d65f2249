// Which stars counted on a past day: the last step that had been taken by then decides, and a star without a step is held.

import type { HonourVerb } from './honour.ts'

/** Steps after which a star counts; after the others (suspended, revoked, ended) it does not. */
export const keepingVerbs: readonly HonourVerb[] = ['warn', 'clear', 'order', 'restore']
