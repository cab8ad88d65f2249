// A sheet in, the same on each list: its template, a dry run, every bad row, and the good rows alone when the user says so.

import { addressOf } from '#ground/ui/client.ts'
import { UploadTable } from '#ground/ui/desk/upload-table.tsx'
import { useWords } from '#ground/ui/words.ts'
import { facts } from './facts-client.ts'
import { words } from './words.ts'

const templates = {
  import: 'template',
  importCertificates: 'certificateTemplate',
  importCases: 'caseTemplate',
  importReviews: 'reviewTemplate',
  importDemands: 'demandTemplate',
} as const

interface ImportSheetProps {
  readonly into: keyof typeof templates
  readonly onDone: () => void
}

export function ImportSheet({ into, onDone }: ImportSheetProps) {
  const text = useWords(words)
  return (
    <UploadTable
      leavesOut
      label={text.import}
      title={text.import}
      accept=".xlsx,.csv"
      counts={text.importCounts}
      template={addressOf(facts, templates[into], { query: { format: 'xlsx' } })}
      run={(file, { dryRun, skipBad, onProgress }) => facts[into]({ file, body: { dryRun, skipBad }, onProgress })}
      onDone={onDone}
    />
  )
}
