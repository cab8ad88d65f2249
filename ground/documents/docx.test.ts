import { expect, test } from 'vitest'
import { partsOf } from '#ground/trial/zip-parts.ts'
import { documentDay, documentNumber } from './document.ts'
import type { OfficeDocument } from './document.ts'
import { writeDocx } from './docx-write.ts'
import { chineseNumber, numbered } from './numbering.ts'
import { signaturePlaces, widthOf } from './signature.ts'

const given: OfficeDocument = {
  number: documentNumber('晨街办', 2026, 3),
  title: '关于第三季度\n亮赛比情况的通报',
  addressee: '各社区党组织',
  blocks: [
    { kind: 'heading', level: 1, text: '基本情况' },
    { kind: 'paragraph', text: '第一段。\n第二段 <b> & "引号"。\u0000' },
    { kind: 'heading', level: 1, text: '问题' },
    { kind: 'heading', level: 2, text: '承诺' },
    {
      kind: 'table',
      caption: '各社区得分',
      columns: [
        { title: '单位', share: 3 },
        { title: '总分', align: 'right' },
      ],
      rows: [
        ['朝霞社区', '90.15'],
        ['和风社区', '=1+1'],
      ],
    },
  ],
  attachments: ['四个清单'],
  signature: { issuer: '演示街道', day: '2026-09-08' },
}

const parts = partsOf(await writeDocx(given))
const body = parts.get('word/document.xml') ?? ''
const texts = [...body.matchAll(/<w:t[ >][^<]*<\/w:t>|<w:t>[^<]*<\/w:t>/g)].map((match) => match[0].replace(/<[^>]+>/g, ''))

test('the page is that of the standard: margins, grid and line, and no grid of characters', () => {
  expect(body).toMatch(/<w:pgSz [^>]*w:w="11906"[^>]*w:h="16838"/)
  const margins = /<w:pgMar [^>]+>/.exec(body)?.[0] ?? ''
  for (const [side, twips] of [
    ['top', 2098],
    ['left', 1587],
    ['right', 1474],
    ['bottom', 1984],
  ] as const) {
    expect(margins).toContain(`w:${side}="${twips}"`)
  }
  const grid = /<w:docGrid [^>]+>/.exec(body)?.[0] ?? ''
  expect(grid).toContain('w:type="lines"')
  expect(grid).toContain('w:linePitch="579"')
  const styles = parts.get('word/styles.xml') ?? ''
  expect(styles).toContain('w:eastAsia="仿宋_GB2312"')
  expect(styles).toMatch(/<w:spacing w:val="-5"\/>/)
  expect(styles).toContain('<w:sz w:val="32"/>')
  expect(styles).toMatch(/<w:spacing [^>]*w:line="579"[^>]*w:lineRule="exact"/)
})

test('22 lines of 28 characters fill the text area and a 23rd or 29th does not fit', () => {
  const [height, width] = [16838 - 2098 - 1984, 11906 - 1587 - 1474]
  expect([Math.floor(height / 579), Math.floor(width / 315)]).toEqual([22, 28])
})

test('title, headings and text each have their face, and headings are numbered', () => {
  expect(texts).toEqual(
    expect.arrayContaining([
      '晨街办〔2026〕3号',
      '关于第三季度',
      '各社区党组织：',
      '一、基本情况',
      '二、问题',
      '（一）承诺',
      '第一段。',
      '附件：四个清单',
      '演示街道',
      '2026年9月8日',
    ]),
  )
  const faceOf = (text: string): string =>
    new RegExp(`w:eastAsia="([^"]+)"[^/]*/>(?:(?!<w:r>)[\\s\\S])*?<w:t[^>]*>${text}`).exec(body)?.[1] ?? ''
  expect(faceOf('关于第三季度')).toBe('方正小标宋简体')
  expect(faceOf('一、基本情况')).toBe('黑体')
  expect(faceOf('（一）承诺')).toBe('楷体_GB2312')
  expect(body).toMatch(/<w:sz w:val="44"\/>[\s\S]{0,200}关于第三季度/)
})

test('what XML cannot hold is dropped, what it can is escaped', () => {
  expect(texts).toContain('第二段 &lt;b&gt; &amp; &quot;引号&quot;。')
})

test('a table repeats its head, cuts no row and fills the width', () => {
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(1)
  expect(body.match(/<w:cantSplit\/>/g)).toHaveLength(3)
  const widths = [...body.matchAll(/<w:gridCol w:w="(\d+)"/g)].map((match) => Number(match[1]))
  expect(widths).toEqual([6633, 2211])
  expect(texts).toContain('=1+1')
})

