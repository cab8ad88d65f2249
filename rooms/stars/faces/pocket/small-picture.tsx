// A small picture of a piece of evidence: of this device where it was taken here, otherwise of the server's; or that there is
// none.

import { useEffect, useState } from 'react'
import type { Exhibits } from './exhibits.ts'

interface Props {
  readonly exhibits: Exhibits
  readonly unit: string
  readonly id: string
  /** The photo of this device; null when it was not taken here. */
  readonly photo: string | null
  readonly alt: string
  readonly none: string
}

export function SmallPicture({ exhibits, unit, id, photo, alt, none }: Props) {
  const [address, setAddress] = useState<string | null | undefined>()
  useEffect(() => {
    let gone = false
    const find = async (): Promise<void> => {
      const here = photo === null ? null : await exhibits.pictureOf(photo)
      const found = here ?? (await exhibits.viewOf({ unit, id }))
      if (!gone) setAddress(found)
    }
    void find()
    return () => {
      gone = true
    }
  }, [exhibits, unit, id, photo])
  if (address === undefined) return <span className="no-picture" />
  return address === null ? <span className="no-picture">{none}</span> : <img src={address} alt={alt} />
}
