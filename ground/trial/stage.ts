// What a room's trial.ts is given to furnish the test template: the operator at the machine, and the cast.

import type { Desk } from '#ground/cli/command.ts'
import type { Instance } from '#ground/instance/instance.ts'

export interface Stage {
  readonly instance: Instance
  /** One committed transaction of the operator at the machine, who may do everything everywhere. */
  desk<T>(work: (desk: Desk) => Promise<T>): Promise<T>
}

/** rooms/<room>/trial.ts exports `furnish: Furnish`; rooms are furnished in the order of their needs. */
export type Furnish = (stage: Stage) => Promise<void>
