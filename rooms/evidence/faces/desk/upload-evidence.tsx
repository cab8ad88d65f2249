// Uploading from the desk: choose files, say once what they show, send. What was interrupted goes on where it stopped.

import { Button, Input, Modal, Radio } from 'antd'
import { useRef, useState } from 'react'
import { chinaDay } from '#ground/kernel/clock.ts'
import { useQueryClient } from '@tanstack/react-query'
import { DayInput } from '#ground/ui/desk/day-input.tsx'
import { Field } from '#ground/ui/desk/field.tsx'
import { readDay } from '#ground/ui/day.ts'
import { useWords } from '#ground/ui/words.ts'
import { type Phase, phases } from '../../core/item.ts'
import { ChosenFiles } from './chosen-files.tsx'
import { chosen, type Chosen, isFit, sendChosen } from './sending.ts'
import { words } from './words.ts'

interface Saying {
  readonly shows: string
  readonly spot: string
  readonly phase: Phase | 'none'
  readonly effectiveOn: string
}

const accepted = '.jpg,.jpeg,.png,.webp,.heic,.pdf,image/*'
const acceptedFilms = ',.mp4,.mov,.webm,video/mp4,video/quicktime,video/webm'

function SayingFields({
  said,
  set,
  locked,
}: {
  readonly said: Saying
  readonly set: (changes: Partial<Saying>) => void
  readonly locked: boolean
}) {
  const text = useWords(words)
  return (
    <>
      <Field label={text.shows} hint={text.showsHint} required>
        {(input) => (
          <Input {...input} maxLength={200} disabled={locked} value={said.shows} onChange={(event) => set({ shows: event.target.value })} />
        )}
      </Field>
      <Field label={text.effectiveOn} hint={text.effectiveHint} required>
        {(input) => <DayInput input={input} value={said.effectiveOn} onChange={(effectiveOn) => set({ effectiveOn })} />}
      </Field>
      <Field label={text.spot} hint={text.spotHint}>
        {(input) => (
          <Input {...input} maxLength={80} disabled={locked} value={said.spot} onChange={(event) => set({ spot: event.target.value })} />
        )}
      </Field>
      <Field label={text.phase}>
        {(input) => (
          <Radio.Group
            {...input}
            aria-label={text.phase}
            disabled={locked}
            value={said.phase}
            onChange={(event) => set({ phase: event.target.value as Saying['phase'] })}
            options={[{ value: 'none', label: text.noPhase }, ...phases.map((value) => ({ value, label: text.phases[value] }))]}
          />
        )}
      </Field>
    </>
  )
}

function FileField({
  files,
  busy,
  filmBytes,
  change,
}: {
  readonly filmBytes: number
  readonly files: readonly Chosen[]
  readonly busy: boolean
  readonly change: (next: readonly Chosen[]) => void
}) {
  const text = useWords(words)
  const input = useRef<HTMLInputElement>(null)
  const take = async (list: FileList | null): Promise<void> => {
    const taken = await Promise.all([...(list ?? [])].map((file) => chosen(file, filmBytes)))
    if (taken.length > 0) change([...files, ...taken])
  }
  return (
    <div
      className="lx-drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        if (!busy) void take(event.dataTransfer.files)
      }}
    >
      <p>
        {text.filesHint} {filmBytes === 0 ? null : text.filmsHint(filmBytes / 1_048_576)}{' '}
        <Button disabled={busy} onClick={() => input.current?.click()}>
          {files.length === 0 ? text.choose : text.chooseMore}
        </Button>
      </p>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={filmBytes === 0 ? accepted : accepted + acceptedFilms}
        aria-label={text.files}
        onChange={(event) => {
          void take(event.target.files)
          event.target.value = ''
        }}
      />
      <p>
        <strong>{text.noSecrets}</strong> {text.faces}
      </p>
      <ChosenFiles files={files} busy={busy} onRemove={(one) => change(files.filter((other) => other !== one))} />
    </div>
  )
}

export interface UploadEvidenceProps {
  readonly unit: string
  readonly unitName: string
  readonly keepDays: number | null
  readonly filmBytes: number
}

export function UploadEvidence({ unit, unitName, keepDays, filmBytes }: UploadEvidenceProps) {
  const text = useWords(words)
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [busy, setBusy] = useState(false)
  const [files, setFiles] = useState<readonly Chosen[]>([])
  const empty = (): Saying => ({ shows: '', spot: '', phase: 'none', effectiveOn: chinaDay(Date.now()) })
  const [said, setSaid] = useState(empty)

  const waiting = files.filter((one) => isFit(one) && one.state !== 'arrived')
  const tried = files.some((one) => one.state !== 'ready')
  // What may have been recorded before its answer was lost must be said again in the same words.
  const locked = busy || files.some((one) => one.state === 'interrupted')
  const ready = waiting.length > 0 && said.shows.trim() !== '' && readDay(said.effectiveOn) !== null
  const close = (): void => {
    setOpen(false)
    setFiles([])
    setSaid(empty())
  }
  const send = async (): Promise<void> => {
    setBusy(true)
    const { shows, spot, phase, effectiveOn } = said
    const given = {
      shows: shows.trim(),
      effectiveOn,
      ...(spot.trim() === '' ? {} : { spot: spot.trim() }),
      ...(phase === 'none' ? {} : { phase }),
    }
    let all = true
    for (const one of waiting) {
      const tell = (changes: Partial<Chosen>): void =>
        setFiles((before) => before.map((other) => (other.upload === one.upload ? { ...other, ...changes } : other)))
      all = (await sendChosen(one, unit, given, tell)) && all
    }
    setBusy(false)
    void queries.invalidateQueries({ queryKey: ['evidence'] })
    if (all && files.every((one) => isFit(one))) close()
  }

  return (
    <>
      <Button type="primary" disabled={unit === ''} onClick={() => setOpen(true)}>
        {text.upload}
      </Button>
      <Modal
        open={open}
        width={720}
        title={text.upload}
        onCancel={close}
        closable={!busy}
        mask={{ closable: false }}
        footer={[
          <Button key="back" disabled={busy} onClick={close}>
            {text.back}
          </Button>,
          <Button key="act" type="primary" disabled={!ready} loading={busy} onClick={() => void send()}>
            {tried && waiting.length > 0 ? text.sendAgain : text.send}
          </Button>,
        ]}
      >
        <div className="lx-upload">
          <p>
            <strong>{text.uploadTo(unitName)}</strong>
          </p>
          <p className="lx-quiet">
            {text.uploadExplain} {keepDays === null ? null : text.keepDays(keepDays)}
          </p>
          <FileField filmBytes={filmBytes} files={files} busy={busy} change={setFiles} />
          <SayingFields said={said} set={(changes) => setSaid((before) => ({ ...before, ...changes }))} locked={locked} />
        </div>
      </Modal>
    </>
  )
}
