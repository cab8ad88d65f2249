// The document of a round of 36 villages, made in a process of its own; and its limit: compressing the same parts, which
// any writer of such a file has to do at least.

import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { OfficeDocument } from '#ground/documents/document.ts'
import { writeDocx } from '#ground/documents/docx-write.ts'
import { writeWorkbook } from '#ground/sheets/xlsx-book.ts'
import { zipParts } from './zip-parts.ts'

const villages = 36
const judges = 15

/** Results by village, remarks and the four lists: what a bulletin of such a round holds. */
function roundDocument(): OfficeDocument {
  const names = Array.from({ length: villages }, (_, index) => `演示第${index + 1}村`)
  const row = (name: string, index: number) => [String(index + 1), name, `${90 - index / 10}`, `${88 - index / 10}`, `${89 - index / 10}`]
  const column = (title: string, share = 1) => ({ title, share })
  return {
    number: '演示办〔2026〕3号',
    title: '关于第三季度亮赛比情况的通报',
    addressee: '各村党组织',
    blocks: [
      { kind: 'heading', level: 1, text: '基本情况' },
      { kind: 'paragraph', text: '本轮三十六个村全部参加，实地看七十二个观摩点，台上汇报，现场评分。'.repeat(6) },
      { kind: 'heading', level: 1, text: '结果' },
      {
        kind: 'table',
        caption: '各村得分',
        columns: ['序号', '村', '实地', '台上', '总分'].map((title) => column(title)),
        rows: names.map(row),
      },
      ...names.flatMap((name) => [
        { kind: 'heading', level: 2, text: name } as const,
        { kind: 'paragraph', text: '公示栏更新不及时，便民服务点尚未挂牌，路灯维护责任没有落实，限期整改。'.repeat(4) } as const,
      ]),
      ...['任务清单', '责任清单', '措施清单', '时间清单'].map((caption) => ({
        kind: 'table' as const,
        caption,
        columns: [column('村', 2), column('问题', 5), column('措施', 5), column('期限', 2)],
        rows: names.map((name) => [name, '公示栏更新不及时。', '每月五日前更新，专人负责。', '2026-10-31']),
      })),
    ],
    attachments: ['四个清单', '评分表'],
    signature: { issuer: '演示镇党建办', day: '2026-09-08' },
  }
}

/** The parts of a zip as they were before compressing. */
const partsOf = (bytes: Uint8Array): Buffer[] => zipParts(bytes).map(({ packed, content }) => (packed ? inflateRawSync(content) : content))

export interface Made {
  readonly seconds: number
  readonly zipSeconds: number
  readonly bytes: number
}

async function timed(make: () => Promise<Uint8Array>): Promise<Made> {
  const begun = performance.now()
  const bytes = await make()
  const seconds = (performance.now() - begun) / 1000
  const parts = partsOf(bytes)
  const again = performance.now()
  for (const part of parts) deflateRawSync(part)
  return { seconds, zipSeconds: (performance.now() - again) / 1000, bytes: bytes.length }
}

/** The bulletin once. */
export const docx = (): Promise<Made> => timed(() => writeDocx(roundDocument()))

/** All sheets, method and result: 36 villages × 15 judges × 10 criteria in several sheets. */
export function workbook(): Promise<Made> {
  const header = ['村', '评委', '部分', '标准', '分']
  const scores = Array.from({ length: villages * judges * 10 }, (_, index) => [
    `演示第${Math.floor(index / 150) + 1}村`,
    `评委${(Math.floor(index / 10) % judges) + 1}`,
    '实地',
    `标准${(index % 10) + 1}`,
    '8.5',
  ])
  return timed(() =>
    writeWorkbook([
      { sheet: '评分', header, rows: scores },
      { sheet: '办法', header: ['项', '值'], rows: [['去掉最高分', '1']] },
      { sheet: '结果', header: ['名次', '村', '总分'], rows: Array.from({ length: villages }, (_, index) => [index + 1, '村', '90.00']) },
    ]),
  )
}
