// Before beside after, as far as the server has pictures; and for who checks, what may be worth a second look.

import { addressOf, client } from '#ground/ui/client.ts'
import { useFormat } from '#ground/ui/format.ts'
import { useText } from '#ground/ui/language.ts'
import { PictureTiles, SmallPicture } from '#ground/ui/pocket/picture-tiles.tsx'
import { useWords } from '#ground/ui/words.ts'
import { hintText } from '#rooms/evidence/core/hint-words.ts'
import type { Exhibit, LedgerRecord } from './calls.ts'
import type { Pictures } from './pictures.ts'
import type { Store } from './store.ts'
import { usePictures } from './use-pictures.ts'
import { words } from './words.ts'

/** Views are another room's; its address is asked from the house like any other. */
const evidence = client('evidence')
const largeOf = ({ unit, id }: Exhibit): string => addressOf(evidence, 'view', { params: { unit, id }, query: { size: 'large' } } as never)

function Tiles({ label, items, pictures }: { readonly label: string; readonly items: readonly Exhibit[]; readonly pictures: Pictures }) {
  const text = useWords(words)
  const say = useText()
  const { day } = useFormat()
  if (items.length === 0) return null
  return (
    <section aria-label={label}>
      <h3>{label}</h3>
      <PictureTiles
        tiles={items.map((item) => {
          const small = <SmallPicture key={item.preview} find={() => pictures.view(item)} alt={item.shows} none={text.noPicture} />
          return {
            key: item.id,
            picture:
              item.preview === 'made' ? (
                <a href={largeOf(item)} aria-label={text.enlarge(item.shows)}>
                  {small}
                </a>
              ) : (
                <span className="no-picture">{item.preview === 'waiting' ? text.pictureWaits : text.noPicture}</span>
              ),
            children: (
              <>
                <span className="quiet">{day(item.effectiveOn)}</span>
                {item.hints.map((hint) => (
                  <span key={hint.kind} className="attention">
                    ▲ {text.hint(say(hintText(hint, item.effectiveOn)))}
                  </span>
                ))}
              </>
            ),
          }
        })}
      />
    </section>
  )
}

export function ExhibitsPart({ of, record }: { readonly of: Store; readonly record: LedgerRecord | undefined }) {
  const text = useWords(words)
  const pictures = usePictures(of)
  const exhibits = record?.exhibits ?? []
  if (exhibits.length === 0 || pictures === null) return null
  return (
    <div className="exhibits">
      <Tiles label={text.phases.before} items={exhibits.filter(({ phase }) => phase === 'before')} pictures={pictures} />
      <Tiles label={text.phases.after} items={exhibits.filter(({ phase }) => phase === 'after')} pictures={pictures} />
      <Tiles
        label={text.otherPictures}
        items={exhibits.filter(({ phase }) => phase !== 'before' && phase !== 'after')}
        pictures={pictures}
      />
      {exhibits.some(({ hints }) => hints.length > 0) && <p className="quiet">{text.hintsNote}</p>}
    </div>
  )
}
