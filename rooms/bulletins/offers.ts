// What other rooms may ask of the bulletins: a draft from their data, every figure with its query and the cut it came from.

export { bulletinsOn } from './api/citing.ts'
export type { Cited } from './api/citing.ts'
export { draftFrom } from './api/drafting.ts'
export type { Drafter, DraftWanted } from './api/drafting.ts'
export type { Block, Content, Figure, FigureSource } from './core/content.ts'
