import type { Words } from './cycle-zh.ts'

export const en: Words = {
  registerForm: 'Register the self-check',
  formTitle: (cycle) => `${cycle}: self-check`,
  formData: (cycle) => `${cycle}: answer and note for each row`,
  formerStars: 'When stars of former years end',
  formerStarsHint:
    'As the documents of the level say. Until it is set none ends by itself, and a cycle with stars of former years cannot close.',
  closeFormer: (when) => ` Stars of former years end: ${when}. Each names its document and is told to its unit.`,
  closeDocument: 'Document',
  closeDocumentHint: 'Needed where stars of former years end with it.',
  offAlready: 'The star is not on the list any more: upholding records the answer and returns nothing again.',
  objectorContact: 'Contact',
  contactMasked: 'hidden',
  contactNone: 'none left',
  contactReason: 'Answering an objection, asking back',
  foreseen: 'By what is known',
  notReached: 'not reached',
  foreseenTitle: 'Not reached by what is known; to be settled before publicity',
  resealReason: 'Reason for sealing anew',
  resealHint: 'Not for a first seal. Where stars are sealed already and not drawn, the reason voids the earlier seal; anybody reads it.',
}
