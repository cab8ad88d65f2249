// The bar that is always honest: what lies on this device, what has arrived, and whether there is a line.

import { useWords } from '#ground/ui/words.ts'
import { barOf } from './hand-state.ts'
import type { HandState } from './hand-state.ts'
import { words } from './words.ts'

export function HonestBar({ state }: { readonly state: HandState }) {
  const text = useWords(words)
  const { saved, unsaved, arrived, refused } = barOf(state)
  return (
    <div className="honest" role="status">
      <span className="counts">
        <span className={saved === 0 ? 'chip' : 'chip attention'}>{text.saved(saved)}</span>
        <span aria-hidden="true"> · </span>
        <span className="chip done">{text.arrived(arrived)}</span>
        {refused > 0 && <span className="chip late">{text.refusedCount(refused)}</span>}
      </span>
      <span className={state.line === 'open' ? 'chip done' : 'chip attention'}>
        {state.line === 'open' ? text.lineOpen : state.line === 'lost' ? text.lineLost : text.lineUnknown}
      </span>
      {unsaved > 0 && state.kept === 'kept' && <span className="chip attention">{text.saving}</span>}
      {state.kept === 'full' && <span className="error">{text.storageFull(unsaved)}</span>}
      {state.kept === 'memory' && <span className="attention">{text.storageMemory}</span>}
    </div>
  )
}
