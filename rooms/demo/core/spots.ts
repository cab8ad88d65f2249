// Which spots the demo's communities show at the sand table: fixed ids, so that a second load finds everything.

import type { Day } from '#ground/kernel/clock.ts'
import type { Code } from '#ground/kernel/code.ts'
import { addDays } from '#ground/kernel/days.ts'
import type { Id } from '#ground/kernel/ids.ts'
import { phases, sceneKinds } from './scenery.ts'
import type { Phase, SceneKind } from './scenery.ts'

export interface DemoPicture {
  readonly unit: Code
  readonly id: Id
  readonly upload: Id
  readonly kind: SceneKind
  /** Of the scene: the same for all phases of a spot. */
  readonly seed: string
  readonly spot: string
  readonly phase: Phase
  readonly shows: string
  readonly effectiveOn: Day
}

const names: Readonly<Record<SceneKind, string>> = {
  square: '小广场',
  lane: '背街小巷',
  shed: '停车棚',
  pond: '村口坑塘',
  bins: '垃圾分类点',
}
const shows: Readonly<Record<SceneKind, Readonly<Record<Phase, string>>>> = {
  square: { before: '地面坑洼、杂物堆放', during: '铺装施工', after: '铺装完工、补种树木' },
  lane: { before: '路面破损积水', during: '分段铺油', after: '路面硬化、两侧补绿' },
  shed: { before: '车辆乱停', during: '立柱安装', after: '停车棚投用' },
  pond: { before: '水体发黑、垃圾漂浮', during: '清淤', after: '清水入塘、加装护栏' },
  bins: { before: '垃圾露天堆放', during: '硬化地面、立棚', after: '分类亭投用' },
}
/** Days before the day of loading, by phase: the quarters of the slider differ. */
const ago: Readonly<Record<Phase, number>> = { before: 200, during: 100, after: 15 }
const spotsEach = 2

const idOf = (unit: Code, spot: number, phase: number, what: 0 | 1): Id =>
  `01990a00-0000-7000-8007-${unit.slice(-6)}${spot}${phase}${what}000`

/** The pictures of some communities; every third one still works at its second spot. */
export function picturesOf(units: readonly Code[], today: Day): DemoPicture[] {
  return units.flatMap((unit, place) =>
    Array.from({ length: spotsEach }, (_each, spot) => sceneKinds[(place * 2 + spot) % sceneKinds.length] ?? 'square').flatMap(
      (kind, spot) =>
        phases.flatMap((phase, nth): DemoPicture[] => {
          if (phase === 'after' && spot === 1 && place % 3 === 1) return []
          return [
            {
              unit,
              id: idOf(unit, spot, nth, 1),
              upload: idOf(unit, spot, nth, 0),
              kind,
              seed: `${unit} ${kind}`,
              spot: names[kind],
              phase,
              shows: `演示图：${shows[kind][phase]}`,
              effectiveOn: addDays(today, -ago[phase] - (place % 4) * 3 - spot),
            },
          ]
        }),
    ),
  )
}
