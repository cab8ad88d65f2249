// Parts of a sheet that come behind it: their code is fetched when it is wanted, and a line that breaks meanwhile takes nothing
// from the sheet. What did not come is asked for again when the line has changed.

import { useEffect, useState } from 'react'
import type ConflictPart from './conflict-part.tsx'
import type Declare from './declare.tsx'
import type PhotoPart from './photo-part.tsx'
import type { PhotoStore } from './seat-photos.ts'
import type { SeatState } from './seat-state.ts'
import type { SeatStore } from './seat-store.ts'

type Line = SeatState['line']

/** What was fetched; null until it is here. `line`: whenever it changes, what failed is tried again. */
function useFetched<T extends object>(fetched: () => Promise<T>, line: Line): T | null {
  const [come, setCome] = useState<{ readonly value: T | null; readonly tried: Line | null }>({ value: null, tried: null })
  const wanted = come.value === null && come.tried !== line
  useEffect(() => {
    if (!wanted) return undefined
    let over = false
    const tell = (value: T | null): void => {
      if (!over) setCome({ value, tried: line })
    }
    fetched().then(tell, () => tell(null))
    return () => {
      over = true
    }
  }, [wanted, fetched, line])
  return come.value
}

const partOfConflict = () => import('./conflict-part.tsx')
const partOfDeclaring = () => import('./declare.tsx')
const partOfPhotos = () => import('./photo-part.tsx')

/** The choice between what two devices have. */
export function LateConflict({ line, ...props }: Parameters<typeof ConflictPart>[0] & { readonly line: Line }) {
  const come = useFetched(partOfConflict, line)
  return come === null ? null : <come.default {...props} />
}

/** The way to declare an interest, which needs the line anyway. */
export function LateDeclare({ line, ...props }: Parameters<typeof Declare>[0] & { readonly line: Line }) {
  const come = useFetched(partOfDeclaring, line)
  return come === null ? null : <come.default {...props} />
}

/** The photos of the sheet. */
export function LatePhotos({ store, ...props }: Omit<Parameters<typeof PhotoPart>[0], 'photos'> & { readonly store: SeatStore }) {
  const { line } = props.state
  const part = useFetched(partOfPhotos, line)
  const photos = useFetched<PhotoStore>(store.photos, line)
  return part === null || photos === null ? null : <part.default {...props} photos={photos} />
}
