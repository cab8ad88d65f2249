import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { housePlugin, readHouse } from './house.ts'

const plate = (name: string, secret: string): string => `export const room = {
  name: '${name}', title: { zh: '单位', en: 'Units' }, needs: [], problems: { hidden: '${secret}' }, grants: { 'x.y': ['${secret}'] },
  menu: [{ face: 'desk', path: '/desk/${name}', title: { zh: '单位', en: 'Units' }, order: 10 }],
  contract: {
    get: { method: 'GET', path: '/${name}/:code', access: { kind: 'signed-in' }, problems: [], output: { _zod: '${secret}' } },
    signIn: { method: 'POST', path: '/sign-in', access: { kind: 'public' }, problems: [], idempotent: false },
  },
}\n`

test('the browser learns addresses and menus of the rooms, and nothing else', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'house '))
  try {
    for (const name of ['units', 'people']) {
      await mkdir(join(folder, name))
      await writeFile(join(folder, name, 'room.ts'), plate(name, 'secret-schema'))
    }
    await mkdir(join(folder, 'empty'))
    const house = await readHouse(folder)
    expect(house.rooms.map((room) => room.name)).toEqual(['people', 'units'])
    expect(house.rooms[1]?.endpoints).toEqual({
      get: { method: 'GET', path: '/units/:code', idempotent: true, open: false },
      signIn: { method: 'POST', path: '/sign-in', idempotent: false, open: true },
    })
    expect(house.rooms[1]?.menu[0]?.path).toBe('/desk/units')
    expect(JSON.stringify(house)).not.toContain('secret')

    const plugin = housePlugin(folder)
    const load = plugin.load as (id: string) => Promise<string | null>
    expect(await load('\0virtual:liangxing/house')).toBe(`export const house = ${JSON.stringify(house)}`)
    expect(await load('/other.ts')).toBeNull()
  } finally {
    await rm(folder, { recursive: true })
  }
})
