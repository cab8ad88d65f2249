// The map on the dark stage; what the focus is on is said below in large letters.

import { useEffect, useMemo } from 'react'
import { useAnswer } from '#ground/ui/answers.ts'
import { client } from '#ground/ui/client.ts'
import { SchematicMap } from '#ground/ui/map/schematic-map.tsx'
import type { MapOutline } from '#ground/ui/map/schematic-map.tsx'
import { useWords } from '#ground/ui/words.ts'
import { outlinesAsked } from '../../core/levels.ts'
import { partsDrawn } from '../../core/parts.ts'
import type { Layer } from './sandtable.ts'
import { words } from './words.ts'

/** Outlines are another room's; they are asked from the house like any other. */
const units = client('units')
const noOutlines: readonly MapOutline[] = []
/** Names of many parts would lie over each other; then only the one in focus is named, below. */
const [few, large, small] = [40, 26, 13]

interface TableMapProps {
  readonly layer: Layer
  readonly chosen: string
  readonly onChoose: (code: string) => void
  readonly onDrawn: (unit: string) => void
}

export function TableMap({ layer, chosen, onChoose, onDrawn }: TableMapProps) {
  const text = useWords(words)
  const asked = useAnswer(units, 'outlines', outlinesAsked(layer.unit), { fresh: Number.POSITIVE_INFINITY })
  const found = asked.data as { own: MapOutline | null; parts: MapOutline[] } | undefined
  const parts = useMemo(() => partsDrawn(layer.parts, 'certified', text), [layer, text])
  const ready = found !== undefined || asked.isError
  useEffect(() => {
    if (ready) onDrawn(layer.unit)
  }, [ready, layer.unit, onDrawn])
  if (!ready) return <p className="sand-soft">{text.coming}</p>
  return (
    <SchematicMap
      label={text.table(layer.unitName)}
      own={found?.own ?? null}
      outlines={found?.parts ?? noOutlines}
      parts={parts}
      chosen={chosen}
      onChoose={onChoose}
      size={parts.length > few ? small : large}
    />
  )
}
