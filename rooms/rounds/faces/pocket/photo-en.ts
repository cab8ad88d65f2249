import type { Words } from './photo-zh.ts'

export const en: Words = {
  title: 'Photos (optional)',
  lead: (most) =>
    `At most ${most}; they change no score. The place is taken out before they leave this phone. Before the reveal only you, the tellers and the supervisor see them; afterwards nobody is told whose they are.`,
  secret: 'Never photograph or upload classified matter.',
  add: 'Take or choose a photo',
  adding: 'Keeping it on this device…',
  left: (count) => `${count} more possible`,
  photo: (number) => `Photo ${number}`,
  takeOff: 'Take off',
  takeOffOf: (number) => `Take off photo ${number}`,
  state: {
    storing: 'Saving…',
    waiting: '▲ To be sent',
    sending: (share) => `▲ Sending ${share}%`,
    arrived: '● Arrived',
    refused: '■ Not taken',
  },
  refused: (code) => `The server did not take it; it is still on this device and can be taken off. No. LX-${code}`,
  trouble: {
    full: 'Storage is full and this photo was not kept; scores and notes are untouched. Add it when the photos before it have arrived.',
    unfit: 'This file is no JPEG, PNG or WebP photo and was not added.',
    large: 'This photo is too large and was not added.',
    unreadable: 'This photo cannot be read and was not added; choose it again.',
    enough: 'The sheet has its photos and this one was not added. Take one off first if you want to change it.',
  },
  noPicture: 'No view yet',
  lookAgain: 'Look again',
  onSheet: (count) => `${count} photos`,
  closed: 'No more photos can be added now; those you took are still sent.',
}
