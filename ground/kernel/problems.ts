// The kernel's own refusals. There is one: counting working days in a year whose public calendar nobody has entered.

import { defineProblems } from './problem.ts'

/** What the calendar cannot answer. */
export const problems = defineProblems('calendar', {
  unknownYear: {
    code: 240,
    status: 503,
    wakes: true,
    title: { zh: '缺少工作日历', en: 'Working-day calendar missing' },
    detail: ({ year }: { year: number }) => ({
      zh: `系统里没有 ${year} 年的节假日和调休安排，无法推算工作日；没有改动任何数据。请管理员按国务院办公厅通知补充 packs/calendar/cn/${year}.json 后再试。`,
      en: `The public holidays and make-up working days of ${year} are not in the system, so working days cannot be counted; nothing was changed. Ask the administrator to add packs/calendar/cn/${year}.json from the State Council's notice, then try again.`,
    }),
  },
})
