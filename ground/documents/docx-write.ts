// A document as the bytes of a .docx, made in the thread for papers: 200 pages take seconds of a processor.

import type { OfficeDocument } from './document.ts'
import { inThread } from './papers.ts'
import type { PaperLimits } from './papers.ts'

const usual: PaperLimits = { bytes: 50_000_000, milliseconds: 60_000 }

/** The bytes of a .docx; what exceeds the limits throws. */
export const writeDocx = (document: OfficeDocument, limits: PaperLimits = usual): Promise<Uint8Array> =>
  inThread({ kind: 'docx', document, most: limits.bytes }, limits.milliseconds)
