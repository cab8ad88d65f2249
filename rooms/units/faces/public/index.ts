import type { PublicPage } from '#ground/http/page.ts'
import { rootsPage, unitPage } from './browse.ts'

export const pages: PublicPage[] = [rootsPage, unitPage]
