import { describe, expect, test } from 'vitest'
import { gzipBomb, sheetRow, workbookOf, zipBomb, zipOf } from './hostile-files.ts'
import { readRows } from './table.ts'
import { streamXlsx, writeTemplate, writeXlsx } from './xlsx-write.ts'

const limits = { maxExpandedBytes: 64 * 1_048_576 }

async function read(bytes: Uint8Array) {
  const result = await readRows(bytes, limits)
  return result.ok ? { header: result.value.header, rows: result.value.rows.map((row) => row.cells) } : result.problem.code
}

const header = sheetRow(1, ['code', 'name'])

describe('a workbook', () => {
  test('gives back what was written, as text', async () => {
    const rows = [
      ['410882001003', '演示村'],
      ['=1+1', '@x'],
      ['007', 'a & b <c>\n"d"'],
      ['', 'only'],
    ]
    const bytes = await writeXlsx({ sheet: '单位/一览', header: ['code', 'name'], rows })
    expect(await read(bytes)).toEqual({ header: ['code', 'name'], rows })
  })
  test('takes numbers, booleans and empty cells, and drops what XML cannot hold', async () => {
    const bytes = await writeXlsx({
      sheet: 'a',
      header: ['a', 'b', 'c', 'd'],
      rows: [
        [1.5, true, null, 'x\u0000y\u0007'],
        [410882001003, false, 'z', ''],
      ],
    })
    expect(await read(bytes)).toEqual({
      header: ['a', 'b', 'c', 'd'],
      rows: [
        ['1.5', 'TRUE', '', 'xy'],
        ['410882001003', 'FALSE', 'z', ''],
      ],
    })
  })
  test('holds no formula', async () => {
    const bytes = await writeXlsx({ sheet: 'a', header: ['=a'], rows: [['=cmd|calc']] })
    const { inflateRawSync } = await import('node:zlib')
    const at = bytes.findIndex((_, index) => Buffer.from(bytes.subarray(index, index + 24)).toString() === 'xl/worksheets/sheet1.xml') + 24
    const xml = inflateRawSync(bytes.subarray(at)).toString()
    expect(xml).toContain('=cmd|calc')
    expect(xml).not.toContain('<f')
  })
  test('streams rows from anywhere', async () => {
    async function* rows() {
      for (let index = 0; index < 5000; index += 1) yield [String(index), '村']
    }
    const pieces: Uint8Array[] = []
    for await (const piece of streamXlsx({ sheet: 'a', header: ['n', 'name'], rows: rows() })) pieces.push(piece)
    const back = await read(Buffer.concat(pieces))
    expect(typeof back === 'number' ? back : back.rows.at(-1)).toEqual(['4999', '村'])
  })
  test('numbers are written as Excel shows them, dates as days', async () => {
    const styles = `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`
    const relations =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>'
    const row = '<row r="5"><c r="A5"><v>0.30000000000000004</v></c><c r="B5" s="1"><v>46273</v></c></row>'
    const bytes = workbookOf(header + row, [
      { name: 'xl/styles.xml', content: styles },
      { name: 'xl/_rels/workbook.xml.rels', content: relations },
    ])
    expect(await read(bytes)).toEqual({ header: ['code', 'name'], rows: [['0.3', '2026-09-08']] })
  })
  test("keeps Excel's own line numbers", async () => {
    const result = await readRows(workbookOf(header + sheetRow(7, ['1', 'x'])))
    expect(result).toMatchObject({ ok: true, value: { rows: [{ line: 7, cells: ['1', 'x'] }] } })
  })
  test('refuses a code that Excel has rounded', async () => {
    const result = await readRows(workbookOf(`${header}<row r="2"><c r="A2"><v>4.1088200100300102E16</v></c></row>`))
    expect(result.ok ? null : [result.problem.code, result.problem.detail.zh]).toEqual([216, expect.stringContaining('第 2 行“code”')])
  })
})

