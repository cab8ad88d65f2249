import type { PublicPage } from '#ground/http/page.ts'
import { drawsPage } from './draws.ts'
import { listPage } from './list.ts'
import { roundPage } from './round.ts'

export const pages: PublicPage[] = [listPage, roundPage, drawsPage]
