// The place to drop or choose a file; every upload says that nothing classified belongs here.

import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useWords } from '../words.ts'
import { words } from './words.ts'

export interface FileChoiceProps {
  readonly file: File | null
  readonly accept: string
  readonly disabled: boolean
  readonly template: string | undefined
  readonly onFile: (file: File) => void
}

export function FileChoice({ file, accept, disabled, template, onFile }: FileChoiceProps) {
  const text = useWords(words)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (files: FileList | null): void => {
    const first = files?.[0]
    if (first !== undefined && !disabled) onFile(first)
  }
  return (
    <div
      className={over ? 'lx-drop lx-drop-over' : 'lx-drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files)
      }}
    >
      <p>
        {file === null ? text.dropFile : <strong>{file.name}</strong>}{' '}
        <Button disabled={disabled} onClick={() => input.current?.click()}>
          {file === null ? text.chooseFile : text.changeFile}
        </Button>
      </p>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={text.chooseFile}
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
      <p className="lx-quiet">
        {text.accepts(accept.split(',').join(' '))} · {text.noSecrets}
        {template === undefined ? null : (
          <>
            {' · '}
            <a href={template}>{text.template}</a>
          </>
        )}
      </p>
    </div>
  )
}
