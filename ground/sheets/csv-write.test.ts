import { describe, expect, test } from 'vitest'
import { cleanCell, escapeFormula } from './cells.ts'
import { writeCsv, type CsvOptions } from './csv-write.ts'

async function written(rows: Parameters<typeof writeCsv>[0], options?: CsvOptions) {
  let text = ''
  for await (const piece of writeCsv(rows, options)) text += piece
  return text
}

describe('CSV as written', () => {
  test('begins with a BOM and its header, quotes where needed, ends every line', async () => {
    expect(
      await written(
        [
          ['a,b', '说"好"', null],
          [1.5, true, 'x\ny'],
        ],
        { header: ['一', '二', '三'] },
      ),
    ).toBe('\uFEFF一,二,三\n"a,b","说""好""",\n1.5,true,"x\ny"\n')
  })
  test('can be plain for machines', async () => {
    expect(await written([['=1']], { bom: false, escapeFormulas: false, lineEnd: '\r\n' })).toBe('=1\r\n')
    expect(await written([], { bom: false })).toBe('')
  })
  test('runs no formula', async () => {
    expect(await written([['=HYPERLINK("x")', '+86', '-1+2', '@SUM', '-1.5']], { bom: false })).toBe(
      '"\'=HYPERLINK(""x"")",\'+86,\'-1+2,\'@SUM,-1.5\n',
    )
  })
  test('comes in pieces while rows are still being made', async () => {
    let made = 0
    async function* rows() {
      for (; made < 10_000; made += 1) yield [made]
    }
    const pieces = writeCsv(rows(), { bom: false })
    await pieces.next()
    expect(made).toBeLessThan(2000)
    await pieces.return()
  })
})

test.each(['=1', '+1', '-a', '@x', '＝1', "'=1", "''-x", "'a", 'a', '-1.5', ''])('%j is read as it was before escaping', (cell) => {
  expect(cleanCell(escapeFormula(cell))).toBe(cell)
  expect(escapeFormula(cell)).not.toMatch(/^(?![+-]\d+(\.\d+)?$)[=+\-@＝]/)
})
