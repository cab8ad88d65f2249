// Export of units as of a day, in the columns of the import, so that what goes out comes in again.

import type { Kysely } from 'kysely'
import type { Day } from '#ground/kernel/clock.ts'
import { parentOf } from '#ground/kernel/code.ts'
import type { Code } from '#ground/kernel/code.ts'
import type { FileAnswer, Handler } from '#ground/http/handler.ts'
import { ok, refuse } from '#ground/kernel/result.ts'
import type { Database } from '#ground/postgres/database.gen.ts'
import type { Cell } from '#ground/sheets/csv-write.ts'
import { sheetFile, templateFile } from '#ground/sheets/sheet-file.ts'
import type { contract } from '../contract.ts'
import { levelNameOf } from '../core/unit.ts'
import { findUnits, listSubtree } from '../data/queries.ts'
import { problems } from '../problems.ts'

type Units = typeof contract

export const exportColumns = ['code', 'name', 'level', 'parent', 'kind'] as const

const pageSize = 5000

/** Rows of everything at and below a code (empty: the whole instance) as of a day. */
export async function* exportRows(db: Kysely<Database>, below: Code, day: Day): AsyncGenerator<readonly Cell[], void, undefined> {
  let after: Code | null = null
  for (;;) {
    const page: Awaited<ReturnType<typeof listSubtree>> = await listSubtree(db, below, day, { after, limit: pageSize })
    for (const { code, name, kind } of page) yield [code, name, levelNameOf(code), parentOf(code) ?? '', kind ?? '']
    const last = page.at(-1)
    if (page.length < pageSize || last === undefined) return
    after = last.code
  }
}

/** The file in either format, as a stream. */
export function exportFile(
  db: Kysely<Database>,
  asked: { below: Code; day: Day; format: 'csv' | 'xlsx'; sheet: string },
): FileAnswer['file'] {
  const { below, day, format, sheet } = asked
  const rows = exportRows(db, below, day)
  return sheetFile(format, `units-${below || 'all'}-${day}`, { sheet, header: exportColumns, rows, widths: [16, 40, 12, 12, 12] })
}

const sheetName = { zh: '单位', en: 'Units' } as const

export const exportUnits: Handler<Units['export']> = async ({ db, query, today, language }) => {
  const day = query.asOf ?? today
  const below = query.below ?? ''
  if (below !== '' && (await findUnits(db, [below], day)).length === 0) return refuse(problems.unknownUnit({ code: below }))
  return ok({ file: exportFile(db, { below, day, format: query.format, sheet: sheetName[language] }) })
}

const notes = {
  code: { zh: '官方统计用区划代码：2、4、6、9 或 12 位', en: 'Official division code of 2, 4, 6, 9 or 12 digits' },
  name: { zh: '单位名称', en: 'Name' },
  level: { zh: '可不填，按编码核对', en: 'Optional, checked against the code' },
  parent: { zh: '上级编码，可不填，按编码核对', en: 'Optional, checked against the code' },
  kind: { zh: '只用于村级，可不填，默认按编码判断', en: 'Only at village level; by the code when empty' },
} as const

export const template: Handler<Units['template']> = async ({ language }) => {
  const column = (name: keyof typeof notes, example: string, choices?: readonly string[]) => ({
    name,
    required: name === 'code' || name === 'name',
    note: notes[name][language],
    example,
    ...(choices === undefined ? {} : { choices }),
  })
  const file = await templateFile(
    'xlsx',
    'units-template',
    [
      column('code', '990101001001'),
      column('name', '朝霞社区'),
      column('level', 'village', ['province', 'prefecture', 'county', 'township', 'village']),
      column('parent', '990101001'),
      column('kind', 'community', ['village', 'community']),
    ],
    language,
    sheetName[language],
  )
  return ok({ file })
}
