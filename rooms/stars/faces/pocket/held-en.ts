import type { Words } from './held-zh.ts'

export const en: Words = {
  title: 'Stars certified',
  year: (year) => `${year}`,
  lead: (unit, year, from) => `${unit} · certified for ${year} · since ${from}`,
  since: (day) => `Does not count since ${day}`,
  warned: 'A warning takes nothing away; whoever gave it clears it when things are in order.',
  plaque: 'Plaque page',
  steps: 'Since it was certified',
  none: 'Nothing has happened since it was certified.',
  basis: (text) => `Basis: ${text}`,
  document: (number) => `Document: ${number}`,
  by: (day, unit) => `${day} · ${unit}`,
  mendUntil: (day) => `To mend until ${day}`,
  reported: (day) => `${day} the unit reported:`,
  appealed: (day) => `${day} the unit appealed:`,
  answered: (day, by) => `${day} answer of ${by}:`,
  asOf: (moment) => `No line: this is how it stood at ${moment}`,
  appealUntil: (day, left) =>
    left === 0
      ? `Appeals are possible until ${day}, which is today`
      : `Appeals are possible until ${day}, ${left} ${left === 1 ? 'day' : 'days'} left`,
  appealOver: (day) => `Appeals were possible until ${day}`,
  report: {
    title: 'Report as mended',
    lead: 'Say what was mended and with what result. Whoever decided looks and restores the star; if you are not done, say how far you are.',
    words: 'What was mended (needed)',
    sure: 'The report becomes part of what happened to this star, and whoever decided reads it.',
    done: '● Reported; it will be looked at',
  },
  appeal: {
    title: 'Appeal',
    lead: 'Say what is wrong with the decision and on what ground. A decision is appealed once and another person answers; until then the star is neither suspended nor revoked.',
    words: 'Grounds (needed)',
    sure: 'Another person answers, and the unit is told the outcome with its reasons.',
    done: '● Appealed; waiting for the answer',
  },
  withdraw: {
    title: 'Withdraw the appeal',
    lead: 'An appeal that nobody has answered can be withdrawn. The same decision cannot be appealed again.',
    words: 'Why (optional)',
    sure: 'It is not answered any more, the decision stands, and it cannot be appealed again.',
    done: '● The appeal is withdrawn',
  },
  needsLine: 'This needs a line; what you wrote stays on the phone.',
  notYet: 'Not yet',
}
