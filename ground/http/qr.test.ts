import { decodeQR } from 'qr/decode.js'
import { encode } from 'uqr'
import { describe, expect, test } from 'vitest'
import { qrCode, qrPath } from './qr.ts'

/** What a reader sees: the path drawn back into dark and light. */
function drawn(path: string, size: number): boolean[][] {
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let nth = 0; nth < Number(length); nth += 1) (rows[Number(y)] ?? [])[Number(x) + nth] = true
  }
  return rows
}

/** The picture as a camera takes it: four pixels a module, four channels a pixel. */
function photographed(rows: readonly (readonly boolean[])[]): { width: number; height: number; data: Uint8Array } {
  const side = rows.length * 4
  const data = new Uint8Array(side * side * 4).fill(255)
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) if (rows[y >> 2]?.[x >> 2]) data.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
  }
  return { width: side, height: side, data }
}

describe('a QR code', () => {
  test('is read by a reader that is not its writer', () => {
    for (const text of ['7K3M-9QXT-2FHB', 'http://10.2.3.4:3000/feedback/track?code=7K3M-9QXT-2FHB', '晨光社区', 'x'.repeat(300)]) {
      const { size, path } = qrPath(text)
      expect(decodeQR(photographed(drawn(path, size)))).toBe(text)
    }
  })

  test('draws every module once, inside a quiet zone of four', () => {
    for (const text of ['7K3M-9QXT-2FHB', 'https://liangxing.example/feedback/track?code=7K3M-9QXT-2FHB', '晨光社区']) {
      const { size, path } = qrPath(text)
      const { data } = encode(text, { ecc: 'M', border: 0 })
      expect(size).toBe(data.length + 8)
      const rows = drawn(path, size)
      expect(rows.slice(4, -4).map((row) => row.slice(4, -4))).toEqual(data)
      const edge = [...rows.slice(0, 4), ...rows.slice(-4), ...rows.map((row) => [...row.slice(0, 4), ...row.slice(-4)])]
      expect(edge.flat().some(Boolean)).toBe(false)
    }
  })

  test('is one picture with a name, without script, style or anything to fetch', () => {
    const { markup } = qrCode('7K3M-9QXT-2FHB', '查询码 "甲" & 乙')
    expect(markup).toMatch(/^<svg class="qr" role="img" aria-label="查询码 &quot;甲&quot; &amp; 乙" viewBox="0 0 \d+ \d+"/)
    expect(markup).not.toMatch(/style=|href|<script|<image/)
    expect(markup.length).toBeLessThan(6_000)
  })

  test('refuses what would be too fine to read', () => {
    expect(() => qrPath('')).toThrow(/1 to 300/)
    expect(() => qrPath('x'.repeat(301))).toThrow(/1 to 300/)
  })
})
