// Whether there is a line, and when something happened to a star.

import { followLine as follow } from '#ground/ui/follow-line.ts'
import type { Following } from '#ground/ui/follow-line.ts'

export const followLine = (following: Following): void => follow('stars', following)
