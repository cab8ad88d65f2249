// What rooms/<room>/first-start.ts exports: how an empty instance is furnished for somebody who only wants to look.

import type { Text } from '#ground/kernel/problem.ts'
import type { Instance } from './instance.ts'

export interface ShownAccount {
  readonly title: string
  readonly login: string
  readonly password: string
}

export type FirstStart = (given: {
  readonly instance: Instance
  /** Where the server listens; furnishing goes through its HTTP API like any other program. */
  readonly baseUrl: string
  say(text: Text): void
}) => Promise<readonly ShownAccount[]>
