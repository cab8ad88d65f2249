// (y) A document of 200 pages as DOCX and PDF, and a list of 50,000 × 20 as XLSX with the most memory it takes.

import { openAside } from '../aside.ts'
import type { Case, Figure, Setting } from '../case.ts'
import { atLeast, atMost } from '../case.ts'
import { median } from '../figures.ts'
import type * as LongDocuments from '../parts/long-documents.ts'

type Kind = 'docx' | 'pdf' | 'xlsx' | 'csv'

/** Each time in a new process, so that its peak of memory is its own. */
async function once(kind: Kind): Promise<LongDocuments.Made> {
  const aside = openAside<typeof LongDocuments>('long-documents')
  const made = await aside.ask(kind)
  await aside.close()
  return made
}

async function packing(): Promise<number> {
  const aside = openAside<typeof LongDocuments>('long-documents')
  const seconds = await aside.ask('docxLimit')
  await aside.close()
  return seconds
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`

async function run({ quick, say }: Setting): Promise<Figure[]> {
  const rounds = quick ? 2 : 5
  const times: Record<Kind, LongDocuments.Made[]> = { docx: [], pdf: [], xlsx: [], csv: [] }
  const limits: number[] = []
  for (let round = 0; round < rounds; round += 1)
    for (const kind of ['docx', 'pdf', 'xlsx', 'csv'] as const) {
      say(`${kind}, round ${round + 1}`)
      times[kind].push(await once(kind))
      if (kind === 'docx') limits.push(await packing())
    }
  const seconds = (kind: Kind): number => median(times[kind].map((made) => made.seconds))
  const peak = (kind: Kind): number => Math.max(...times[kind].map((made) => made.peakMegabytes))
  const size = (kind: Kind): string => megabytes(times[kind][0]?.bytes ?? 0)
  const pages = times.pdf[0]?.pages ?? 0
  const note = (kind: Kind): string => `${size(kind)}, median of ${rounds}, each the first in its process`
  return [
    {
      what: 'DOCX of 200 pages: 330 villages, 660 paragraphs, 330 tables',
      value: seconds('docx'),
      unit: 's',
      limit: { what: 'compressing the same parts', value: median(limits) },
      ratio: seconds('docx') / median(limits),
      aim: atMost(seconds('docx'), 5, 's'),
      note: note('docx'),
    },
    { what: '… its peak memory', value: peak('docx'), unit: 'MB', note: 'VmHWM, the worst' },
    { what: 'PDF of the same document', value: seconds('pdf'), unit: 's', aim: atMost(seconds('pdf'), 15, 's'), note: note('pdf') },
    { what: '… its pages', value: pages, unit: '', aim: atLeast(pages, 200) },
    { what: '… its peak memory', value: peak('pdf'), unit: 'MB', note: 'VmHWM, the worst; the thread lies inside the process' },
    {
      what: 'XLSX of 50,000 × 20, streamed',
      value: seconds('xlsx'),
      unit: 's',
      limit: { what: 'the same list as CSV', value: seconds('csv') },
      ratio: seconds('xlsx') / seconds('csv'),
      note: note('xlsx'),
    },
    { what: '… its peak memory', value: peak('xlsx'), unit: 'MB', aim: atMost(peak('xlsx'), 200, 'MB'), note: 'VmHWM, the worst' },
  ]
}

export const longDocuments: Case = { letter: 'y', title: 'Long documents', run }
