// A source file over 300 lines is an error: find the seam and cut there.

import type { Check } from '../house.ts'

const most = 300

export const size: Check = (house) =>
  house.files
    .filter(({ path }) => /\.(ts|tsx|sql|css|js|mjs)$/.test(path) && !/\.gen\.\w+$/.test(path))
    .map(({ path, text }) => ({ path, lines: text.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > most)
    .map(({ path, lines }) => ({ rule: 'size', path, line: 0, message: `${lines} lines; at most ${most}: find the seam and cut there` }))
