// The invented tree every test starts with.

import { stageUnits } from '#ground/trial/cast.ts'
import type { Furnish } from '#ground/trial/stage.ts'
import { chinaDay } from '#ground/kernel/clock.ts'
import { importList } from './api/import-list.ts'

export const furnish: Furnish = async (stage) => {
  await stage.desk(async (desk) => {
    const list = ['code,name', ...stageUnits.map((unit) => unit.join(','))].join('\n')
    const importer = { db: desk.db, writes: desk.actor.writes, today: chinaDay(desk.clock.now()), act: desk.act.bind(desk) }
    const result = await importList(importer, new TextEncoder().encode(list), { dryRun: false, effective: '2020-01-01' })
    if (!result.ok) throw new Error(result.problem.detail.en)
  })
}
