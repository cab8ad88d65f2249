// The pages of all rooms for the big screen, found by their place.

import type { FacePage } from '#ground/ui/page.ts'

const found = import.meta.glob<{ readonly pages: readonly FacePage[] }>('../../rooms/*/faces/stage/index.ts', { eager: true })

const pages = Object.values(found).flatMap((module) => module.pages)

/** The page of an address; undefined when no room has one. */
export function pageAt(path: string): FacePage | undefined {
  return pages.find((page) => page.path === path.replace(/\/+$/, ''))
}
