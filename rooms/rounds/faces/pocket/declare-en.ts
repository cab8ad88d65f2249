import type { Words } from './declare-zh.ts'

export const en: Words = {
  declare: 'Declare an interest',
  declareHint: 'If you have an interest in this unit, declare it; you cannot score it afterwards.',
  declareReason: 'Reason',
  submitRecusal: 'Submit the recusal',
}
