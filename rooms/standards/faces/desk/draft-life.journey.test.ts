// In a real browser: a draft is sent back, mended with the note in sight, and at last dropped; every other screen hears of it.

import { beforeAll, expect, test } from 'vitest'
import { sound } from '#ground/trial/axe.ts'
import { useBrowser } from '#ground/trial/browser.ts'
import { cast } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'

const trial = useTrial()
const browsing = useBrowser(trial)
const sample = 'sample/five-star/2022-community'
const draft = 'yanshi/five-star/2027'
const name = '演示县社区创建标准（2027）'

beforeAll(async () => {
  // An officer of the county drafts; its administrator is the second person.
  await trial.owner.query("update posts set role = 'county-officer' where id = $1", [cast.reviewer.post])
  expect((await trial.as('countyAdmin').call('standards.install', { body: { unit: '990101', pack: sample } })).status).toBe(200)
  const body = { unit: '990101', from: sample, id: draft, title: name }
  expect((await trial.as('reviewer').call('standards.copy', { body })).status).toBe(200)
})

test('a second person sends a draft back; whoever wrote it mends it with the note in sight; a draft nobody wants is dropped', async () => {
  const writer = (await browsing.open('reviewer', { width: 1400 })).page
  const admin = (await browsing.open('countyAdmin', { large: true, width: 1400 })).page
  await admin.goto(`${trial.url}/desk`)
  await admin.getByRole('link', { name: '标准草稿待核对发布', exact: true }).waitFor()
  await admin.goto(`${trial.url}/desk/standards?open=${encodeURIComponent(draft)}`)
  const read = admin.getByRole('region', { name })
  await read.getByRole('button', { name: '退回修改' }).click()
  const asked = admin.getByRole('dialog')
  await asked.getByLabel(/^要修改的条目/).fill('YYXY-2')
  await admin.getByTitle(/^YYXY-2 /).click()
  await asked.getByLabel(/^理由/).fill('示例：场次与文件不一致')
  await asked.getByLabel(/^修改期限/).fill('2026-09-01')
  await asked.getByRole('button', { name: '退回修改' }).click()
  await asked.getByText('修改期限不能早于今天').waitFor()
  await asked.getByLabel(/^修改期限/).fill('2099-09-15')
  await asked.getByLabel(/^理由/).click()
  await sound(admin, 'send back, large')
  await asked.getByRole('button', { name: '退回修改' }).click()
  await read.getByText(/退回，请在2099年9月15日前修改/).waitFor()
  await expect.poll(() => read.getByRole('button', { name: '退回修改' }).count()).toBe(0)
  await admin
    .getByRole('row', { name: new RegExp(name) })
    .getByText('草稿，已退回')
    .waitFor()

  await writer.goto(`${trial.url}/desk`)
  await writer.getByRole('link', { name: '退回的标准草稿待修改', exact: true }).waitFor()
  await writer.goto(`${trial.url}/desk/standards/draft?id=${encodeURIComponent(draft)}&sheet=criteria`)
  const note = writer.getByRole('region', { name: '退回意见' })
  await note.getByText('示例：场次与文件不一致').waitFor()
  await note.getByText(/^YYXY-2 /).waitFor()
  await sound(writer, 'a draft that was sent back')
  await writer.getByRole('button', { name: 'YYXY-2', exact: true }).click()
  await writer.getByRole('region', { name: '创建标准 YYXY-2' }).getByLabel('规则', { exact: true }).fill('job-fairs ≥ 4 场')
  await note.getByText('之后已有修改，待再次核对').waitFor()
  await read.getByText('之后已有修改，待再次核对').waitFor()

  const abroad = (await browsing.open('countyAdmin', { language: 'en', large: true, width: 1400 })).page
  await abroad.goto(`${trial.url}/desk/standards?open=${encodeURIComponent(draft)}`)
  await abroad.getByRole('region', { name: 'Why it was sent back' }).getByText('changed since; to be checked again').waitFor()
  await abroad.getByRole('button', { name: 'Drop the draft' }).click()
  await abroad.getByRole('dialog').getByText('is deleted and cannot be brought back').waitFor()
  await sound(abroad, 'drop, English, large')

  await writer.goto(`${trial.url}/desk/standards?open=${encodeURIComponent(draft)}`)
  const panel = writer.getByRole('region', { name })
  await panel.getByRole('button', { name: '作废草稿' }).click()
  const confirm = writer.getByRole('dialog')
  await confirm.getByText(/5 颗星 · .*将被删除，不能找回/).waitFor()
  await confirm.getByRole('button', { name: '作废草稿' }).click()
  await confirm.getByText('请写明理由').waitFor()
  await confirm.getByLabel(/^理由/).fill('示例：重复起草')
  await sound(writer, 'drop')
  await confirm.getByRole('button', { name: '作废草稿' }).click()
  await panel.waitFor({ state: 'detached' })
  await writer.getByRole('row', { name: new RegExp(name) }).waitFor({ state: 'detached' })
  // The other screen hears of it.
  await read.waitFor({ state: 'detached' })
})
