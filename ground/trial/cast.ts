// The fixed cast of all tests: the same people with the same powers in every play. All invented.

export interface Player {
  readonly name: string
  readonly title: string
  readonly id: string
  readonly login: string
  readonly role: string | null
  readonly unit: string
  readonly post: string | null
  /** Session token of the template; send it as the cookie `lx-session`. */
  readonly token: string
}

const player = (number: number, name: string, title: string, role: string | null, unit: string): Player => ({
  name,
  title,
  id: `00000000-0000-7000-9000-0000000000${String(number).padStart(2, '0')}`,
  login: `trial-${name.toLowerCase()}`,
  role,
  unit,
  post: role === null ? null : `00000000-0000-7000-9001-0000000000${String(number).padStart(2, '0')}`,
  token: `trial-session-${name}-${'0'.repeat(24)}`,
})

/** Everybody who can be on stage; `nobody` (no session) is the public. */
export const cast = {
  operator: player(1, 'operator', '演示·管理员', 'operator', '99'),
  countyAdmin: player(2, 'countyAdmin', '演示·县委组织部', 'county-admin', '990101'),
  officer: player(3, 'officer', '演示·党建办', 'township-officer', '990101001'),
  secretary: player(4, 'secretary', '演示·书记', 'secretary', '990101001001'),
  reviewer: player(5, 'reviewer', '演示·星专班', 'star-office', '990101'),
  judge: player(6, 'judge', '演示·评委', 'judge', '990101001'),
  gridWorker: player(7, 'gridWorker', '演示·网格员', 'grid-worker', '990101001001'),
  supervisor: player(8, 'supervisor', '演示·督导', 'supervisor', '990101'),
  resident: player(9, 'resident', '演示·居民', null, '990101001001'),
  outsider: player(10, 'outsider', '演示·邻县', 'county-admin', '990102'),
} as const

export type PlayerName = keyof typeof cast

/** The small invented tree every test starts with: code, name. */
export const stageUnits: readonly (readonly [code: string, name: string])[] = [
  ['99', '演示省'],
  ['9901', '演示市'],
  ['990101', '演示县'],
  ['990101001', '晨光街道'],
  ['990101001001', '朝霞社区'],
  ['990101001002', '和风社区'],
  ['990101101', '柳溪镇'],
  ['990101101201', '柳溪村'],
  ['990101101202', '石桥村'],
  ['990102', '邻县'],
  ['990102101', '南坡镇'],
  ['990102101201', '南坡村'],
]

/** 2026-09-08 09:00 in China: the moment at which every play begins. */
export const stageStart = Date.UTC(2026, 8, 8, 1)
