// What other rooms may ask of the notices: telling posts something, in the caller's own transaction.

export { notify, notifyEach, notifyFromHouse } from './api/sending.ts'
export type { NoticeShared, NoticeWanted, Notifier } from './api/sending.ts'
export type { Reach, Weight } from './core/reach.ts'
