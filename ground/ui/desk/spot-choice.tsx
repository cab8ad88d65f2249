// Spots to choose from, each as its small pictures.

import './spot-choice.css'

export interface SpotChoiceRow {
  readonly key: string
  readonly spot: string
  /** Where the name alone does not say it. */
  readonly label?: string
  readonly chosen: boolean
  readonly pictures: readonly { readonly id: string; readonly src: string; readonly alt: string }[]
}

export function SpotChoice({ rows, onChoose }: { readonly rows: readonly SpotChoiceRow[]; readonly onChoose: (key: string) => void }) {
  return (
    <ul className="lx-spots">
      {rows.map(({ key, spot, label, chosen, pictures }) => (
        <li key={key}>
          <button type="button" aria-pressed={chosen} aria-label={label} onClick={() => onChoose(key)}>
            {pictures.map((picture) => (
              <img key={picture.id} src={picture.src} alt={picture.alt} loading="lazy" />
            ))}
            <span>{spot}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
