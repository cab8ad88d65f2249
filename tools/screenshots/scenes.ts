// The screens that the documentation shows. Public ones first, so that they are seen without a session.

import type { Page } from '@playwright/test'

/** A seat of a round, by whoever may give it out. */
export interface SeatWanted {
  readonly convener: string
  /** Address of the round: unit and id. */
  readonly round: string
  readonly kind: string
}

export interface Scene {
  readonly name: string
  readonly path: string
  /** Signed in as this demo account. */
  readonly login?: string
  /** On a device that has opened this seat of a round of the demo. */
  readonly seat?: SeatWanted
  /** Another window than the desk's. */
  readonly size?: { readonly width: number; readonly height: number }
  /** What is done on the page before the picture. */
  act?(page: Page): Promise<void>
}

/** What was sent before the pictures are taken; all invented. */
export const sentBefore: readonly { readonly kind: string; readonly text: string; readonly unit: string }[] = [
  { kind: 'suggestion', text: '示例：大字版里表格的行距还可以再大一些。', unit: '990101001001' },
  { kind: 'complaint', text: '示例：同一张表这个月要求填了两次。', unit: '990101101201' },
]

async function openFirstRow(page: Page): Promise<void> {
  await page.locator('tbody tr a, tbody tr button').first().click()
  await page.getByRole('complementary').or(page.locator('aside, .lx-panel')).first().waitFor()
}

/** The map of the board, which is shown when asked for. */
async function openMap(page: Page): Promise<void> {
  await page.locator('details > summary').first().click()
  await page.locator('.lx-map svg').waitFor()
  // By what they aim for: nothing is certified yet.
  await page.locator('details input[type="radio"]').nth(1).check()
}

async function roundRead(page: Page): Promise<void> {
  await page.locator('main h2').first().waitFor()
}

/** One village of the sand table, with its card. */
async function openVillage(page: Page): Promise<void> {
  await page.locator('.lx-map [data-code], .lx-map-rest [data-code]').first().click()
  await page.locator('.sand-columns[data-card="990101001001"] img').first().waitFor()
}

/** The stage of the sand table with a picture of a spot. */
async function pictureOnStage(page: Page): Promise<void> {
  await page.locator('[data-spot] img').first().waitFor()
}

/** The stage shows its first picture: the unit that is being scored. */
async function unitOnStage(page: Page): Promise<void> {
  await page.getByRole('heading', { name: '月牙湾村' }).waitFor()
}

/** The rounds of the demo; their ids are fixed (rooms/demo/core/rounds.ts). */
const street = '990101001/01990a00-0000-7000-8000-0004'
const closed = `${street}02000000`
const ready = `${street}03000000`
const town = '990101101/01990a00-0000-7000-8000-000404000000'

const phone = { width: 390, height: 780 }
const hall = { width: 1920, height: 1080 }

export const scenes: readonly Scene[] = [
  { name: 'home', path: '/' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'public-units', path: '/units/990101' },
  { name: 'public-feedback', path: '/feedback' },
  { name: 'public-rounds', path: '/rounds' },
  { name: 'public-round', path: `/rounds/${closed}` },
  { name: 'public-draws', path: `/rounds/${closed}/draws` },
  { name: 'public-stars', path: '/stars?unit=990101' },
  { name: 'desk', path: '/desk', login: 'xianwei' },
  { name: 'stars', path: '/desk/stars?unit=990101', login: 'xianwei', size: { width: 1366, height: 1360 }, act: openMap },
  { name: 'standards', path: '/desk/standards?unit=990101', login: 'xianwei' },
  { name: 'formats', path: '/desk/stars/formats?unit=990101', login: 'xianwei' },
  { name: 'facts', path: '/desk/facts?unit=990101', login: 'xianwei' },
  { name: 'units', path: '/desk/units?unit=990101101', login: 'xianwei', act: openFirstRow },
  { name: 'people', path: '/desk/people?unit=990101', login: 'xianwei', act: openFirstRow },
  { name: 'feedback', path: '/desk/feedback?unit=990101', login: 'xianwei', act: openFirstRow },
  { name: 'me', path: '/desk/me', login: 'xianwei' },
  { name: 'rounds', path: '/desk/rounds', login: 'xianwei' },
  { name: 'round-live', path: `/desk/rounds/${town}`, login: 'xianwei', act: roundRead },
  { name: 'round-ready', path: `/desk/rounds/${ready}`, login: 'zhenban', act: roundRead },
  { name: 'round-closed', path: `/desk/rounds/${closed}`, login: 'zhenban', act: roundRead },
  { name: 'commitments', path: '/desk/rounds/commitments', login: 'zhenban' },
  { name: 'stars-review', path: '/desk/stars/queue', login: 'zhenban', act: openFirstRow },
  { name: 'ledger', path: '/desk/ledger', login: 'zhenban' },
  { name: 'bulletins', path: '/desk/bulletins', login: 'zhenban' },
  { name: 'sandtable', path: '/desk/sandtable?unit=990101001', login: 'xianwei', act: openVillage },
  { name: 'sandtable-stage', path: '/stage/sandtable?unit=990101001001&spot=1', login: 'xianwei', size: hall, act: pictureOnStage },
  { name: 'inspections', path: '/desk/inspections', login: 'zhenban' },
  { name: 'own-rounds', path: '/desk/own-rounds', login: 'shuji' },
  { name: 'pocket-stars', path: '/pocket/stars', login: 'shuji', size: phone },
  { name: 'pocket', path: '/pocket/seat', seat: { convener: 'xianwei', round: town, kind: 'judge' }, size: phone },
  { name: 'stage', path: '/stage/round', seat: { convener: 'xianwei', round: town, kind: 'stage' }, size: hall, act: unitOnStage },
]
