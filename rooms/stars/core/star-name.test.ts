import { expect, test } from 'vitest'
import { starNamer, starsIn } from './star-name.ts'

const stars = [
  { code: 'YYXY', name: '宜业兴业星', nameEn: 'Jobs and Trade', lead: '人社局' },
  { code: 'OLD', name: '旧版星', lead: '组织部' },
]

test('a reader of English reads the English name where the edition has one, and the Chinese where it has none', () => {
  expect(starsIn(stars, 'en')).toEqual([
    { code: 'YYXY', name: 'Jobs and Trade', lead: '人社局' },
    { code: 'OLD', name: '旧版星', lead: '组织部' },
  ])
  expect(starsIn(stars, 'zh').map((star) => star.name)).toEqual(['宜业兴业星', '旧版星'])
})

test('a code that the edition does not know names itself', () => {
  const name = starNamer(stars, 'en')
  expect([name('YYXY'), name('OLD'), name('GONE')]).toEqual(['Jobs and Trade', '旧版星', 'GONE'])
})
