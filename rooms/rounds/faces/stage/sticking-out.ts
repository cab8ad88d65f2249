// For tests: what a big screen must keep to.

import type { Page } from '@playwright/test'

/** What sticks out of the safe margin of five per cent, or is cut off. */
export const stickingOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const [x, y] = [innerWidth * 0.05, innerHeight * 0.05]
    const main = document.querySelector('main')
    const cut = main !== null && main.scrollHeight > main.clientHeight + 1 ? ['main'] : []
    const out = [...document.querySelectorAll('.screen *')].filter((one) => {
      const { left, top, right, bottom, width } = one.getBoundingClientRect()
      return width > 0 && (left < x - 1 || top < y - 1 || right > innerWidth - x + 1 || bottom > innerHeight - y + 1)
    })
    return [...cut, ...out.map((one) => `${one.tagName} ${one.className} ${one.textContent.slice(0, 20)}`)]
  })
