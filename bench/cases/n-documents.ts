// (n) The bulletin of a round of 36 villages as DOCX, and its workbook of several sheets, beside compressing the same parts.

import { openAside } from '../aside.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atMost } from '../case.ts'
import { median } from '../figures.ts'
import type * as OfficeDocuments from '../parts/office-documents.ts'

const what = {
  docx: 'DOCX of a round of 36 villages, five tables and a paragraph a village',
  workbook: 'XLSX of its 5,400 scores, method and result in three sheets',
} as const

async function run({ quick, say }: Setting): Promise<Figure[]> {
  const rounds = quick ? 5 : 20
  const aside = openAside<typeof OfficeDocuments>('office-documents')
  const figures: Figure[] = []
  for (const kind of ['docx', 'workbook'] as const) {
    say(kind)
    const first = await aside.ask(kind)
    const all = []
    for (let round = 0; round < rounds; round += 1) all.push(await aside.ask(kind))
    const limit = { what: 'compressing the same parts', value: median(all.map((made) => made.zipSeconds)) }
    const ratio = median(all.map((made) => made.seconds / made.zipSeconds))
    const value = median(all.map((made) => made.seconds))
    const size = `${Math.round(first.bytes / 1024)} KB`
    const aim = kind === 'docx' ? { aim: atMost(first.seconds, 1, 's') } : {}
    figures.push(
      { what: `${what[kind]}: the first in a process`, value: first.seconds, unit: 's', note: size, ...aim },
      {
        what: what[kind],
        value,
        unit: 's',
        limit,
        ratio,
        note: `median of ${rounds}`,
        ...(kind === 'docx' ? { aim: atMost(value, 1, 's') } : {}),
      },
    )
  }
  await aside.close()
  return figures
}

export const documents: Case = { letter: 'n', title: 'Documents', run }