test('page numbers stand outside: two footers, each on its own line', () => {
  const footers = [...parts.keys()].filter((name) => /word\/footer\d\.xml/.test(name)).map((name) => parts.get(name) ?? '')
  expect(footers.map((text) => /<w:jc w:val="(\w+)"/.exec(text)?.[1])).toEqual(expect.arrayContaining(['left', 'right']))
  for (const text of footers) {
    expect(text).toContain('w:line="280"')
    expect(text).toContain('— ')
    expect(text).toContain('PAGE')
  }
  expect(parts.get('word/settings.xml')).toContain('<w:evenAndOddHeaders')
})

test('the date stands four characters from the right, the issuer with its middle above it', () => {
  expect(widthOf('2026年9月8日')).toBe(6)
  expect(signaturePlaces('演示街道', '2026年9月8日')).toEqual({ issuer: 5, day: 4 })
  expect(signaturePlaces('中共演示县委员会演示街道工作委员会办公室', '2026年9月8日')).toEqual({ issuer: 0, day: 7 })
  expect(body).toContain('w:right="1260"')
})

test('numbers of headings and documents are written as offices write them', () => {
  expect([1, 10, 11, 20, 23].map(chineseNumber)).toEqual(['一', '十', '十一', '二十', '二十三'])
  const levels = ([1, 2, 3, 4, 2, 3, 1, 2] as const).map((level) => ({ kind: 'heading', level, text: '' }) as const)
  expect(numbered(levels).map((block) => (block.kind === 'heading' ? block.text : ''))).toEqual([
    '一、',
    '（一）',
    '1.',
    '（1）',
    '（二）',
    '1.',
    '二、',
    '（一）',
  ])
  const typed = (['一、基本情况', '1.5 万元的问题', '（二）承诺', '2.措施', '三、'] as const).map(
    (text) => ({ kind: 'heading', level: 1, text }) as const,
  )
  expect(numbered(typed).map((block) => (block.kind === 'heading' ? block.text : ''))).toEqual([
    '一、基本情况',
    '二、1.5 万元的问题',
    '三、承诺',
    '四、措施',
    '五、三、',
  ])
  expect(documentDay('2026-10-01')).toBe('2026年10月1日')
})

test('a red head has its mark, the number and a red rule; without one there is no red', async () => {
  const headed = partsOf(await writeDocx({ ...given, letterhead: { mark: '晨光街道党建办文件' } })).get('word/document.xml') ?? ''
  expect(headed).toMatch(/<w:color w:val="D7000F"\/>[\s\S]{0,200}晨光街道党建办文件/)
  expect(headed).toMatch(/w:pBdr><w:bottom w:val="single" w:color="D7000F"[\s\S]*?晨街办〔2026〕3号/)
  // 35 mm from the upper edge of the text to the mark: three lines and the rest.
  expect(headed).toContain(`w:line="${1984 - 3 * 579}"`)
  expect(body).not.toContain('D7000F')
})

test('the imprint names who gets a copy, who sent it and when, at the foot of the page; lines of it do not follow the grid', async () => {
  const imprint = { copies: '县委组织部，各社区党组织', office: '晨光街道党建办', day: '2026-09-08' }
  const printed = partsOf(await writeDocx({ ...given, imprint })).get('word/document.xml') ?? ''
  const table = printed.slice(printed.lastIndexOf('<w:tbl>'), printed.lastIndexOf('</w:tbl>'))
  expect(table).toContain('w:tblpYSpec="bottom"')
  for (const text of ['抄送：县委组织部，各社区党组织。', '晨光街道党建办', '2026年9月8日印发']) expect(table).toContain(text)
  expect(table).toContain('<w:snapToGrid w:val="false"/><w:spacing')
})

test('a picture stands in its own proportions with its caption, no wider than the text', async () => {
  // The smallest PNG there is.
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
  const block = { kind: 'picture', bytes: new Uint8Array(png), type: 'png', width: 3000, height: 1000, caption: '图1 服务点' } as const
  const parts2 = partsOf(await writeDocx({ ...given, blocks: [block] }))
  const shown = parts2.get('word/document.xml') ?? ''
  const [, wide, high] = /<wp:extent cx="(\d+)" cy="(\d+)"/.exec(shown) ?? []
  expect(Number(wide) / Number(high)).toBeCloseTo(3, 1)
  expect(Number(wide) / 12_700).toBeLessThanOrEqual(443)
  expect(shown).toContain('图1 服务点')
  expect([...parts2.keys()].some((name) => name.startsWith('word/media/'))).toBe(true)
})

test('small print says where figures come from, after the signature', async () => {
  const noted =
    partsOf(await writeDocx({ ...given, notes: { title: '数字来源', lines: ['1. 参加单位 11'] } })).get('word/document.xml') ?? ''
  expect(noted.indexOf('1. 参加单位 11')).toBeGreaterThan(noted.indexOf('2026年9月8日'))
  expect(noted).toMatch(/<w:sz w:val="21"\/>[\s\S]{0,120}参加单位/)
})
