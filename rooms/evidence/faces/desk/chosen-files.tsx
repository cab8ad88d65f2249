// The files that were chosen, each with where it stands: to be sent, how far, arrived, or why not.

import { Button } from 'antd'
import { StatusTag } from '#ground/ui/desk/status-tag.tsx'
import { ProblemError } from '#ground/ui/problem.ts'
import { useWords } from '#ground/ui/words.ts'
import { type Chosen, isFit } from './sending.ts'
import { words } from './words.ts'

function Standing({ one }: { readonly one: Chosen }) {
  const text = useWords(words)
  if (one.media === null) return <StatusTag state="late">{text.notKept}</StatusTag>
  if (!isFit(one)) return <StatusTag state="late">{one.most === 0 ? text.noFilms : text.tooLarge(one.most / 1_048_576)}</StatusTag>
  if (one.state === 'ready') return <StatusTag state="waiting">{text.ready}</StatusTag>
  if (one.state === 'sending') return <StatusTag state="attention">{text.sending(Math.floor(one.share * 100))}</StatusTag>
  if (one.state === 'arrived') return <StatusTag state="done">{text.arrived}</StatusTag>
  return <StatusTag state="late">{one.state === 'interrupted' ? text.interrupted : text.refused}</StatusTag>
}

export interface ChosenFilesProps {
  readonly files: readonly Chosen[]
  readonly busy: boolean
  readonly onRemove: (one: Chosen) => void
}

export function ChosenFiles({ files, busy, onRemove }: ChosenFilesProps) {
  const text = useWords(words)
  return (
    <ul className="lx-evidence-chosen">
      {files.map((one) => (
        <li key={one.upload}>
          <span className="lx-evidence-name">{one.file.name}</span>
          <Standing one={one} />
          {one.state === 'arrived' || busy ? null : (
            <Button size="small" type="text" aria-label={text.remove(one.file.name)} onClick={() => onRemove(one)}>
              {text.removeShort}
            </Button>
          )}
          {one.problem instanceof ProblemError ? <p className="lx-error">{one.problem.detail}</p> : null}
        </li>
      ))}
    </ul>
  )
}
