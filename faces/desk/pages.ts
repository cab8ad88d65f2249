// The pages of all rooms, found by the floor plan: rooms/<room>/faces/desk/index.ts exports `pages`.

import type { DeskPage } from '#ground/ui/page.ts'

const found = import.meta.glob<{ readonly pages: readonly DeskPage[] }>('../../rooms/*/faces/desk/index.ts', { eager: true })

export const pages: readonly DeskPage[] = Object.values(found).flatMap((module) => module.pages)
