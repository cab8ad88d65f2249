// Refusals about definitions and values.

import { defineProblems } from '#ground/kernel/problem.ts'

export const definitionProblems = defineProblems('facts', {
  definitionFaulty: {
    code: 5210,
    status: 422,
    title: { zh: '数据项有误', en: 'The definition is not right' },
    detail: ({ id }: { id: string }) => ({
      zh: `数据项“${id}”不能登记，原因列在后面。没有登记任何数据项。`,
      en: `“${id}” cannot be defined; the reasons are listed. Nothing was added.`,
    }),
  },
  definitionDiffers: {
    code: 5211,
    status: 409,
    title: { zh: '已有同编号、内容不同的数据项', en: 'Defined already, and otherwise' },
    detail: ({ id, fields }: { id: string; fields: readonly string[] }) => ({
      zh: `数据项“${id}”已经登记，下列字段不同：${fields.join('、')}。没有改动；请改用原来的定义，或换一个编号。`,
      en: `“${id}” is defined already and differs in: ${fields.join(', ')}. Nothing was changed; use what is there or another id.`,
    }),
  },
  definitionNameTaken: {
    code: 5212,
    status: 409,
    title: { zh: '名称已被占用', en: 'The name is taken' },
    detail: ({ name, holder }: { name: string; holder: string }) => ({
      zh: `“${name}”已是数据项“${holder}”的名称或别名。没有登记；同一个数据只登记一次，请直接使用它。`,
      en: `“${name}” is a name of “${holder}” already. Nothing was added; a datum is defined once, use that one.`,
    }),
  },
  noSuchDefinition: {
    code: 5213,
    status: 404,
    title: { zh: '没有这个数据项', en: 'No such definition' },
    detail: ({ id }: { id: string }) => ({
      zh: `没有登记过“${id}”，或它已经停用。没有改动，请从数据项列表中选择。`,
      en: `“${id}” is not defined, or retired. Nothing was changed; choose from the list of definitions.`,
    }),
  },
  valueUnfit: {
    code: 5214,
    status: 422,
    title: { zh: '值不符合数据项', en: 'The value does not fit' },
    detail: ({ name, wanted }: { name: string; wanted: string }) => ({
      zh: `“${name}”的值应为${wanted}。没有登记，请改正后再提交。`,
      en: `A value of “${name}” should be ${wanted}. Nothing was entered; correct it and send again.`,
    }),
  },
  periodUnfit: {
    code: 5215,
    status: 422,
    title: { zh: '时间不符合数据项', en: 'The period does not fit' },
    detail: ({ name, wanted }: { name: string; wanted: string }) => ({
      zh: `“${name}”按${wanted}登记，且不能晚于今天开始。没有登记，请改正后再提交。`,
      en: `“${name}” is stated for ${wanted}, beginning not after today. Nothing was entered; correct it and send again.`,
    }),
  },
  noNothing: {
    code: 5216,
    status: 422,
    title: { zh: '选项类数据没有“本期无”', en: 'A choice has no “nothing this period”' },
    detail: { zh: '请选择一个选项。没有登记。', en: 'Choose one of its choices. Nothing was entered.' },
  },
  notYourDatum: {
    code: 5217,
    status: 403,
    title: { zh: '这个数据由来源部门登记', en: 'The source office states this' },
    detail: ({ name, source }: { name: string; source: string }) => ({
      zh: `“${name}”由${source}登记，本单位不用填。没有改动；如果登记的数不对，请“申请更正”。`,
      en: `“${name}” is stated by ${source}; your unit need not fill it in. Nothing was changed; ask for a correction if it is wrong.`,
    }),
  },
  definitionId: {
    code: 5218,
    status: 422,
    title: { zh: '编号不对', en: 'Not an id' },
    detail: {
      zh: '编号用字母、数字和连字符，字母开头，至多 80 个字符，例如 collective-income。',
      en: 'An id has letters, digits and hyphens, begins with a letter and has at most 80 characters: collective-income.',
    },
  },
  definitionName: {
    code: 5219,
    status: 422,
    title: { zh: '名称不对', en: 'Not a name' },
    detail: { zh: '名称里要有文字。', en: 'A name needs letters.' },
  },
  definitionSource: {
    code: 5220,
    status: 422,
    title: { zh: '缺来源部门', en: 'The source office is missing' },
    detail: { zh: '要写明由哪个部门提供。', en: 'Say which office states it.' },
  },
  definitionMeasure: {
    code: 5221,
    status: 422,
    title: { zh: '计量单位不对', en: 'The measure is not right' },
    detail: {
      zh: '数要有计量单位（万元、%、户、个…），其他类型不写计量单位。',
      en: 'A number needs a measure (万元, %, 户, 个…); other types have none.',
    },
  },
  definitionChoices: {
    code: 5222,
    status: 422,
    title: { zh: '选项不对', en: 'The choices are not right' },
    detail: {
      zh: '选项类要有至少两个不同的选项，其他类型没有选项。',
      en: 'A choice needs two or more different choices; other types have none.',
    },
  },
  definitionChoicesEn: {
    code: 5224,
    status: 422,
    title: { zh: '英文选项不对应', en: 'Choices are not called one for one' },
    detail: {
      zh: '英文选项要与选项逐项对应、互不相同；也可以全部不写。',
      en: 'Write as many different English choices as there are choices, in their order, or none.',
    },
  },
  definitionAliases: {
    code: 5223,
    status: 422,
    title: { zh: '别名重复', en: 'A name stands twice' },
    detail: { zh: '名称和别名里有相同的，或没有文字。', en: 'Its names repeat one another, or one is empty.' },
  },
})
