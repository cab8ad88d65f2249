// What a phone keeps of its photos: each arrives once, whatever is lost, repeated, late or begun again, and what was taken off
// stays off.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergedPhotos, notLetGo, photoDelivery, photosOn, photoToSend, roomOn, stood, takenOff } from './pocket-photos.ts'
import type { LocalPhoto, LocalPhotos, PhotoState } from './pocket-photos.ts'

const sheet = { subject: '990101001001', component: 'field' }
const photo = (id: string, state: PhotoState): LocalPhoto => ({
  ...sheet,
  id,
  media: 'image/jpeg',
  bytes: 10,
  sha256: 'a',
  state,
  refused: state === 'refused' ? 4163 : null,
})
const holding = (...photos: LocalPhoto[]): LocalPhotos => Object.fromEntries(photos.map((one) => [one.id, one]))

describe('a photo', () => {
  test('goes forwards only: what another page says later, or an answer that comes late, takes nothing back', () => {
    const all: readonly PhotoState[] = ['storing', 'waiting', 'refused', 'arrived', 'leaving', 'gone']
    for (const [from, here] of all.entries())
      for (const [to, next] of all.entries())
        expect(stood(holding(photo('1', here)), photo('1', next))['1']?.state).toBe(to > from ? next : here)
  })

  test('holds a place on its sheet until it is taken off or was not taken', () => {
    const photos = holding(
      photo('1', 'storing'),
      photo('2', 'waiting'),
      photo('3', 'arrived'),
      photo('4', 'refused'),
      photo('5', 'leaving'),
    )
    expect(photosOn(photos, sheet).map(({ id }) => id)).toEqual(['1', '2', '3', '4'])
    expect(roomOn(photos, sheet)).toBe(3)
    expect(roomOn(photos, { ...sheet, component: 'stage' })).toBe(6)
    expect(photosOn(photos, { ...sheet, subject: '990101001002' })).toEqual([])
    const more = Object.fromEntries(Array.from({ length: 9 }, (_one, index) => [String(index), photo(String(index), 'arrived')]))
    expect(roomOn(more, sheet)).toBe(0)
  })

  test('is told of by the bar as what it is', () => {
    const photos = holding(photo('1', 'storing'), photo('2', 'waiting'), photo('3', 'arrived'), photo('4', 'refused'), photo('5', 'gone'))
    expect(photoDelivery(photos)).toEqual({ storing: 1, waiting: 1, arrived: 1, refused: 1 })
  })

  test('that is to go is sent first, and one that is not on the disk is not sent', () => {
    const photos = holding(photo('1', 'storing'), photo('2', 'waiting'), photo('3', 'leaving'))
    expect(photoToSend(photos)?.id).toBe('3')
    expect(photoToSend(holding(photo('1', 'storing'), photo('4', 'refused'), photo('5', 'arrived')))).toBeUndefined()
  })

  test('of the device before appears, one whose receipt was lost has arrived, one that was taken off stays off', () => {
    const server = ['1', '2', '3'].map((id) => ({ id, ...sheet }))
    const after = mergedPhotos(holding(photo('1', 'waiting'), photo('2', 'leaving')), server)
    expect(['1', '2', '3'].map((id) => after[id]?.state)).toEqual(['arrived', 'leaving', 'arrived'])
  })

  test('that the server does not let go is shown again; one that never came is gone', () => {
    const photos = holding(photo('1', 'leaving'), photo('2', 'leaving'), photo('3', 'arrived'))
    const after = ['1', '2', '3'].reduce((all, id) => notLetGo(all, id, [{ id: '1', ...sheet }]), photos)
    expect(['1', '2', '3'].map((id) => after[id]?.state)).toEqual(['arrived', 'gone', 'arrived'])
  })
})

/** The server: each id once, and what was taken off never comes back. */
class Server {
  readonly photos = new Map<string, 'kept' | 'withdrawn'>()
  puts = 0
  keep(id: string): 'kept' | 'withdrawn' {
    if (!this.photos.has(id)) {
      this.photos.set(id, 'kept')
      this.puts += 1
    }
    return this.photos.get(id) ?? 'kept'
  }
  withdraw(id: string): void {
    this.photos.set(id, 'withdrawn')
  }
  get kept() {
    return [...this.photos].filter(([, state]) => state === 'kept').map(([id]) => ({ id, ...sheet }))
  }
}

test('whatever is lost, repeated, late or killed, every photo stands at the server as it does on the phone', () => {
  const step = fc.oneof(
    fc.record({ do: fc.constant('take' as const) }),
    fc.record({ do: fc.constant('off' as const), which: fc.nat({ max: 8 }) }),
    fc.record({ do: fc.constant('send' as const), lose: fc.constantFrom('request', 'reply', 'nothing') }),
    fc.record({ do: fc.constant('late' as const), which: fc.nat({ max: 8 }) }),
    fc.record({ do: fc.constant('look' as const) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const server = new Server()
      const sent: string[] = []
      let photos: LocalPhotos = {}
      let taken = 0
      const send = (lose: string): void => {
        const next = photoToSend(photos)
        if (next === undefined || lose === 'request') return
        if (next.state === 'leaving') {
          server.withdraw(next.id)
          if (lose !== 'reply') photos = stood(photos, { ...next, state: 'gone' })
          return
        }
        sent.push(next.id)
        const state = server.keep(next.id)
        if (lose !== 'reply') photos = stood(photos, { ...next, state: state === 'kept' ? 'arrived' : 'gone' })
      }
      for (const one of steps) {
        if (one.do === 'take') photos = stood(photos, photo(String((taken += 1)), 'waiting'))
        else if (one.do === 'send') send(one.lose)
        else if (one.do === 'look') photos = mergedPhotos(photos, server.kept)
        else if (one.do === 'late') {
          const old = sent[one.which]
          if (old !== undefined) server.keep(old)
        } else {
          const there = photosOn(photos, sheet)[one.which]
          if (there !== undefined) photos = stood(photos, takenOff(there))
        }
      }
      for (let tries = 0; photoToSend(photos) !== undefined; tries += 1) {
        expect(tries).toBeLessThan(100)
        send('nothing')
      }
      const here = photosOn(photos, sheet).map(({ id }) => id)
      expect(server.kept.map(({ id }) => id).sort()).toEqual(here.sort())
      expect(server.puts).toBeLessThanOrEqual(taken)
      expect(photoDelivery(photos)).toMatchObject({ storing: 0, waiting: 0, arrived: here.length })
    }),
    { numRuns: 500 },
  )
})
