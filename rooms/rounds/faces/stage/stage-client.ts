// The stage's one question.

import { client } from '#ground/ui/client.ts'
import type { contract } from '../../contract.ts'

export const rounds = client<typeof contract>('rounds')
