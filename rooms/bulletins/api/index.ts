import type { Handlers } from '#ground/http/handler.ts'
import type { contract } from '../contract.ts'
import { draftLedger, draftStars } from './data-draft.ts'
import { keepLetterhead, letterheads } from './letterheads.ts'
import { openGet, openList, openPdf, openPicture } from './open.ts'
import { paper, shownPicture } from './papers.ts'
import { addPictureTo, citable, takeDown } from './pictures.ts'
import { draft, exportList, get, list } from './reading.ts'
import { correct, publish, revise, sendBack, signOff } from './verbs.ts'
import { keepWording, wordings } from './wordings.ts'

export const handlers: Handlers<typeof contract> = {
  list,
  export: exportList,
  get,
  docx: paper('docx'),
  pdf: paper('pdf'),
  xlsx: paper('xlsx'),
  picture: shownPicture(),
  addPicture: addPictureTo,
  takeDown,
  citable,
  wordings,
  keepWording,
  letterheads,
  keepLetterhead,
  openList,
  openGet,
  openPdf,
  openPicture,
  draft,
  draftLedger,
  draftStars,
  revise,
  signOff,
  return: sendBack,
  publish,
  correct,
}
