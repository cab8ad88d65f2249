// What can be wrong with the files of a pack and with its examples. Numbers 5470–5489.

import { defineProblems } from '#ground/kernel/problem.ts'

const refused = 422

export const exampleProblems = defineProblems('standards', {
  fileUnreadable: {
    code: 5470,
    status: refused,
    title: { zh: '文件无法读取', en: 'A file cannot be read' },
    detail: (p: { file: string; why: string }) => ({
      zh: `${p.file} 无法读取（${p.why}）。请核对路径和权限。`,
      en: `${p.file} cannot be read (${p.why}). See whether it is there and may be read.`,
    }),
  },
  fileTooLarge: {
    code: 5471,
    status: refused,
    title: { zh: '文件过大', en: 'The file is too large' },
    detail: (p: { file: string; megabytes: number }) => ({
      zh: `${p.file} 超过 ${p.megabytes} MB，没有读取。`,
      en: `${p.file} has more than ${p.megabytes} MB and was not read.`,
    }),
  },
  notJson: {
    code: 5472,
    status: refused,
    title: { zh: '不是 JSON 文件', en: 'Not JSON' },
    detail: (p: { file: string; why: string }) => ({
      zh: `${p.file} 不是 UTF-8 编码的 JSON（${p.why}）。请改正后再试。`,
      en: `${p.file} is not JSON in UTF-8 (${p.why}). Mend it and try again.`,
    }),
  },
  otherPlace: {
    code: 5473,
    status: refused,
    title: { zh: '编号与所在目录不符', en: 'The id does not fit the folder' },
    detail: (p: { folder: string }) => ({
      zh: `标准包放在 packs/${p.folder}，编号也应是 ${p.folder}。`,
      en: `The pack lies in packs/${p.folder}; its id should say so.`,
    }),
  },
  exampleMisshaped: {
    code: 5474,
    status: refused,
    title: { zh: '示例文件格式不对', en: 'An example of the wrong shape' },
    detail: {
      zh: '示例写成 {"title", "facts", "expect"}；expect 里只写要核对的部分。',
      en: 'An example is {"title", "facts", "expect"}; expect holds only what is to be compared.',
    },
  },
  exampleDiffers: {
    code: 5475,
    status: refused,
    title: { zh: '示例结果不符', en: 'An example comes out otherwise' },
    detail: (p: { wanted: string; found: string }) => ({
      zh: `应为 ${p.wanted}，实际为 ${p.found}。请核对规则或示例。`,
      en: `${p.wanted} was expected, ${p.found} came out. See whether the rule or the example is wrong.`,
    }),
  },
  exampleNames: {
    code: 5476,
    status: refused,
    title: { zh: '示例核对了没有的条目', en: 'An example names what is not there' },
    detail: (p: { id: string }) => ({
      zh: `结果里没有 ${p.id}。请核对编号和单位类别。`,
      en: `There is no ${p.id} in the result. See its id and the kind of the unit.`,
    }),
  },
  exampleFacts: {
    code: 5477,
    status: refused,
    title: { zh: '示例的事实数据不对', en: 'The facts of an example are not right' },
    detail: { zh: '事实数据按 evaluate 的格式填写。', en: 'Facts are written as evaluate reads them.' },
  },
})
