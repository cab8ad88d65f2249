import type { Words } from './zh.ts'

export const en: Words = {
  title: 'Photos from the hall',
  lead: 'Taken by judges while scoring; open to this level and to the unit shown since all was revealed. Views only, and never whose they are. They changed no score.',
  ownTitle: (count) => `${count} photos from the hall`,
  photo: (name, number) => `${name}, photo ${number}`,
  waiting: 'No view yet',
  all: (name, count) => `${name} (${count})`,
}
