// A PDF of a document or of described pages, made in the thread for papers.

import type { OfficeDocument } from '../document.ts'
import { inThread } from '../papers.ts'
import type { PaperLimits } from '../papers.ts'
import type { PdfAbout, PdfPage } from './page.ts'

export type PdfContent =
  | { readonly kind: 'document'; readonly document: OfficeDocument }
  | { readonly kind: 'pages'; readonly pages: readonly PdfPage[] }

const usual: PaperLimits = { bytes: 50_000_000, milliseconds: 60_000 }

/** The bytes of a PDF; what exceeds the limits throws. Calls are served one after the other. */
export function writePdf(content: PdfContent, about: PdfAbout, limits: PaperLimits = usual): Promise<Uint8Array> {
  const most = limits.bytes
  const task =
    content.kind === 'pages'
      ? ({ kind: 'pages', pages: content.pages, about, most } as const)
      : ({ kind: 'pdf', document: content.document, about, most } as const)
  return inThread(task, limits.milliseconds)
}
