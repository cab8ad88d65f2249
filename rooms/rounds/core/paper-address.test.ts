import { expect, test } from 'vitest'
import { paperAddress, readPaperAddress } from './paper-address.ts'

const sheet = {
  round: '01990a00-0000-7000-8000-000000000010',
  seat: '01990a00-0000-7000-8000-000000000011',
  subject: '990101001001',
  component: 'field',
}

test('what is printed leads back to the same sheet, as a whole address or as its fragment', () => {
  const address = paperAddress('https://xian.example', sheet)
  expect(address.startsWith('https://xian.example/pocket/count#')).toBe(true)
  expect(readPaperAddress(address)).toEqual(sheet)
  expect(readPaperAddress(new URL(address).hash)).toEqual(sheet)
})

test('it fits a QR code that a worn printer can print', () => {
  expect(paperAddress('https://liangxing.a-long-county-name.gov.cn', { ...sheet, subject: '41088200100301201' }).length).toBeLessThan(180)
})

test('anything else names no sheet', () => {
  for (const address of [
    '',
    '#',
    '#a/b/c/d',
    `#${sheet.round}/${sheet.seat}/x/field`,
    `#${sheet.round}/${sheet.seat}/990101001001/field/more`,
  ])
    expect(readPaperAddress(address)).toBeNull()
})
