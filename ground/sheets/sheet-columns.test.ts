// Columns said once: the template, the export and the import agree.

import { expect, test } from 'vitest'
import { readRecords, templateColumns } from './sheet-columns.ts'
import type { SheetColumns } from './sheet-columns.ts'
import { sheetFile, templateFile } from './sheet-file.ts'

const columns = {
  name: { title: { zh: '名称', en: 'Name' }, note: { zh: '全称', en: 'In full' }, example: '甲', required: true },
  kind: { title: { zh: '类别', en: 'Kind' }, note: { zh: '可不填', en: 'Optional' }, example: '乙' },
} as const satisfies SheetColumns<string>

const read = (text: string) => readRecords(new TextEncoder().encode(text), columns, {})

async function bytesOf(body: Uint8Array | AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body
  const pieces: Buffer[] = []
  for await (const piece of body) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces)
}

test('records are read by the titles of either language or by key, with their lines', async () => {
  for (const header of ['名称,类别', 'Name,Kind', 'name,kind']) {
    const found = await read(`${header}\n甲,乙\n`)
    if (!found.ok) throw new Error(found.problem.detail.en)
    expect(found.value.records).toEqual([{ name: '甲', kind: '乙', line: 2 }])
  }
  const found = await read('Other,name\nx,甲')
  if (!found.ok) throw new Error(found.problem.detail.en)
  expect([found.value.records, found.value.has('kind'), found.value.has('name')]).toEqual([
    [{ name: '甲', kind: '', line: 2 }],
    false,
    true,
  ])
})

test('a required column that is missing is refused', async () => {
  expect(await read('类别\n乙')).toMatchObject({ ok: false })
})

test.each(['csv', 'xlsx'] as const)('a template and a list as %s are read again', async (format) => {
  const template = await templateFile(format, '模板', templateColumns(columns, 'zh', { kind: ['乙', '丙'] }), 'zh')
  expect(template.name).toBe(`模板.${format}`)
  const empty = await readRecords(await bytesOf(template.body), columns, {})
  expect(empty).toMatchObject({ ok: true, value: { records: [] } })
  const file = sheetFile(format, '名单', { sheet: '名单', header: ['Name', 'Kind'], rows: [['甲', '=1']] })
  const full = await readRecords(await bytesOf(file.body), columns, {})
  expect(full).toMatchObject({ ok: true, value: { records: [{ name: '甲', kind: '=1', line: 2 }] } })
})
