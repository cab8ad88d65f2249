// What a call comes to: JSON as text, kept for replays, or a file that streams from its transaction.

import type { FileAnswer } from './handler.ts'

/** JSON as it stands, or a file; `replayed` when the answer had been given before. */
export type Answer = { readonly kind: 'json'; readonly text: string; readonly replayed: boolean } | ({ readonly kind: 'file' } & FileAnswer)
