// Which words a correction with today's figures usually has. A round's and the stars' sentences without figures come from the
// data as well (names of units, numbers of documents, digests) and would be repeated as they were printed; the ledger's are not.

import type { Figure } from '#ground/kernel/excerpt.ts'

const toldByData: readonly string[] = ['round', 'stars']

/** Those of today's data (`fresh`) or those of the published one (`kept`), by the records its figures come from. */
export const usualWords = ({ figures }: { readonly figures: readonly Pick<Figure, 'source'>[] }): 'kept' | 'fresh' =>
  figures.some(({ source }) => toldByData.includes(source.kind)) ? 'fresh' : 'kept'
