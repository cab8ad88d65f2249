// Half a setting is none, and only pictures are pictures.

import { expect, test } from 'vitest'
import { tileAddress, tileMedia, tileService } from './tile-service.ts'

const MAP_TILES_URL = 'https://tiles.example/{z}/{x}/{y}.png?k={z}'

test('a service needs its three numbers and the line beside it', () => {
  const whole = tileService({ MAP_TILES_URL, MAP_TILES_NOTICE: ' 示例地图 审图号 0 ' })
  expect(whole).toEqual({ address: MAP_TILES_URL, notice: '示例地图 审图号 0' })
  expect(whole && tileAddress(whole, { z: 9, x: 416, y: 202 })).toBe('https://tiles.example/9/416/202.png?k=9')
  for (const settings of [
    {},
    { MAP_TILES_URL },
    { MAP_TILES_URL, MAP_TILES_NOTICE: ' ' },
    { MAP_TILES_URL: 'https://tiles.example/{z}/{x}.png', MAP_TILES_NOTICE: 'a' },
    { MAP_TILES_URL: 'file:///etc/{z}{x}{y}', MAP_TILES_NOTICE: 'a' },
  ])
    expect(tileService(settings)).toBeNull()
})

test('what is no picture is nothing', () => {
  expect(tileMedia(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0))).toBe('image/png')
  expect(tileMedia(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0))).toBe('image/jpeg')
  expect(tileMedia(new TextEncoder().encode('RIFF0000WEBP'))).toBe('image/webp')
  for (const text of ['<svg xmlns="">', '<!doctype html>', '', 'RIFF0000WAVE']) expect(tileMedia(new TextEncoder().encode(text))).toBeNull()
})
