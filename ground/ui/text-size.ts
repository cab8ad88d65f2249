// Large-text mode (大字): text of at least 18 px, targets of at least 44 px. Kept in the cookie `lx-text`; the sizes are in desk/desk.css.

import { defineSetting } from './setting.ts'

export type TextSize = 'normal' | 'large'

const setting = defineSetting<TextSize>('lx-text', ['normal', 'large'], (size) => {
  document.documentElement.classList.toggle('lx-large', size === 'large')
})

/** The size and how to change it. */
export const useTextSize = setting.use
