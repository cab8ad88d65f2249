// Photos without a line: say what they show, take or choose them; the bar says what lies here and what has arrived.

import { use, useState } from 'react'
import { Outside, SignIn } from '#ground/ui/pocket/outside.tsx'
import { useWords } from '#ground/ui/words.ts'
import { standingOf } from '../../core/pocket-photo.ts'
import type { Trouble } from './camera-intake.ts'
import type { CameraState } from './camera-state.ts'
import { cameraStore, useCamera } from './camera-store.ts'
import type { CameraStore } from './camera-store.ts'
import './camera.css'
import { SayingPart } from './saying-part.tsx'
import { WaitingPart } from './waiting-part.tsx'
import { words } from './words.ts'

function HonestBar({ state }: { readonly state: CameraState }) {
  const text = useWords(words)
  const { kept, arrived, refused } = standingOf(state.photos)
  return (
    <div className="honest" role="status">
      <span className="counts">
        <span className={kept === 0 ? 'chip' : 'chip attention'}>{text.saved(kept)}</span>
        <span aria-hidden="true"> · </span>
        <span className="chip done">{text.arrived(arrived)}</span>
        {refused > 0 && <span className="chip late"> {text.refusedCount(refused)}</span>}
      </span>
      <span className={state.line === 'open' ? 'chip done' : 'chip attention'}>
        {state.line === 'open' ? text.lineOpen : state.line === 'lost' ? text.lineLost : text.lineUnknown}
      </span>
      {state.kept === 'memory' && <span className="attention">{text.storageMemory}</span>}
    </div>
  )
}

interface Adding {
  readonly done: number
  readonly all: number
}

function AddPart({ store, state }: { readonly store: CameraStore; readonly state: CameraState }) {
  const text = useWords(words)
  const [adding, setAdding] = useState<Adding | null>(null)
  const [troubles, setTroubles] = useState<ReadonlySet<Trouble>>(new Set())
  const films = state.hand?.filmBytes ?? 0
  const isSaid = state.said.shows.trim() !== ''
  const isShut = adding !== null || !isSaid || state.kept === 'memory'
  const take = async (chosen: FileList | null): Promise<void> => {
    const files = [...(chosen ?? [])]
    const met = new Set<Trouble>()
    for (const [done, file] of files.entries()) {
      setAdding({ done, all: files.length })
      const trouble = await store.add(file)
      if (trouble !== null) met.add(trouble)
    }
    setTroubles(met)
    setAdding(null)
  }
  const input = (label: string, more: { readonly multiple?: true; readonly capture?: 'environment'; readonly accept?: string }) => (
    <div className={isShut ? 'add-photo shut' : 'add-photo'}>
      <span aria-hidden="true">{label}</span>
      <input
        type="file"
        accept="image/*"
        {...more}
        aria-label={label}
        disabled={isShut}
        onChange={(event) => {
          void take(event.target.files)
          // The same picture may be chosen again after a trouble.
          event.target.value = ''
        }}
      />
    </div>
  )
  return (
    <div className="total camera-acts">
      {adding !== null && <p role="status">{text.adding(adding.done, adding.all)}</p>}
      {!isSaid && <p className="quiet">{text.sayFirst}</p>}
      {[...troubles].map((trouble) => (
        <p key={trouble} className="error" role="alert">
          {text.trouble[trouble]}
        </p>
      ))}
      <div className="camera-two">
        {input(text.take, { capture: 'environment' })}
        {input(text.choose, { multiple: true, ...(films > 0 ? { accept: 'image/*,video/mp4,video/quicktime,video/webm' } : {}) })}
      </div>
    </div>
  )
}

export default function CameraPage() {
  const text = useWords(words)
  const store = use(cameraStore())
  const state = useCamera(store)
  const { hand, signedOut, line, otherRole } = state
  if (hand === null) {
    const why = signedOut ? 'signed-out' : otherRole ? 'other-role' : line === 'lost' ? 'lost' : 'loading'
    return <Outside why={why} title={text.title} says={text} />
  }
  return (
    <>
      <HonestBar state={state} />
      <main className="camera">
        {signedOut && <SignIn hint={text.signInAgain(standingOf(state.photos).kept)} />}
        {otherRole && <p className="attention">{text.otherRole}</p>}
        <h1>{text.title}</h1>
        <p className="quiet">{text.unit(hand.unitName)}</p>
        <p className="quiet">{text.lead}</p>
        <SayingPart said={state.said} say={store.say} />
        <p>
          <strong>{text.noSecrets}</strong> {text.faces}
        </p>
        {hand.filmBytes > 0 && <p className="quiet">{text.filmsToo(hand.filmBytes / 1_048_576)}</p>}
        <WaitingPart store={store} state={state} />
        <AddPart store={store} state={state} />
      </main>
    </>
  )
}