describe('a template', () => {
  test('has the header first and can be sent back filled', async () => {
    const bytes = await writeTemplate(
      '人员',
      [
        { name: '姓名', required: true, note: '与身份证一致', example: '演示·甲' },
        { name: '角色', required: false, note: '岗位', example: '书记', choices: ['书记', '委员'] },
      ],
      'zh',
    )
    expect(await read(bytes)).toEqual({ header: ['姓名', '角色'], rows: [] })
  })
})

describe('a hostile workbook is refused by number', () => {
  const far = '<row r="2"><c r="XFD2"><v>1</v></c></row>'
  const cases: readonly (readonly [string, number, () => Uint8Array | Promise<Uint8Array>])[] = [
    ['half a file', 209, () => workbookOf(header).subarray(0, 500)],
    ['a zip of something else', 202, () => zipOf([{ name: 'word/document.xml', content: '<x/>' }])],
    ['an empty zip', 202, () => zipOf([])],
    ['a zip bomb that says so', 201, () => zipBomb(65)],
    ['a zip bomb that claims 1 KB', 201, () => zipBomb(65, 1024)],
    ['a zip bomb that claims nothing', 204, () => zipBomb(1, 0)],
    ['a gzip bomb', 201, () => gzipBomb(65)],
    ['a far column', 208, () => workbookOf(header + far)],
    ['a far column behind an entity', 208, () => workbookOf(header + far.replace('XFD2', '&#88;FD2'))],
    ['a sheet stored in one big piece', 204, () => workbookOf(header + sheetRow(2, ['1', 'x']).repeat(9000), [], { stored: true })],
    ['a tag without an end', 211, () => workbookOf(`${header}<c ${'a'.repeat(600_000)}`)],
    ['a huge cell', 211, () => workbookOf(header + sheetRow(2, ['x'.repeat(40_000), 'y']))],
    [
      'a broken check sum',
      204,
      () => {
        const zip = workbookOf(header)
        zip[zip.indexOf('[Content') + 30] = 0
        return zip
      },
    ],
    ['broken XML', 218, () => workbookOf('<<<>>>')],
    ['no sheet at all', 218, () => workbookOf(header, [{ name: 'xl/workbook.xml', content: '<workbook/>' }])],
    [
      'a part twice',
      204,
      () =>
        zipOf([
          { name: '[Content_Types].xml', content: '<a/>' },
          { name: 'xl/workbook.xml', content: '<a/>' },
          { name: 'xl/workbook.xml', content: '<b/>' },
        ]),
    ],
    [
      'shared strings beyond measure',
      201,
      () => workbookOf(header, [{ name: 'xl/sharedStrings.xml', content: Buffer.alloc(50 * 1_048_576, '<si/>') }]),
    ],
    [
      "shared strings that eat the parser's memory",
      220,
      () => workbookOf(header, [{ name: 'xl/sharedStrings.xml', content: Buffer.alloc(40 * 1_048_576, '<si/>') }]),
    ],
    ['millions of blank rows', 207, () => workbookOf(`${header}${'<row/>'.repeat(150_000)}`)],
    ['a repeated column', 206, () => workbookOf(sheetRow(1, ['a', 'a']))],
    ['a row too wide', 213, () => workbookOf(header + sheetRow(2, ['1', '2', '3']))],
  ]
  test.each(cases)('%s: %i', { timeout: 60_000 }, async (_, code, make) => {
    expect(await read(await make())).toBe(code)
  })
  test('and sound ones are still read beside them', { timeout: 60_000 }, async () => {
    const bomb = zipBomb(1, 1024)
    const sound = workbookOf(header + sheetRow(2, ['41', '演示省']))
    const answers = await Promise.all([bomb, sound, bomb, sound, bomb].map(read))
    const good = { header: ['code', 'name'], rows: [['41', '演示省']] }
    expect(answers).toEqual([201, good, 201, good, 201])
  })
})
