import type { PublicPage } from '#ground/http/page.ts'
import { bulletinPage } from './bulletin.ts'
import { listPage } from './list.ts'

export const pages: PublicPage[] = [listPage, bulletinPage]
