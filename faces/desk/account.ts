// The page about one's own account (password, sessions), if a room has one; by agreement it is /desk/me.

import { pages } from './pages.ts'

export const accountPath = pages.some((page) => page.path === '/desk/me') ? '/desk/me' : null
