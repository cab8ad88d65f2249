import { expect, test } from 'vitest'
import { readProblem } from './problem.ts'
import { createSubmission } from './submission.ts'

const rename = { params: { code: '990101' }, body: { name: '演示县' } }
const setUp = () => {
  let keys = 0
  return createSubmission(() => `key-${(keys += 1)}`)
}

test('a lost answer, a broken or a busy server keep the key, so that nothing is done twice', () => {
  const submission = setUp()
  const first = submission.keyFor(rename)
  for (const error of [
    new TypeError('fetch failed'),
    readProblem(500, null, null),
    readProblem(503, null, '1'),
    readProblem(429, null, '1'),
  ]) {
    submission.met(error)
    expect(submission.keyFor({ ...rename })).toBe(first)
  }
})

test('what was changed, done or refused for good is sent with a new key', () => {
  const submission = setUp()
  const first = submission.keyFor(rename)
  const changed = submission.keyFor({ ...rename, body: { name: '演示市' } })
  expect(changed).not.toBe(first)
  submission.done()
  const again = submission.keyFor({ ...rename, body: { name: '演示市' } })
  expect(again).not.toBe(changed)
  submission.met(readProblem(409, { code: 1010 }, null))
  expect(submission.keyFor({ ...rename, body: { name: '演示市' } })).not.toBe(again)
})

test('another file is another submission', () => {
  const submission = setUp()
  const file = new File(['code\n'], 'units.csv', { lastModified: 1 })
  const first = submission.keyFor({ file, body: { dryRun: false } })
  expect(submission.keyFor({ file, body: { dryRun: false } })).toBe(first)
  expect(submission.keyFor({ file: new File(['code,name\n'], 'units.csv', { lastModified: 2 }), body: { dryRun: false } })).not.toBe(first)
})
