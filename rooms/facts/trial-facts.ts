// Data and records that several tests of this room begin with.

import type { PlayerName } from '#ground/trial/cast.ts'
import type { Trial } from '#ground/trial/trial.ts'

/** The community of the cast, and the one beside it. */
export const home = '990101001001'
export const beside = '990101001002'

export const incomeBody = {
  id: 'collective-income',
  name: '村集体经济收入',
  aliases: ['集体收入'],
  type: 'number',
  measure: '万元',
  period: 'year',
  source: '农业农村局',
}

export const pointsBody = {
  id: 'service-points',
  name: '便民服务点',
  type: 'number',
  measure: '个',
  period: 'quarter',
  source: '民政局',
  statedBy: 'unit',
}

/** Calls and expects it to be done. */
export async function done<T>(trial: Trial, player: PlayerName, endpoint: string, input: object = {}): Promise<T> {
  const answer = await trial.as(player).call<T>(endpoint, input)
  if (answer.status !== 200) throw new Error(`${endpoint} ${answer.status} ${JSON.stringify(answer.body)}`)
  return answer.body
}

/** The number of the refusal; undefined when it was done. */
export async function refusal(trial: Trial, player: PlayerName, endpoint: string, input: object = {}): Promise<number | undefined> {
  return (await trial.as(player).call<{ readonly code?: number }>(endpoint, input)).body.code
}

/** Defines the two data of these plays. */
export async function defineData(trial: Trial): Promise<void> {
  for (const body of [incomeBody, pointsBody]) await done(trial, 'countyAdmin', 'facts.addDefinition', { body })
}
