import type { PublicPage } from '#ground/http/page.ts'
import { followPage, sentPage } from './follow.ts'
import { listPage } from './list.ts'
import { sendObjection, showObjection } from './object.ts'
import { findPlaque, plaquePage } from './plaque.ts'
import { publicityPage } from './publicity.ts'
import { samplesPage } from './samples.ts'

export const pages: PublicPage[] = [
  listPage,
  publicityPage,
  showObjection,
  sendObjection,
  sentPage,
  followPage,
  samplesPage,
  findPlaque,
  plaquePage,
]
