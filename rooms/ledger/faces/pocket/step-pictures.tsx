// Pictures that go with a step, before and after: taken or chosen on the phone, each with how far it got. None is required.

import { PictureTiles, SmallPicture, TakePicture } from '#ground/ui/pocket/picture-tiles.tsx'
import { useWords } from '#ground/ui/words.ts'
import { useId, useState } from 'react'
import { mostPictures } from '#rooms/evidence/core/device-pictures.ts'
import { picturesOf } from '../../core/pocket-pictures.ts'
import type { LocalPicture, PicturePhase } from '../../core/pocket-pictures.ts'
import type { LocalStep } from '../../core/pocket-steps.ts'
import type { HandRow } from './calls.ts'
import type { PictureTrouble } from './pictures.ts'
import type { State } from './state.ts'
import type { Store } from './store.ts'
import { usePictures } from './use-pictures.ts'
import { words } from './words.ts'

const looks = { storing: 'attention', waiting: 'attention', arrived: 'done', refused: 'late', gone: '' } as const

interface StepPicturesProps {
  readonly of: Store
  readonly state: State
  readonly row: HandRow
  readonly step: LocalStep
}

export function StepPictures({ of, state, row, step }: StepPicturesProps) {
  const text = useWords(words)
  const id = useId()
  const pictures = usePictures(of)
  const [trouble, setTrouble] = useState<PictureTrouble | null>(null)
  const [adding, setAdding] = useState(false)
  const here = picturesOf(state.pictures, step.id)
  if (pictures === null) return here.length === 0 ? null : <p className="quiet">{text.picturesCome}</p>
  const take = async (phase: PicturePhase, files: readonly File[]): Promise<void> => {
    setAdding(true)
    setTrouble(null)
    try {
      for (const file of files) {
        const failed = await pictures.add(row, step, phase, file)
        if (failed !== null) setTrouble(failed)
      }
    } finally {
      setAdding(false)
    }
  }
  const standing = (one: LocalPicture): string => {
    const { onWay } = state
    if (one.state === 'waiting' && onWay?.id === one.id) return text.sending(Math.floor(onWay.share * 100))
    return one.state === 'gone' ? '' : text.pictureStates[one.state]
  }
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{text.pictures}</h3>
      <p className="quiet">{text.noSecrets}</p>
      {here.length > 0 && (
        <PictureTiles
          tiles={here.map((one, index) => ({
            // Asked again when it has been laid down: then there is a small one.
            key: `${one.id} ${one.state === 'storing' ? 'storing' : ''}`,
            picture: <SmallPicture find={() => pictures.small(one.id)} alt={text.picture(text.phases[one.phase], index + 1)} />,
            children: (
              <>
                <span className="quiet">{text.phases[one.phase]}</span>
                <span className={looks[one.state]}>{standing(one)}</span>
                {one.refused !== null && <span className="error">{text.number(one.refused)}</span>}
                {(one.state === 'waiting' || one.state === 'refused') && (
                  <button type="button" className="plain" aria-label={text.takeOffOf(index + 1)} onClick={() => void pictures.takeOff(one)}>
                    {text.takeOff}
                  </button>
                )}
              </>
            ),
          }))}
        />
      )}
      {here.length < mostPictures && (
        <div className="two">
          {step.verb === 'rectify' && (
            <TakePicture label={text.add.before} busy={adding ? text.adding : null} onFiles={(files) => void take('before', files)} />
          )}
          <TakePicture
            label={step.verb === 'rectify' ? text.add.after : text.add.spot}
            busy={adding ? text.adding : null}
            onFiles={(files) => void take('after', files)}
          />
        </div>
      )}
      {trouble !== null && (
        <p className="error" role="alert">
          {text.pictureTroubles[trouble]}
        </p>
      )}
    </section>
  )
}
