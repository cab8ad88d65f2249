// Without a Chinese font every screenshot is a row of boxes: look for one where fontconfig can tell.

import { aptInstall, isDebianRoot } from './find.ts'
import { type Machine, thisMachine } from './machine.ts'

export const noFont =
  '没有找到中文字体，页面上的汉字会显示为方框：请安装 fonts-noto-cjk（或其他中文字体）。\n' +
  'No Chinese font was found, characters will show as boxes: install fonts-noto-cjk or another one.'

function hasFont(machine: Machine): boolean {
  return machine.run('fc-list', [':lang=zh', 'family']).output.trim() !== ''
}

/** True when there is a Chinese font, was one to install, or nobody here can tell; otherwise says what to do. */
export function ensureChineseFont(machine: Machine = thisMachine): boolean {
  if (machine.which('fc-list') === null || hasFont(machine)) return true
  if (isDebianRoot(machine) && aptInstall(machine, ['fonts-noto-cjk']) && hasFont(machine)) return true
  machine.say(noFont)
  return false
}
