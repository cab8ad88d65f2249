// Import of a workbook: as a new draft, or into the draft that is open. A trial run first; every bad cell is named.

import { useQueryClient } from '@tanstack/react-query'
import { UploadTable } from '#ground/ui/desk/upload-table.tsx'
import { useMe } from '#ground/ui/me.ts'
import { useWords } from '#ground/ui/words.ts'
import { standards } from './standards.ts'
import { words } from './words.ts'

export function ImportBook({ id, onDone }: { readonly id: string | null; readonly onDone: (id: string) => void }) {
  const text = useWords(words)
  const { acting } = useMe()
  const queries = useQueryClient()
  const into = id === null ? {} : { id }
  return (
    <UploadTable
      label={id === null ? text.importNew : text.importInto}
      title={text.importTitle}
      accept=".xlsx"
      counts={text.importCounts}
      run={async (file, { dryRun, onProgress }) => {
        const answer = await standards.import({ file, body: { unit: acting?.unit ?? '', ...into, dryRun }, onProgress })
        return { ...answer.counts, id: answer.id, errors: [] }
      }}
      onDone={(answer) => {
        void queries.invalidateQueries({ queryKey: ['standards'] })
        onDone(String(answer['id']))
      }}
    />
  )
}
