import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { writeCsv } from './csv-write.ts'
import { columnsOf, readRows, readTable, type ReadLimits, type TableSource } from './table.ts'

const folder = mkdtempSync(join(tmpdir(), 'sheets '))
afterAll(() => rmSync(folder, { recursive: true }))

async function read(source: TableSource | string, limits?: Partial<ReadLimits>) {
  const result = await readRows(typeof source === 'string' ? Buffer.from(source) : source, limits)
  return result.ok
    ? { header: result.value.header, rows: result.value.rows.map((row) => row.cells), lines: result.value.rows.map((row) => row.line) }
    : result.problem.code
}

/** The bytes one by one, the worst a network can do. */
async function* dripping(bytes: Uint8Array) {
  for (const byte of bytes) yield new Uint8Array([byte])
}

describe('a CSV file', () => {
  test.each([
    ['LF', 'code,name\n41,河南省\n4108,焦作市\n'],
    ['CRLF', 'code,name\r\n41,河南省\r\n4108,焦作市\r\n'],
    ['no last line end', 'code,name\n41,河南省\n4108,焦作市'],
    ['a BOM', '\uFEFFcode,name\n41,河南省\n4108,焦作市\n'],
    ['tabs', 'code\tname\n41\t河南省\n4108\t焦作市\n'],
    ['semicolons', 'code;name\n41;河南省\n4108;焦作市\n'],
    ['quotes everywhere', '"code","name"\n"41","河南省"\n"4108","焦作市"\n'],
    ['spaces around', ' code , name\n 41 ,河南省　\n4108, 焦作市\n'],
    ['blank columns at the right', 'code,name,,\n41,河南省,,\n4108,焦作市,\n'],
  ])('is read with %s', async (_, text) => {
    const expected = {
      header: ['code', 'name'],
      rows: [
        ['41', '河南省'],
        ['4108', '焦作市'],
      ],
      lines: [2, 3],
    }
    expect(await read(text)).toEqual(expected)
    expect(await read(dripping(Buffer.from(text)))).toEqual(expected)
  })

  test('keeps commas, quotes and line breaks inside quotes, and counts lines as an editor does', async () => {
    const text = 'a,b\n"1,5","说""好"""\n\n"two\r\nlines",x\n,\n后,y\n'
    expect(await read(text)).toEqual({
      header: ['a', 'b'],
      rows: [
        ['1,5', '说"好"'],
        ['two\nlines', 'x'],
        ['后', 'y'],
      ],
      lines: [2, 4, 7],
    })
    expect(await read(dripping(Buffer.from(text)))).toEqual(await read(text))
  })

  test('is read in GB18030 when it is not UTF-8', async () => {
    // 代码,名称 / 41,河南省 / 1,䶮 (a four-byte character of GB18030)
    const bytes = Buffer.from('b4fac2eb2cc3fbb3c60a34312cbad3c4cfcaa10a312c82359833 0a'.replace(' ', ''), 'hex')
    const expected = {
      header: ['代码', '名称'],
      rows: [
        ['41', '河南省'],
        ['1', new TextDecoder('gb18030').decode(Buffer.from('82359833', 'hex'))],
      ],
      lines: [2, 3],
    }
    expect(await read(bytes)).toEqual(expected)
    expect(await read(dripping(bytes))).toEqual(expected)
    const late = Buffer.concat([Buffer.from('code,name\n'), Buffer.alloc(300_000, '41,ab\n'), Buffer.from('342cbad3c4cf0a', 'hex')])
    expect(await read(late)).toMatchObject({ rows: expect.arrayContaining([['4', '河南']]) as unknown })
  })

  test('is read packed, from disk, and in one piece with the same outcome', async () => {
    const text = `code,name\n${Array.from({ length: 20_000 }, (_, index) => `${index},${index % 7 === 0 ? `"第 ${index}, 村"` : '村'}`).join('\n')}\n`
    const path = join(folder, '村 list.csv')
    writeFileSync(path, text)
    const whole = await read(text)
    expect(whole).toMatchObject({ header: ['code', 'name'] })
    expect(typeof whole === 'number' ? whole : whole.rows[19_999]).toEqual(['19999', '第 19999, 村'])
    expect(await read({ path })).toEqual(whole)
    expect(await read(gzipSync(text))).toEqual(whole)
    const kinds = await Promise.all([readTable({ path }), readTable(gzipSync(text))])
    expect(kinds.map((table) => table.ok && table.value.kind)).toEqual(['csv', 'csv.gz'])
    for (const table of kinds) if (table.ok) await table.value.close()
  })

  test('gives back whatever was written', async () => {
    const cell = fc.string({ unit: fc.constantFrom(...'a村",\n\'=+-@;\t1 '), maxLength: 8 }).map((text) => text.trim())
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, fc.constant('x')), { minLength: 1 }), async (rows) => {
        let text = ''
        for await (const piece of writeCsv(rows, { header: ['a', 'b', 'c'] })) text += piece
        expect(await read(text)).toMatchObject({ header: ['a', 'b', 'c'], rows })
      }),
    )
  })

  test('fills short rows with empty cells', async () => {
    expect(await read('a,b,c\n1\n1,2\n')).toMatchObject({
      rows: [
        ['1', '', ''],
        ['1', '2', ''],
      ],
    })
    expect(await read('a,b,c\n1,2')).toMatchObject({ rows: [['1', '2', '']] })
  })

  test('may hold a header only', async () => {
    expect(await read('a,b')).toEqual({ header: ['a', 'b'], rows: [], lines: [] })
  })
})

