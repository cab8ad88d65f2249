import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { housePlugin, readHouse, roomsNamed } from './house.ts'

const plate = (name: string, secret: string): string => `export const room = {
  name: '${name}', title: { zh: '单位', en: 'Units' }, needs: [], problems: { hidden: '${secret}' }, grants: { 'x.y': ['${secret}'] },
  menu: [{ face: 'desk', path: '/desk/${name}', title: { zh: '单位', en: 'Units' }, order: 10 }],
  contract: {
    get: { method: 'GET', path: '/${name}/:code', access: { kind: 'signed-in' }, problems: [], output: { _zod: '${secret}' } },
    signIn: { method: 'POST', path: '/sign-in', access: { kind: 'public' }, problems: [], idempotent: false },
  },
}\n`

test('the browser learns menus of the rooms, addresses of those it calls, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'house '))
  try {
    for (const name of ['units', 'people']) {
      await mkdir(join(folder, name))
      await writeFile(join(folder, name, 'room.ts'), plate(name, 'secret-schema'))
    }
    await mkdir(join(folder, 'empty'))
    const house = await readHouse(folder)
    expect(house.rooms.map((room) => room.name)).toEqual(['people', 'units'])
    expect(house.rooms[1]?.menu[0]?.path).toBe('/desk/units')
    expect(JSON.stringify(house)).not.toContain('secret')

    const plugin = housePlugin(folder)
    const load = plugin.load as (id: string) => Promise<string | null>
    expect(await load('\0virtual:liangxing/house')).toBe(`export const house = ${JSON.stringify(house)}`)
    const room = (await load('\0virtual:liangxing/room/units')) ?? ''
    expect(JSON.parse(/addRoom\("units", (.*)\)$/.exec(room)?.[1] ?? '')).toEqual({
      get: { method: 'GET', path: '/units/:code', idempotent: true, open: false },
      signIn: { method: 'POST', path: '/sign-in', idempotent: false, open: true },
    })
    expect(room).not.toContain('secret')
    await expect(load('\0virtual:liangxing/room/nowhere')).rejects.toThrow('no room nowhere')
    expect(await load('/other.ts')).toBeNull()
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('a module brings the addresses of the rooms that it names', () => {
  const code = `const a = client<typeof contract>('units')
    const b = client<C>("rounds"); void callByName('units', 'get', {}); if (hasEndpoint('people', 'signOut')) go()
    createClient('nobody'); client(room)`
  expect(roomsNamed(code)).toEqual(['units', 'rounds', 'people'])
  expect(roomsNamed('export function client<C extends Contract>(room: string) {}')).toEqual([])
})
