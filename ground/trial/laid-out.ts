// A DOCX as another program lays it out, for tests. Needs LibreOffice (libreoffice-writer-nogui), pdftotext (poppler-utils) and a
// Chinese font; where LibreOffice or pdftotext is absent, `offices` is empty and such tests are not there.

import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const present = (program: string, argument: string): boolean => spawnSync(program, [argument]).error === undefined
/** Programs of this machine that lay out a DOCX. */
export const offices = present('pdftotext', '-v') ? ['soffice'].filter((program) => present(program, '--version')) : []

export interface Word {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
}

/** The words of each page with their places in millimetres. */
export function pagesOf(office: string, docx: Uint8Array): Word[][] {
  const folder = mkdtempSync(join(tmpdir(), 'liangxing-docx-'))
  writeFileSync(join(folder, 'one.docx'), docx)
  const profile = `-env:UserInstallation=file://${folder}/profile`
  spawnSync(office, [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'one.docx')], { timeout: 60_000 })
  const { stdout } = spawnSync('pdftotext', ['-bbox', join(folder, 'one.pdf'), '-'], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  const millimetres = (points: string | undefined): number => (Number(points) * 25.4) / 72
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</g)].map(([, left, top, right, text]) => ({
        text: text ?? '',
        left: millimetres(left),
        right: millimetres(right),
        top: millimetres(top),
      })),
    )
}
