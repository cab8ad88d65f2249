import { defineProblems } from '#ground/kernel/problem.ts'

export const problems = defineProblems('notices', {
  noSuchNotice: {
    code: 7600,
    status: 404,
    title: { zh: '没有这条通知', en: 'No such notice' },
    detail: {
      zh: '它不存在、已过保存期，或不是发给当前岗位的。请回到列表刷新后再看。',
      en: 'It does not exist, is no longer kept, or is not for the acting post. Go back to the list and refresh it.',
    },
  },
  notThere: {
    code: 7601,
    status: 422,
    title: { zh: '不能发给这个单位', en: 'Not to this unit' },
    detail: ({ unit }: { unit: string }) => ({
      zh: `当前岗位只能发给本单位、下级单位，或逐级发给上级单位，不能发给 ${unit}。没有发出，请另选单位。`,
      en: `The acting post may write to its own unit, those below it, and single units above it, not to ${unit}. Nothing was sent; choose another unit.`,
    }),
  },
  alreadyWithdrawn: {
    code: 7602,
    status: 409,
    title: { zh: '已经撤回', en: 'Withdrawn already' },
    detail: {
      zh: '这条通知已经撤回，没有再改动。请刷新列表。',
      en: 'The notice is withdrawn already; nothing was changed. Refresh the list.',
    },
  },
  noMail: {
    code: 7603,
    status: 409,
    title: { zh: '没有开通邮件', en: 'No mail here' },
    detail: {
      zh: '系统没有设置邮件服务器，没有保存。请系统管理员设置 SMTP_URL 和 MAIL_FROM 后再试。',
      en: 'No mail server is set up, so nothing was kept. Ask the system operator to set SMTP_URL and MAIL_FROM.',
    },
  },
})
