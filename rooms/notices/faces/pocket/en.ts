import type { Words } from './zh.ts'

/** The phone page in English. */
export const en: Words = {
  title: 'Notices',
  lead: 'Notices to the acting post. Who has read one and when is not recorded, and whoever sent it is not told.',
  newCount: (count) => `${count} new`,
  noneNew: 'Nothing new',
  lineOpen: '● Connected',
  lineLost: '▲ Not connected',
  asOf: (moment) => `As of ${moment}; brought up to date with a connection`,
  isNew: '▲ New',
  urgent: 'Urgent',
  withdrawn: 'Withdrawn',
  withdrawnFor: (reason) => `Withdrawn: ${reason}`,
  from: (name, moment) => `${name} · ${moment}`,
  until: (day) => `Until ${day}`,
  go: 'Go to it (an office page, easier on a computer)',
  putAway: 'Put away up to here',
  putAwayHint: 'Marks all of these as seen, for yourself only.',
  earlier: 'Earlier ones',
  empty: 'No notices',
  emptyNext: 'What units above, units below or the system tell this post stands here.',
  signInHint: 'With your office account; you come back to this page.',
  otherRole: 'The acting post has no notices. Change the post on a computer and open this page again.',
  noLineFirst: 'The first time needs a network. After that, what was received can be read without one.',
}
