// Which part of the house a file belongs to. The names are those of the table in docs/house.md.

export type Zone =
  | 'kernel'
  | 'http-plate'
  | 'ground'
  | 'ui'
  | 'trial'
  | 'core'
  | 'data'
  | 'api'
  | 'jobs'
  | 'cli'
  | 'offers'
  | 'desk'
  | 'pocket'
  | 'stage'
  | 'public-face'
  | 'plate'
  | 'contract'
  | 'problems'
  | 'shell'
  | 'door'
  | 'tools'
  | 'bench'
  | 'packs'
  | 'root'

export interface Place {
  readonly zone: Zone
  /** The room a file belongs to. */
  readonly room: string | null
  /** The folder inside which imports are relative. */
  readonly home: string
  /** Tests may import anything. */
  readonly test: boolean
}

const roomParts: Readonly<Record<string, Zone>> = {
  core: 'core',
  data: 'data',
  api: 'api',
  jobs: 'jobs',
  cli: 'cli',
  'offers.ts': 'offers',
  'identify.ts': 'api',
  'queue.ts': 'api',
  'excerpts.ts': 'api',
  'records.ts': 'api',
  'seats.ts': 'api',
  'first-start.ts': 'api',
  'room.ts': 'plate',
  'contract.ts': 'contract',
  'problems.ts': 'problems',
}
const faces: Readonly<Record<string, Zone>> = { desk: 'desk', pocket: 'pocket', stage: 'stage', public: 'public-face' }
const groundParts: Readonly<Record<string, Zone>> = { kernel: 'kernel', ui: 'ui', trial: 'trial', sync: 'ui' }

function groundZone(path: string, part: string): Zone {
  if (path === 'ground/http/contract.ts' || path === 'ground/http/room.ts') return 'http-plate'
  return groundParts[part] ?? 'ground'
}

/** Finds the place of a path; null for a room file that is not on the floor plan. */
export function placeOf(path: string): Place | null {
  const [top = '', second = '', third = '', fourth = ''] = path.split('/')
  // A room's trial.ts furnishes the test database, trial-<part>.ts plays in it: part of the test kit, like the tests.
  const test = /\.test\.tsx?$|^rooms\/[^/]+\/trial(-[a-z-]+)?\.ts$/.test(path)
  if (top === 'ground') return { zone: groundZone(path, second), room: null, home: `ground/${second}`, test }
  if (top === 'rooms') {
    // A long contract or catalogue may be cut: contract-trees.ts beside contract.ts.
    const zone = third === 'faces' ? faces[fourth] : roomParts[third.replace(/^(contract|problems)-[a-z-]+\.ts$/, '$1.ts')]
    return zone === undefined
      ? test
        ? { zone: 'api', room: second, home: `rooms/${second}`, test }
        : null
      : { zone, room: second, home: `rooms/${second}`, test }
  }
  if (top === 'faces') return { zone: 'shell', room: null, home: `faces/${second}`, test }
  if (top === 'doors') return { zone: 'door', room: null, home: 'doors', test }
  if (top === 'tools' || top === 'bench' || top === 'packs') return { zone: top, room: null, home: top, test }
  return { zone: 'root', room: null, home: '', test }
}
