import { renderToString } from 'react-dom/server'
import { createElement } from 'react'
import { afterEach, expect, test } from 'vitest'
import { formatFor } from './format.ts'
import { setLanguage, useText } from './language.ts'
import { readCookie } from './setting.ts'
import { defineWords, useWords } from './words.ts'

const zh = { title: '单位', found: (count: number) => `共 ${count} 个` }

afterEach(() => setLanguage('zh'))

test('a screen speaks Chinese first, with values that are functions', () => {
  const words = defineWords({ zh, en: async () => ({ en: { title: 'Units', found: () => '' } }) })
  const Screen = () => {
    const text = useWords(words)
    return createElement('p', null, `${text.title} ${text.found(3)}`)
  }
  expect(renderToString(createElement(Screen))).toBe('<p>单位 共 3 个</p>')
})

test('English is fetched only when somebody reads English, once', async () => {
  let fetched = 0
  const words = defineWords({
    zh,
    en: async () => {
      fetched += 1
      return { en: { title: 'Units', found: (count: number) => `${count} units` } }
    },
  })
  expect(words.load('zh')).toBe(zh)
  expect(fetched).toBe(0)
  const [first, second] = [words.load('en'), words.load('en')]
  expect(first).toBe(second)
  expect((await first).found(2)).toBe('2 units')
  expect(words.load('en'), 'the same promise also when it is kept, so that a component rendered again meets the same `use`').toBe(first)
  expect(fetched).toBe(1)
})

test('English that could not be fetched is asked for again', async () => {
  let line = false
  const words = defineWords({
    zh,
    en: async () => {
      if (!line) throw new TypeError('the line is down')
      return { en: { title: 'Units', found: () => '' } }
    },
  })
  await expect(words.load('en')).rejects.toThrow('the line is down')
  line = true
  expect((await words.load('en')).title).toBe('Units')
})

test('a kernel text follows the language', () => {
  const Screen = () => createElement('p', null, useText()({ zh: '名录', en: 'Directory' }))
  expect(renderToString(createElement(Screen))).toBe('<p>名录</p>')
  setLanguage('en')
  expect(renderToString(createElement(Screen))).toBe('<p>Directory</p>')
})

test('a cookie is found by its whole name', () => {
  expect(readCookie('x-lx-text=no; lx-text=large; lx-language=en', 'lx-text')).toBe('large')
  expect(readCookie('lx-textual=no', 'lx-text')).toBeNull()
})

test('dates are written as an office writes them, in China time', () => {
  const at = Date.parse('2026-09-08T17:02:11Z')
  expect(formatFor('zh').day('2026-09-08')).toBe('2026年9月8日')
  expect(formatFor('en').day('2026-09-08')).toBe('8 Sep 2026')
  expect(formatFor('zh').moment(at)).toBe('2026-09-09 01:02')
  expect(formatFor('zh').time('2026-09-08T06:02:11Z')).toBe('14:02:11')
})
