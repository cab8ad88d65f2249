import type { Words } from './speak-zh.ts'

export const en: Words = {
  vote: 'Vote',
  voteHint: 'Choose one for each unit. The vote is secret and cannot be changed.',
  choices: { good: 'Good', 'fairly-good': 'Fairly good', fair: 'Fair', poor: 'Poor' },
  votesLeft: (count) => `${count} units left`,
  castVote: 'Cast the ballot',
  remarkOf: (name) => `Remark on ${name}`,
  findingOf: (name) => `Found at ${name}`,
  letters: (count) => `${count} of 500 characters, kept as you type.`,
  remarkClosed: 'Not taken at this stage; what you wrote stays on this device.',
  submitRemark: 'Submit the remark',
  submitFinding: 'Submit the finding',
  chooseUnit: 'Unit',
}
