import { defineProblems } from '#ground/kernel/problem.ts'
import { stateNames } from './core/state.ts'
import type { State } from './core/state.ts'

export const problems = defineProblems('feedback', {
  badCode: {
    code: 3000,
    status: 400,
    title: { zh: '查询码有误', en: 'The tracking code is mistyped' },
    detail: {
      zh: '查询码是 12 个字符（数字 2–9 和除 I、L、O 外的字母），最后一位用于校验。请对照提交后显示的大号字符再输一次。',
      en: 'A tracking code has 12 characters (digits 2–9 and letters except I, L and O); the last one checks the others. Compare it with the code shown after sending and type it again.',
    },
  },
  unknownCode: {
    code: 3001,
    status: 404,
    title: { zh: '没有查到', en: 'Nothing found' },
    detail: {
      zh: '没有这个查询码对应的投诉建议。请核对查询码；已过保存期限的，内容已经删除。',
      en: 'No complaint or suggestion has this tracking code. Check the code; what is past its keeping time has been deleted.',
    },
  },
  noSuchCase: {
    code: 3002,
    status: 404,
    title: { zh: '没有这件投诉建议', en: 'No such complaint or suggestion' },
    detail: {
      zh: '它不存在、已经转走，或不由当前岗位办理。请回到列表刷新后再看。',
      en: 'It does not exist, was transferred, or is not handled by your acting post. Go back to the list and refresh it.',
    },
  },
  wrongState: {
    code: 3003,
    status: 409,
    title: { zh: '当前状态不能这样办', en: 'Not possible in the present state' },
    detail: ({ state }: { state: State }) => ({
      zh: `这件投诉建议现在是“${stateNames[state].zh}”，可能已有其他人办理。没有改动，请刷新后再办。`,
      en: `It is now “${stateNames[state].en}”; somebody else may have dealt with it. Nothing was changed; refresh and look again.`,
    }),
  },
  ratedAlready: {
    code: 3004,
    status: 409,
    title: { zh: '已经评价过', en: 'Rated already' },
    detail: {
      zh: '每件投诉建议只回访评价一次，原来的评价已经保留。仍有意见的，请另提一件。',
      en: 'Each case is rated once and your rating is kept. If you still disagree, please send a new one.',
    },
  },
  unknownUnit: {
    code: 3005,
    status: 422,
    title: { zh: '没有这个单位', en: 'No such unit' },
    detail: ({ unit }: { unit: string }) => ({
      zh: `没有找到代码为 ${unit} 的单位，填写的内容没有提交。请重新选择，或不填单位。`,
      en: `There is no unit with the code ${unit}; nothing was sent. Choose again, or leave the unit out.`,
    }),
  },
  tooEarlyToClose: {
    code: 3006,
    status: 409,
    title: { zh: '还不能办结', en: 'Too early to close' },
    detail: ({ days }: { days: number }) => ({
      zh: `答复后要给来件人留 ${days} 个工作日评价，期满或评价满意后再办结。没有改动。`,
      en: `After an answer the sender has ${days} working days to rate it; close it when they are over or the sender is satisfied. Nothing was changed.`,
    }),
  },
  noContact: {
    code: 3007,
    status: 404,
    title: { zh: '没有联系方式', en: 'No contact given' },
    detail: {
      zh: '来件人没有留联系方式，或已过保存期限。请在答复里写明，来件人凭查询码查看。',
      en: 'The sender left no contact, or its keeping time is over. Write it in the answer; the sender reads it with the tracking code.',
    },
  },
  sameUnit: {
    code: 3008,
    status: 409,
    title: { zh: '没有换单位', en: 'The same unit' },
    detail: { zh: '转办的单位和现在的单位相同，没有改动。', en: 'It concerns that unit already; nothing was changed.' },
  },
  noHome: {
    code: 3009,
    status: 503,
    wakes: true,
    title: { zh: '系统还没有导入单位', en: 'No units yet' },
    detail: {
      zh: '系统里还没有任何单位，投诉建议暂时无处可送。内容没有提交，请先保存文字，稍后再试或拨打监督电话。',
      en: 'There are no units in the system yet, so nobody could receive this. It was not sent; keep your text and try later, or call the supervision telephone.',
    },
  },
})
