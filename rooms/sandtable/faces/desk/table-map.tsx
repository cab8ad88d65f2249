// The parts of the drawn unit on the schematic map: click or Enter goes in.

import { memo, useEffect, useMemo } from 'react'
import { useAnswer } from '#ground/ui/answers.ts'
import { client } from '#ground/ui/client.ts'
import { backdropOf } from '#ground/ui/map/backdrop-of.ts'
import { SchematicMap } from '#ground/ui/map/schematic-map.tsx'
import type { MapOutline } from '#ground/ui/map/schematic-map.tsx'
import { useWords } from '#ground/ui/words.ts'
import { outlinesAsked } from '../../core/levels.ts'
import { partsDrawn } from '../../core/parts.ts'
import type { Shade } from '../../core/parts.ts'
import type { Layer } from './sandtable.ts'
import { words } from './words.ts'

/** Outlines are another room's; they are asked from the house like any other. */
const units = client('units')

interface TableMapProps {
  readonly layer: Layer
  readonly shade: Shade
  readonly chosen: string | null
  readonly onChoose: (code: string) => void
  /** The parts of another unit stand there now. */
  readonly onDrawn: (unit: string) => void
}

const noOutlines: readonly MapOutline[] = []

export const TableMap = memo(function TableMap({ layer, shade, chosen, onChoose, onDrawn }: TableMapProps) {
  const text = useWords(words)
  const asked = useAnswer(units, 'outlines', outlinesAsked(layer.unit), { fresh: Number.POSITIVE_INFINITY })
  const found = asked.data as { own: MapOutline | null; parts: MapOutline[]; backdrop: string | null } | undefined
  const parts = useMemo(() => partsDrawn(layer.parts, shade, text), [layer, shade, text])
  const backdrop = useMemo(() => backdropOf('units', found?.backdrop), [found?.backdrop])
  const ready = found !== undefined || asked.isError
  useEffect(() => {
    if (ready) onDrawn(layer.unit)
  }, [ready, layer.unit, onDrawn])
  if (!ready) return <p className="lx-quiet">{text.coming}</p>
  return (
    <SchematicMap
      label={text.table(layer.unitName)}
      own={found?.own ?? null}
      outlines={found?.parts ?? noOutlines}
      parts={parts}
      chosen={chosen}
      onChoose={onChoose}
      backdrop={backdrop}
    />
  )
})
