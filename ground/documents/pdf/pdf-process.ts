// Entry of the thread that makes one PDF: what it is given is a document or pages, what it sends back are the bytes.

import { parentPort, workerData } from 'node:worker_threads'
import { drawPages, measure } from './draw.ts'
import { officePages } from './office-pages.ts'
import type { PdfTask } from './write.ts'

const { content, about, most } = workerData as PdfTask
const pages = content.kind === 'pages' ? content.pages : officePages(content.document, measure())
const bytes = await drawPages(pages, about, most)
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer])
