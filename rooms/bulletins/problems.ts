import { defineProblems } from '#ground/kernel/problem.ts'
import type { State, Verb } from './core/state.ts'
import { stateNames, verbNames } from './core/state.ts'

/** Whose turn it is when something stands in the way: a signer who revises it has lost the signature, whoever publishes has not. */
const zhMended = (verb: 'signOff' | 'publish', how: string): string =>
  verb === 'signOff'
    ? `没有签发。请退回起草人修改；自己改了就不能再签发。起草人${how}。`
    : `没有印发。请${how}；改后要由没有改过的人重新签发。`
const enMended = (verb: 'signOff' | 'publish', how: string): string =>
  verb === 'signOff'
    ? `Nothing was signed off. Return it to whoever drafted it; if you revise it yourself you cannot sign it off any more. The drafter has to ${how}.`
    : `Nothing was published. To mend it, ${how}; then somebody who did not revise it signs it off again.`

export const problems = defineProblems('bulletins', {
  noSuchBulletin: {
    code: 5000,
    status: 404,
    title: { zh: '没有这份通报', en: 'No such bulletin' },
    detail: {
      zh: '它不存在，还没有印发，或不在当前岗位能看的范围内。请回到列表刷新后再看。',
      en: 'It does not exist, is not published yet, or the acting post does not reach it. Go back to the list and refresh it.',
    },
  },
  wrongState: {
    code: 5001,
    status: 409,
    title: { zh: '当前状态不能这样办', en: 'Not possible in the present state' },
    detail: ({ verb, state }: { verb: Verb; state: State }) => ({
      zh: `这份通报现在是“${stateNames[state].zh}”，不能“${verbNames[verb].zh}”。${state === 'published' ? '印发后不再改动，有误的另发更正。' : '没有改动，请刷新后再办。'}`,
      en: `The bulletin is “${stateNames[state].en}”, so “${verbNames[verb].en}” is not possible. ${state === 'published' ? 'Nothing published is changed; correct it by another bulletin.' : 'Nothing was changed; refresh and look again.'}`,
    }),
  },
  samePerson: {
    code: 5002,
    status: 409,
    title: { zh: '要由另一个人签发', en: 'A second person has to sign it off' },
    detail: {
      zh: '起草和修改过这份通报的人不能签发或退回。没有改动，请另一位同事来办。',
      en: 'Whoever drafted or revised it neither signs it off nor returns it. Nothing was changed; a colleague has to do it.',
    },
  },
  missingFigure: {
    code: 5003,
    status: 422,
    title: { zh: '文中的数字没有来源', en: 'A figure without a source' },
    detail: ({ ids }: { ids: string }) => ({
      zh: `文中写了 [[${ids}]]，但这份通报没有这个数字。没有保存，请改成已有的数字或直接写文字。`,
      en: `The text names [[${ids}]], which is no figure of this bulletin. Nothing was saved; name an existing one or write words.`,
    }),
  },
  numberTaken: {
    code: 5004,
    status: 409,
    title: { zh: '这个文号已经用过', en: 'This number is taken' },
    detail: ({ number }: { number: string }) => ({
      zh: `${number} 已经印发过。没有印发，请换一个序号，或不填、由系统接着编。`,
      en: `${number} is published already. Nothing was published; take another serial, or leave it out and the next one is given.`,
    }),
  },
  notThisUnit: {
    code: 5005,
    status: 422,
    title: { zh: '不能以这个单位的名义起草', en: 'Not in the name of this unit' },
    detail: ({ unit }: { unit: string }) => ({
      zh: `当前岗位不能以 ${unit} 的名义起草。没有保存，请换成本单位。`,
      en: `The acting post cannot draft in the name of ${unit}. Nothing was saved; choose the own unit.`,
    }),
  },
  noPicture: {
    code: 5007,
    status: 422,
    title: { zh: '没有这张图片', en: 'No such picture' },
    detail: {
      zh: '所选佐证没有可用的预览图（未送达、不是图片，或不在当前岗位能看的范围内），或文中的图片不属于这份通报。没有保存，请另选一张。',
      en: 'The evidence has no view to print (not arrived, no picture, or out of reach), or a picture of the text is none of this bulletin. Nothing was saved; choose another.',
    },
  },
  tooMuchData: {
    code: 5008,
    status: 422,
    title: { zh: '数据太多，不能汇总', en: 'Too much data to sum up' },
    detail: {
      zh: '这个单位和下级的记录超过一份通报能列的数（台账 2000 个单位、星级 2000 颗），汇总会不完整，没有起草。请由下级单位分别起草。',
      en: 'The unit and those below it have more records than one bulletin lists (2,000 units with entries of the ledger, 2,000 stars); a summary would not be whole. Nothing was drafted; draft by the units below.',
    },
  },
  noData: {
    code: 5009,
    status: 422,
    title: { zh: '没有可以汇总的数据', en: 'No data to sum up' },
    detail: {
      zh: '这个单位和下级在所选时间没有记录，没有起草。请换一个时间，或先补全记录。',
      en: 'The unit and those below it have no records of that time; nothing was drafted. Choose another time, or complete the records first.',
    },
  },
  notFromData: {
    code: 5011,
    status: 409,
    title: { zh: '这份通报不能重新取数', en: 'Its figures cannot be taken anew' },
    detail: {
      zh: '它没有带来源的数字，或数字来自不止一条记录。没有起草，请选“沿用原文”，写明更正的内容。',
      en: 'It has no figures with a source, or they come from more than one record. Nothing was drafted; keep the old text and say what is corrected.',
    },
  },
  letterheadElsewhere: {
    code: 5010,
    status: 409,
    title: { zh: '这个版头属于别的单位', en: 'This head is of another unit' },
    detail: {
      zh: '没有保存。请新建一个本单位的版头。',
      en: 'Nothing was saved. Make a head of the own unit.',
    },
  },
  personalData: {
    code: 5006,
    status: 409,
    title: { zh: '文中有未遮盖的个人信息', en: 'Personal data is not masked' },
    detail: ({ verb }: { verb: 'signOff' | 'publish' }) => ({
      zh: `文中有完整的手机号或身份证号，${zhMended(verb, '打开“修改”保存一次，系统会遮盖')}`,
      en: `A whole mobile or identity number stands in the text. ${enMended(verb, 'revise and save it once, which masks it')}`,
    }),
  },
  pictureWithdrawn: {
    code: 5012,
    status: 409,
    title: { zh: '有图片不能再用', en: 'A picture may not be shown any more' },
    detail: ({
      verb,
      pictures,
    }: {
      verb: 'signOff' | 'publish'
      pictures: readonly { readonly at: number; readonly caption: string }[]
    }) => ({
      zh: `${pictures.map(({ at, caption }) => `第${at}张${caption === '' ? '' : `（${caption}）`}`).join('、')}：所取的佐证已遮挡或删除，或当前岗位看不到。${zhMended(verb, '打开“修改”删去，改插它的遮挡件或别的图片')}`,
      en: `Picture ${pictures.map(({ at, caption }) => `${at}${caption === '' ? '' : ` (${caption})`}`).join(', ')}: its evidence was masked or erased, or the acting post does not see it. ${enMended(verb, 'revise it, take the picture out, and put in the masked copy or another one')}`,
    }),
  },
  noSuchWording: {
    code: 5013,
    status: 422,
    title: { zh: '没有这种数据通报', en: 'No such draft from data' },
    detail: {
      zh: '没有这一类通报，或标题的数目不符。没有保存，请刷新后再改。',
      en: 'There is no such kind of draft, or the number of headings differs. Nothing was saved; refresh and change it again.',
    },
  },
})
