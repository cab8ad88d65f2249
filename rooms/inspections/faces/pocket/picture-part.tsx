// Pictures at what was seen: taken or chosen on the phone, small ones shown, each with how far it got. None is required.

import { PictureTiles, SmallPicture, TakePicture } from '#ground/ui/pocket/picture-tiles.tsx'
import { useWords } from '#ground/ui/words.ts'
import { use, useId, useState } from 'react'
import type { LocalFinding } from '../../core/pocket.ts'
import { mostPictures } from '#rooms/evidence/core/device-pictures.ts'
import { picturesOf } from '../../core/pocket-pictures.ts'
import type { LocalPictures } from '../../core/pocket-pictures.ts'
import type { Pictures, PictureTrouble } from './pictures.ts'
import type { Store } from './store.ts'
import { words } from './words.ts'

const looks = { storing: 'attention', waiting: 'attention', arrived: 'done', refused: 'late', gone: '' } as const

interface PicturePartProps {
  readonly of: Store
  readonly finding: LocalFinding
  readonly pictures: LocalPictures
  /** How many the server shows at it. */
  readonly known: number
}

function Loaded({ of, finding, pictures, known, store }: PicturePartProps & { readonly store: Pictures }) {
  const text = useWords(words)
  const id = useId()
  const [trouble, setTrouble] = useState<PictureTrouble | null>(null)
  const [adding, setAdding] = useState(false)
  const here = picturesOf(pictures, finding.id)
  const take = async (files: readonly File[]): Promise<void> => {
    setAdding(true)
    setTrouble(null)
    try {
      for (const file of files) {
        const failed = await store.add(of.get().findings[finding.id] ?? finding, file)
        if (failed !== null) setTrouble(failed)
      }
    } finally {
      setAdding(false)
    }
  }
  return (
    <section className="seen-pictures" aria-labelledby={id}>
      <h3 id={id}>{text.pictures}</h3>
      {here.length > 0 && (
        <PictureTiles
          tiles={here.map((one, index) => ({
            // Asked again when it has been laid down: then there is a small one.
            key: `${one.id} ${one.state === 'storing' ? 'storing' : ''}`,
            picture: <SmallPicture find={() => store.smallOf(one.id)} alt={text.picture(index + 1)} />,
            children: (
              <>
                <span className={looks[one.state]}>{one.state === 'gone' ? '' : text.pictureStates[one.state]}</span>
                {one.refused !== null && <span className="error">{text.number(one.refused)}</span>}
                {(one.state === 'waiting' || one.state === 'refused') && (
                  <button type="button" onClick={() => void store.takeOff(one)}>
                    {text.takeOff(index + 1)}
                  </button>
                )}
              </>
            ),
          }))}
        />
      )}
      {here.length === 0 && known > 0 && <p className="quiet">{text.knownPictures(known)}</p>}
      <p className="quiet">{text.noSecrets}</p>
      {here.length < mostPictures && (
        <TakePicture label={text.addPicture} busy={adding ? text.addingPicture : null} onFiles={(files) => void take(files)} />
      )}
      {trouble !== null && (
        <p className="error" role="alert">
          {text.pictureTroubles[trouble]}
        </p>
      )}
    </section>
  )
}

export function PicturePart(props: PicturePartProps) {
  const text = useWords(words)
  const [opened, setOpened] = useState<Promise<Pictures> | null>(null)
  const here = picturesOf(props.pictures, props.finding.id)
  // Behind a tap, because most looks need no picture.
  if (opened === null && here.length === 0)
    return (
      <button type="button" onClick={() => setOpened(props.of.pictures())}>
        {text.openPictures}
      </button>
    )
  return <Waiting {...props} opened={opened ?? props.of.pictures()} />
}

function Waiting({ opened, ...props }: PicturePartProps & { readonly opened: Promise<Pictures> }) {
  return <Loaded {...props} store={use(opened)} />
}
