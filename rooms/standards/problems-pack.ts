// What can be wrong with the parts of a pack. Numbers 5400–5439, 5478–5480. A sentence says what stands at the named path and what to do
// about it; it serves alone and in a list.

import { defineProblems } from '#ground/kernel/problem.ts'
import type { Text } from '#ground/kernel/problem.ts'

const refused = 422

/** “Did you mean …?”, where something similar is there. */
export function meant(near: string | null): Text {
  return near === null ? { zh: '', en: '' } : { zh: `是不是“${near}”？`, en: ` Did you mean “${near}”?` }
}

/** As much of a text as tells which one is meant. */
const begun = (text: string): string => (text.length > 30 ? `${text.slice(0, 30)}…` : text)

export const packProblems = defineProblems('standards', {
  severalFaults: {
    code: 5400,
    status: refused,
    title: { zh: '标准包有多处错误', en: 'The pack is refused for several reasons' },
    detail: (p: { count: number }) => ({
      zh: `共 ${p.count} 处错误，已逐处列出编号和位置；没有采用任何内容。请全部改好后再试。`,
      en: `${p.count} faults, each listed with its number and path; nothing was taken over. Mend them all and try again.`,
    }),
  },
  wrongType: {
    code: 5401,
    status: refused,
    title: { zh: '数据类型不对', en: 'Not of the right type' },
    detail: (p: { wanted: 'object' | 'list' | 'text' | 'yes-no' }) => {
      const zh = { object: '对象（{…}）', list: '列表（[…]）', text: '文字', 'yes-no': '是或否（true 或 false）' }[p.wanted]
      const en = { object: 'an object ({…})', list: 'a list ([…])', text: 'a text', 'yes-no': 'true or false' }[p.wanted]
      return { zh: `这里应为${zh}。请按 docs/packs.md 改正。`, en: `This should be ${en}. Write it as docs/packs.md says.` }
    },
  },
  unknownField: {
    code: 5402,
    status: refused,
    title: { zh: '有不认识的字段', en: 'Unknown field' },
    detail: (p: { field: string; near: string | null }) => ({
      zh: `没有“${p.field}”这个字段。${meant(p.near).zh}请删去或改正。`,
      en: `There is no field “${p.field}”.${meant(p.near).en} Remove it or mend its name.`,
    }),
  },
  missingField: {
    code: 5403,
    status: refused,
    title: { zh: '缺少字段', en: 'A field is missing' },
    detail: (p: { field: string }) => ({ zh: `缺少“${p.field}”，请补上。`, en: `“${p.field}” is missing; add it.` }),
  },
  badText: {
    code: 5404,
    status: refused,
    title: { zh: '文字不可用', en: 'Unusable text' },
    detail: (p: { most: number }) => ({
      zh: `这里要有文字，最多 ${p.most} 字，不能含控制字符。请补上或改正。`,
      en: `A text of at most ${p.most} characters without control characters belongs here. Fill it in or mend it.`,
    }),
  },
  badId: {
    code: 5405,
    status: refused,
    title: { zh: '编号不可用', en: 'Unusable id' },
    detail: {
      zh: '编号由字母、数字和连字符组成，以字母开头，最多 60 字，如 YYXY-1、collective-income；不能是规则用语（ALL、NO、YES 等）。',
      en: 'An id has letters, digits and hyphens, begins with a letter and has at most 60 characters, like YYXY-1 or collective-income; it is no word of rules (ALL, NO, YES …).',
    },
  },
  duplicateId: {
    code: 5406,
    status: refused,
    title: { zh: '重复', en: 'It stands twice' },
    detail: (p: { id: string }) => ({
      zh: `“${p.id}”前面已经有了。请换一个或删去一处。`,
      en: `“${p.id}” is there already. Give another one or remove one of them.`,
    }),
  },
  notOneOf: {
    code: 5407,
    status: refused,
    title: { zh: '不在可选值内', en: 'Not one of the words' },
    detail: (p: { words: readonly string[] }) => ({ zh: `只能是 ${p.words.join('、')}。`, en: `This is one of: ${p.words.join(', ')}.` }),
  },
  badMonthDay: {
    code: 5408,
    status: refused,
    title: { zh: '不是月日', en: 'Not a day of the year' },
    detail: { zh: '写成两位月、两位日，如 06-30。', en: 'Write month and day with two digits each, like 06-30.' },
  },
  tooMany: {
    code: 5409,
    status: refused,
    title: { zh: '条数过多', en: 'Too many items' },
    detail: (p: { most: number }) => ({ zh: `一个列表最多 ${p.most} 条。请拆分。`, en: `A list has at most ${p.most} items. Split it.` }),
  },
  badPackId: {
    code: 5410,
    status: refused,
    title: { zh: '标准包编号不可用', en: 'Unusable id of a pack' },
    detail: {
      zh: '写成 发布者/标准/版本，用小写字母、数字和连字符，如 sample/five-star/2022-community。',
      en: 'Write publisher/standard/edition in lower case, digits and hyphens, like sample/five-star/2022-community.',
    },
  },
  otherFormat: {
    code: 5411,
    status: refused,
    title: { zh: '格式版本不对', en: 'Another format' },
    detail: (p: { format: string }) => ({ zh: `这里应写“${p.format}”。`, en: `This should say “${p.format}”.` }),
  },
  noScope: {
    code: 5412,
    status: refused,
    title: { zh: '没有适用范围', en: 'No scope' },
    detail: { zh: '至少写一种：village（村）、community（社区）。', en: 'Name at least one of village, community.' },
  },
  noStars: {
    code: 5413,
    status: refused,
    title: { zh: '没有星', en: 'No stars' },
    detail: { zh: '标准包至少要有一颗星。', en: 'A pack has at least one star.' },
  },
  scopeNotListed: {
    code: 5414,
    status: refused,
    title: { zh: '星不在适用范围内', en: 'The star is outside the scopes' },
    detail: (p: { scope: string }) => ({
      zh: `标准包的适用范围里没有 ${p.scope}。请改星的范围，或补进标准包的范围。`,
      en: `${p.scope} is not among the pack's scopes. Change the star's, or add it to the pack's.`,
    }),
  },
  emptyStar: {
    code: 5415,
    status: refused,
    title: { zh: '星没有内容', en: 'An empty star' },
    detail: (p: { code: string }) => ({
      zh: `星 ${p.code} 既没有底线要求，也没有创建标准。请补上。`,
      en: `Star ${p.code} has neither bottom lines nor criteria. Add some.`,
    }),
  },
  badMeasure: {
    code: 5416,
    status: refused,
    title: { zh: '计量单位不对', en: 'Wrong measure' },
    detail: (p: { number: boolean }) =>
      p.number
        ? {
            zh: '数值指标要有计量单位，如 万元、户、%，或一至四个汉字的量词。',
            en: 'A fact in numbers needs a measure, like 万元, 户, %, or a counting word of one to four Chinese characters.',
          }
        : { zh: '只有数值指标才有计量单位，请删去。', en: 'Only facts in numbers have a measure; remove it.' },
  },
  badChoices: {
    code: 5417,
    status: refused,
    title: { zh: '选项不对', en: 'Wrong choices' },
    detail: (p: { choice: boolean }) =>
      p.choice
        ? { zh: '选择类指标要列出选项。', en: 'A fact of choice lists its choices.' }
        : { zh: '只有选择类指标才有选项，请删去。', en: 'Only facts of choice have choices; remove them.' },
  },
  ruleMissing: {
    code: 5418,
    status: refused,
    title: { zh: '缺少规则', en: 'The rule is missing' },
    detail: {
      zh: '定量标准（quantitative）要写规则；由人审核的请改为 reviewed。',
      en: 'A quantitative criterion needs a rule; where people judge, make it reviewed.',
    },
  },
  stageBackwards: {
    code: 5419,
    status: refused,
    title: { zh: '阶段起止颠倒', en: 'The stage ends before it begins' },
    detail: (p: { from: string }) => ({
      zh: `截止日不能早于开始日 ${p.from}；跨年的请分成两个阶段。`,
      en: `It cannot end before ${p.from}; split a stage over the turn of the year in two.`,
    }),
  },
  droppedWithTarget: {
    code: 5420,
    status: refused,
    title: { zh: '对照关系自相矛盾', en: 'The mapping contradicts itself' },
    detail: {
      zh: '取消的条目（dropped）to 写 null；保留的写新编号，change 写 same 或 changed。',
      en: 'What was dropped has to: null; what stays names its new id with same or changed.',
    },
  },
  unknownTarget: {
    code: 5421,
    status: refused,
    title: { zh: '对照到不存在的条目', en: 'Carried to nothing' },
    detail: (p: { id: string; near: string | null }) => ({
      zh: `本版本没有 ${p.id}。${meant(p.near).zh}`,
      en: `This edition has no ${p.id}.${meant(p.near).en}`,
    }),
  },
  replacesItself: {
    code: 5422,
    status: refused,
    title: { zh: '版本不能替代自己', en: 'An edition cannot replace itself' },
    detail: { zh: 'edition 写上一版本的编号。', en: 'edition names the edition before.' },
  },
  badLeast: {
    code: 5423,
    status: refused,
    title: { zh: '“至少”写法不对', en: 'Not a minimum' },
    detail: {
      zh: '应为个数或比例，例如 1 或 70%（不超过 100%）。请改正。',
      en: 'It should be a number of units or a share of them, such as 1 or 70% (at most 100%). Mend it.',
    },
  },
  ladderDiffers: {
    code: 5424,
    status: refused,
    title: { zh: '同一级的名称或层级不一致', en: 'One ladder, two names' },
    detail: (p: { code: string }) => ({
      zh: `“${p.code}”的各行名称和层级应当相同。请改成一致。`,
      en: `All rows of “${p.code}” bear the same name and level. Make them agree.`,
    }),
  },
  ladderValue: {
    code: 5425,
    status: refused,
    title: { zh: '三级争创的“值”不对', en: 'Not a value of a ladder' },
    detail: (p: { value: string; values: readonly string[] }) => ({
      zh: `“${p.value}”不对，${p.values.length === 0 ? '这里没有可选的值。' : `应为：${p.values.join('、')}。`}`,
      en: `“${p.value}” is none; ${p.values.length === 0 ? 'there is nothing to choose from here.' : `it is one of: ${p.values.join(', ')}.`}`,
    }),
  },
  englishMissing: {
    code: 5478,
    status: refused,
    title: { zh: '没有英文', en: 'No English' },
    detail: (p: { text: string }) => ({
      zh: `“${begun(p.text)}”没有英文，英文读者看到的是中文。`,
      en: `“${begun(p.text)}” has no English; readers of English see it in Chinese.`,
    }),
  },
  choicesUneven: {
    code: 5481,
    status: refused,
    title: { zh: '英文选项不对应', en: 'Choices are not called one for one' },
    detail: (p: { count: number }) => ({
      zh: `选项有 ${p.count} 个，英文要逐项对应、互不相同，也是 ${p.count} 个。请补齐，或全部不写。`,
      en: `There are ${p.count} choices; write as many different ones in English, in their order, or none.`,
    }),
  },
  evidenceUneven: {
    code: 5480,
    status: refused,
    title: { zh: '英文佐证材料项数不同', en: 'Evidence is not called one for one' },
    detail: (p: { count: number }) => ({
      zh: `佐证材料有 ${p.count} 项，英文要逐项对应，也是 ${p.count} 项。请补齐，或全部不写。`,
      en: `There are ${p.count} items of evidence; write as many in English, in their order, or none.`,
    }),
  },
  noEnglish: {
    code: 5479,
    status: refused,
    title: { zh: '没有英文', en: 'No English' },
    detail: {
      zh: '这个标准包没有英文，英文读者看到的都是中文。需要时，补写各项的英文（…En）。',
      en: 'This pack has no English; readers of English see Chinese throughout. Add it (…En) where it is wanted.',
    },
  },
})
