// The first page of a PDF as pixels, by PDFium in WebAssembly: no script in it runs, nothing is fetched for it.

import { PDFiumLibrary } from '@hyzyla/pdfium'
import type { Pixels } from './pixels.ts'

let opened: Promise<PDFiumLibrary> | undefined

/** Points of a page beyond which its form is taken for an attack: a street plan in A0 has 3,370. */
const mostPoints = 20_000

/** The first page with its longer side of so many pixels; throws when the file cannot be opened, for a password too. */
export async function openPdf(bytes: Uint8Array, side: number): Promise<Pixels> {
  opened ??= PDFiumLibrary.init()
  const document = await (await opened).loadDocument(bytes)
  try {
    const page = document.getPage(0)
    const { originalWidth, originalHeight } = page.getOriginalSize()
    const longer = Math.max(originalWidth, originalHeight)
    if (!(Math.min(originalWidth, originalHeight) > 0) || longer > mostPoints) throw new Error('no page that can be shown')
    const { data, width, height } = await page.render({ scale: side / longer, render: 'bitmap' })
    return { data, width, height, channels: 4 }
  } finally {
    document.destroy()
  }
}
