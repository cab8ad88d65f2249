import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { compressFolder } from './compress.ts'

test('what is worth it lies there compressed and gives the same bytes back', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'assets '))
  try {
    const text = '单位 '.repeat(1000)
    await writeFile(join(folder, 'page.js'), text)
    await writeFile(join(folder, 'small.css'), 'a{}')
    await writeFile(join(folder, 'photo.webp'), text)
    await compressFolder(folder)
    expect((await readdir(folder)).toSorted()).toEqual(['page.js', 'page.js.br', 'page.js.gz', 'photo.webp', 'small.css'])
    expect(gunzipSync(await readFile(join(folder, 'page.js.gz'))).toString()).toBe(text)
    expect(brotliDecompressSync(await readFile(join(folder, 'page.js.br'))).toString()).toBe(text)
  } finally {
    await rm(folder, { recursive: true })
  }
})