describe('a file that is no sound CSV is refused by number', () => {
  const long = 'x'.repeat(32_768)
  test.each<[string, number, string | Uint8Array]>([
    ['nothing', 218, ''],
    ['a BOM alone', 218, '\uFEFF'],
    ['blank lines', 218, '\n,,\n \n'],
    ['a NUL byte', 203, 'a,b\n1,\0\n'],
    ['UTF-16', 210, Buffer.from('\uFEFFa,b\n', 'utf16le')],
    ['letters of no encoding', 210, Buffer.from([0x61, 0x0a, 0xff, 0xff, 0x0a])],
    ['HTML', 202, '\n <html><table>'],
    ['JSON', 202, '{"a":1}'],
    ['PDF', 202, '%PDF-1.7'],
    ['an old workbook', 215, Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a column without a name', 205, 'a,,c\n1,2,3\n'],
    ['a repeated column', 206, 'a,b, a\n'],
    ['a row too wide', 213, 'a,b\n1,2\n1,2,3\n'],
    ['a quote inside a cell', 212, 'a,b\n1,5" x 6"\n'],
    ['a quote never closed', 212, 'a,b\n1,"2\n3,4\n5,6\n'],
    ['half a quoted cell', 209, 'a,b\n1,2\n3,"4'],
    ['half a line', 209, 'a,b\n1,2\n3'],
    ['half a character', 209, Buffer.from('a,b\n1,村').subarray(0, -1)],
    ['a huge cell', 211, `a,b\n1,${long}\n`],
    ['a huge quoted cell', 211, `a,b\n1,"${long}"\n`],
    ['a huge line', 211, `a,b\n${'x'.repeat(2_000_000)}`],
    ['half a gzip', 209, gzipSync('a,b\n1,2\n').subarray(0, -9)],
    ['a gzip with wrong content', 204, Buffer.concat([gzipSync('a,b\n1,2\n').subarray(0, -8), Buffer.alloc(8)])],
    ['a gzip of a gzip', 202, gzipSync(gzipSync('a,b\n'))],
  ])('%s: %i', async (_, code, content) => {
    expect(await read(typeof content === 'string' ? content : Buffer.from(content))).toBe(code)
  })

  test.each<[number, Partial<ReadLimits>]>([
    [200, { maxBytes: 15 }],
    [207, { maxRows: 2 }],
    [208, { maxColumns: 1 }],
  ])('%i beyond its limit %j', async (code, limits) => {
    const text = 'a,b\n1,2\n3,4\n5,6\n'
    expect(await read(text, limits)).toBe(code)
    expect(await read(text, { maxBytes: 16, maxRows: 3, maxColumns: 2 })).toMatchObject({
      rows: [
        ['1', '2'],
        ['3', '4'],
        ['5', '6'],
      ],
    })
  })

  test('a file that does not exist is refused, not thrown', async () => {
    expect(await read({ path: join(folder, 'none.csv') })).toBe(217)
    expect(await read({ path: folder })).toBe(217)
  })

  test('an upload that breaks off is refused; a fault of ours is thrown', async () => {
    async function* breaking(error: Error) {
      yield Buffer.from('a,b\n1,2\n')
      throw error
    }
    expect(await read(breaking(Object.assign(new Error('gone'), { code: 'ECONNRESET' })))).toBe(209)
    await expect(read(breaking(new TypeError('ours')))).rejects.toThrow('ours')
  })

  test('the refusal names the line in both languages', async () => {
    const result = await readRows(Buffer.from('a,b\n1,2\n"x\ny",2\n1,2,3\n'))
    expect(result.ok ? null : result.problem.detail).toMatchObject({
      zh: expect.stringContaining('第 5 行') as unknown,
      en: expect.stringContaining('Line 5') as unknown,
    })
  })
})

describe('reading does not run ahead', () => {
  test('stops asking for bytes when the reader stops', async () => {
    let [sent, closed] = [0, false]
    async function* endless() {
      try {
        yield Buffer.from('a,b\n')
        for (;;) {
          sent += 1
          yield Buffer.alloc(100_000, '1,2\n')
        }
      } finally {
        closed = true
      }
    }
    const table = await readTable(endless(), { maxBytes: 1e9 })
    if (!table.ok) throw new Error('refused')
    for await (const batch of table.value.batches) if (batch.ok) break
    expect([sent < 5, closed]).toEqual([true, true])
  })
})

describe('columns are found by any of their names', () => {
  const wanted = {
    code: { names: ['code', '代码'] },
    name: { names: ['name', '名称'] },
    kind: { names: ['kind', '类别'], optional: true },
  } as const
  test('in any order and case', () => {
    expect(columnsOf(['名称', 'note', 'CODE'], wanted)).toEqual({ ok: true, value: { code: 2, name: 0, kind: -1 } })
  })
  test('missing ones and doubles are refused', () => {
    expect(columnsOf(['kind'], wanted)).toMatchObject({
      ok: false,
      problem: { code: 214, detail: { zh: expect.stringContaining('code、name') as unknown } },
    })
    expect(columnsOf(['code', '代码', 'name'], wanted)).toMatchObject({ ok: false, problem: { code: 219 } })
  })
})
