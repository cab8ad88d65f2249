// The screens that the documentation shows. Public ones first, so that they are seen without a session.

import type { Page } from '@playwright/test'

export interface Scene {
  readonly name: string
  readonly path: string
  /** Signed in as this demo account; scenes with a login stand after those without. */
  readonly login?: string
  /** What is done on the page before the picture. */
  act?(page: Page): Promise<void>
}

export const scenes: readonly Scene[] = [
  { name: 'home', path: '/' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'public-units', path: '/units/990101' },
  { name: 'public-feedback', path: '/feedback' },
  { name: 'desk', path: '/desk', login: 'xianwei' },
  { name: 'units', path: '/desk/units?unit=990101', login: 'xianwei' },
  { name: 'people', path: '/desk/people?unit=990101', login: 'xianwei' },
  { name: 'feedback', path: '/desk/feedback?unit=990101', login: 'xianwei' },
  { name: 'me', path: '/desk/me', login: 'xianwei' },
]
