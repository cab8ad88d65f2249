// The bulletin of a round, corrected with what the round says today.

import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { AnswerOf } from '#ground/http/contract.ts'
import type { PlayerName } from '#ground/trial/cast.ts'
import { useTrial } from '#ground/trial/trial.ts'
import { playPublished } from '#rooms/rounds/trial.ts'
import type { contract } from '../contract.ts'

const trial = useTrial()

type Wordings = AnswerOf<(typeof contract)['wordings']>
type Said = AnswerOf<(typeof contract)['get']>
const call = async (by: PlayerName, verb: string, input: object): Promise<Said> => {
  const { status, body } = await trial.as(by).call<Said>(`bulletins.${verb}`, input)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

test('entries that were opened after the bulletin stand in its correction; the result is told as published', async () => {
  const { round } = await playPublished(trial)
  const params = { unit: round.where.unit, id: randomUUID() }
  // The county words the bulletins of its rounds; the township's drafts follow.
  const { rows } = (await trial.as('officer').call<Wordings>('bulletins.wordings', { query: { unit: params.unit } })).body
  const given = rows.find(({ kind }) => kind === 'round')?.given
  expect(given).toMatchObject({ opening: '', headings: ['基本情况', '结果', '问题整改', '下步要求'] })
  const wording = {
    addressee: '各乡镇党委',
    opening: '现将情况通报如下。',
    closing: '请认真整改。',
    headings: ['总体情况', '', '', '有关要求'],
  }
  expect(
    (await trial.as('countyAdmin').call('bulletins.keepWording', { body: { ...wording, unit: '990101', kind: 'round' } })).status,
  ).toBe(200)
  await round.move('draftBulletin', { id: params.id })
  const drafted = await call('officer', 'get', { params })
  expect(drafted.addressee).toBe('各乡镇党委')
  const texts = drafted.filled.flatMap((block) => (block.kind === 'heading' || block.kind === 'paragraph' ? [block.text] : []))
  expect(texts).toEqual(expect.arrayContaining(['现将情况通报如下。', '一、总体情况', '二、结果', '三、有关要求', '请认真整改。']))
  expect(texts.join('')).not.toContain(given?.closing ?? '')
  // Which units are named stands in a sentence without figures; here somebody wrote it by hand.
  const printed = '评为先进等次的单位见附件。'
  const { title, addressee, issuer, blocks } = drafted
  const named = blocks.findIndex((block) => block.kind === 'heading' && block.text === '结果') + 1
  const byHand = blocks.map((block, at) => (at === named ? { kind: 'paragraph', text: printed } : block))
  await call('officer', 'revise', { params, body: { title, addressee, issuer, blocks: byHand } })
  await call('countyAdmin', 'signOff', { params })
  const old = await call('officer', 'publish', { params, body: { prefix: '晨赛' } })
  const { body } = await trial.as('officer').call<{ remarks: { id: string }[] }>('rounds.remarks', { params: round.where })
  const entry = { measure: '每月更新一次', responsible: '社区书记', supervisor: '党建办', days: 10 }
  await round.move('toLedger', { entries: body.remarks.map(({ id }) => ({ remark: id, ...entry })) })
  const said = await call('officer', 'correct', { params, body: { id: randomUUID(), anew: true } })
  expect(said.filled).toContainEqual(
    expect.objectContaining({
      caption: '数字更正对照',
      rows: expect.arrayContaining([
        ['评分表', '5', '5'],
        ['台账条目', '—', '2'],
      ]) as unknown,
    }),
  )
  expect(said.figures.find(({ id }) => id === 'old-sheets')).toEqual({
    ...old.figures.find(({ id }) => id === 'sheets'),
    id: 'old-sheets',
    label: `评分表（${old.number ?? ''}）`,
  })
  expect(said.figures.find(({ id }) => id === 'sheets')?.source.id).toBe(round.where.id)
  // The words are those of today's data, unless somebody chooses those that were printed: there, too, what is new has its heading.
  const textOf = ({ filled }: Said): string[] =>
    filled.flatMap((block) =>
      block.kind === 'heading' || block.kind === 'paragraph' ? [block.text] : block.kind === 'table' ? [`[${block.caption ?? ''}]`] : [],
    )
  const mending = ['三、问题整改', expect.stringContaining('发现的问题2条'), '[问题整改清单]', '四、有关要求', '请认真整改。']
  expect(textOf(said).slice(-5)).toEqual(mending)
  const kept = await call('officer', 'correct', { params, body: { id: randomUUID(), anew: true, words: 'kept' } })
  expect(textOf(kept).slice(-5)).toEqual(mending)
  expect(textOf(kept)).toContain(printed)
  const anew = await call('officer', 'correct', { params, body: { id: randomUUID(), anew: true } })
  expect(textOf(anew)).not.toContain(printed)
})
