// Small pictures in rows of three or so, each with how far it got and what may be done with it; and the phone's own camera or
// gallery for another one. No words of its own: the page brings them.

import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import './pictures.css'

/** A small picture; its address is found on the device or asked for, and where there is none, `none` stands in its place. */
export function SmallPicture({
  find,
  alt,
  none = '',
}: {
  readonly find: () => Promise<string | null>
  readonly alt: string
  readonly none?: string
}) {
  const [address, setAddress] = useState<string | null>(null)
  // Whoever shows another picture gives another key: the address is asked for once.
  useEffect(() => {
    let gone = false
    const ask = async (): Promise<void> => {
      const found = await find()
      if (!gone) setAddress(found)
    }
    void ask()
    return () => {
      gone = true
    }
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [])
  return address === null ? (
    <span className="no-picture" role="img" aria-label={alt}>
      {none}
    </span>
  ) : (
    <img src={address} alt={alt} />
  )
}

export interface Tile {
  readonly key: string
  readonly picture: ReactNode
  readonly children?: ReactNode
}

export function PictureTiles({ tiles, label }: { readonly tiles: readonly Tile[]; readonly label?: string }) {
  return (
    <ul className="tiles" aria-label={label}>
      {tiles.map(({ key, picture, children }) => (
        <li key={key}>
          {picture}
          {children}
        </li>
      ))}
    </ul>
  )
}

interface TakePictureProps {
  readonly label: string
  /** Said instead while pictures are being laid down. */
  readonly busy: string | null
  readonly onFiles: (files: readonly File[]) => void
}

export function TakePicture({ label, busy, onFiles }: TakePictureProps) {
  return (
    <label className="take-picture">
      <span aria-hidden="true">{busy ?? label}</span>
      <input
        type="file"
        accept="image/*"
        multiple
        aria-label={label}
        disabled={busy !== null}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          // The same picture may be chosen again after a trouble.
          event.target.value = ''
        }}
      />
    </label>
  )
}
