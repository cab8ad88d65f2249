// Refusals about files that leave the room: report formats and their size.

import type { ProblemSpec } from '#ground/kernel/problem.ts'

export const files = {
  noSuchFormat: {
    code: 5788,
    status: 404,
    title: { zh: '没有这个报送格式', en: 'No such format' },
    detail: {
      zh: '它不存在，或已停用。请回到报送格式列表刷新后再选。',
      en: 'It does not exist or was taken out of use. Refresh the list of formats and choose again.',
    },
  },
  foreignField: {
    code: 5789,
    status: 422,
    title: { zh: '这张表里没有这个字段', en: 'The list has no such field' },
    detail: ({ field }: { field: string }) => ({
      zh: `所选的表没有字段“${field}”。没有保存，请换一个字段，或写成固定内容。`,
      en: `The chosen list has no field “${field}”. Nothing was saved; choose another field or write a constant.`,
    }),
  },
  formatChanged: {
    code: 5790,
    status: 409,
    title: { zh: '格式已被他人改动', en: 'Somebody else changed the format' },
    detail: {
      zh: '您打开以后，同事保存过这个格式，或停用了它。没有覆盖，请刷新后对照修改。',
      en: 'After you opened it a colleague saved this format or took it out of use. Nothing was written over; refresh and compare.',
    },
  },
  fileTooLong: {
    code: 5791,
    status: 422,
    title: { zh: '一个文件放不下', en: 'Too much for one file' },
    detail: ({ most }: { most: number }) => ({
      zh: `一个文件最多写 ${most} 条。请把顶部的单位选小一级，分几次导出。`,
      en: `A file takes ${most} records at most. Choose a smaller unit at the top and export in parts.`,
    }),
  },
  noCertificate: {
    code: 5792,
    status: 404,
    title: { zh: '没有可打印的证书', en: 'No certificate to print' },
    detail: {
      zh: '这里没有有效的星。暂停、撤销和已届满的星不出证书。',
      en: 'No valid star here. Stars that are suspended, revoked or ended have no certificate.',
    },
  },
  originMissing: {
    code: 5793,
    status: 422,
    title: { zh: '不知道核验网址', en: 'The address for verifying is not known' },
    detail: {
      zh: '证书上的二维码要写明本系统的网址。请由管理员设置 PUBLIC_ORIGIN，或从页面上打印。',
      en: 'The code on a certificate holds this system’s address. Let the operator set PUBLIC_ORIGIN, or print from the screen.',
    },
  },
  formatFaulty: {
    code: 5799,
    status: 422,
    title: { zh: '报送格式文件有误', en: 'The file of a format is not right' },
    detail: ({ count }: { count: number }) => ({
      zh: `有 ${count} 处不对，已逐处列出编号和位置；没有导入。请全部改好后再试。`,
      en: `${count} ${count === 1 ? 'fault' : 'faults'}, each listed with its number and place; nothing was imported. Mend them all and try again.`,
    }),
  },
  formatNotJson: {
    code: 5800,
    status: 422,
    title: { zh: '不是报送格式文件', en: 'Not the file of a format' },
    detail: {
      zh: '文件读不出来，没有导入。请选择从“报送格式”导出的 JSON 文件。',
      en: 'The file cannot be read; nothing was imported. Choose the JSON file that was exported under Report formats.',
    },
  },
  otherFormatFile: {
    code: 5801,
    status: 422,
    title: { zh: '不是这种文件', en: 'Another kind of file' },
    detail: ({ format }: { format: string }) => ({ zh: `这里应写“${format}”。`, en: `This should say “${format}”.` }),
  },
  noColumns: {
    code: 5802,
    status: 422,
    title: { zh: '没有栏目', en: 'No columns' },
    detail: { zh: '至少写一个栏目。', en: 'A format has at least one column.' },
  },
  tooManyParts: {
    code: 5803,
    status: 422,
    title: { zh: '条数过多', en: 'Too many' },
    detail: ({ most }: { most: number }) => ({ zh: `这里最多 ${most} 条。`, en: `There are at most ${most} here.` }),
  },
} as const satisfies Readonly<Record<string, ProblemSpec>>
