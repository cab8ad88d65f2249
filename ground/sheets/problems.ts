// Every way a file refuses to become a table. All of them happen before anything is written, and say so.

import { defineProblems, type Text } from '#ground/kernel/problem.ts'

const nothing: Text = { zh: '没有写入任何数据。', en: 'Nothing was written.' }
const again: Text = {
  zh: '没有写入任何数据。请用 Excel 或 WPS 重新另存为 .xlsx 或 UTF-8 编码的 .csv 后再试。',
  en: 'Nothing was written. Save it again as .xlsx or UTF-8 .csv and retry.',
}

/** A size as people read it. */
function size(bytes: number): string {
  return bytes >= 1_048_576 ? `${Math.round(bytes / 1_048_576)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`
}

export const problems = defineProblems('sheets', {
  tooLarge: {
    code: 200,
    status: 413,
    title: { zh: '文件过大', en: 'File too large' },
    detail: ({ limit }: { limit: number }) => ({
      zh: `文件超过 ${size(limit)} 的上限。${nothing.zh}请拆分后分批导入。`,
      en: `The file is larger than the limit of ${size(limit)}. ${nothing.en} Split it and import the parts.`,
    }),
  },
  expandsTooFar: {
    code: 201,
    status: 413,
    title: { zh: '压缩文件展开后过大', en: 'File expands too far' },
    detail: ({ limit }: { limit: number }) => ({
      zh: `文件解压后超过 ${size(limit)} 的上限，已停止读取。${nothing.zh}请检查文件来源，或拆分后分批导入。`,
      en: `Unpacked, the file exceeds the limit of ${size(limit)}; reading was stopped. ${nothing.en} Check where it came from, or split it.`,
    }),
  },
  notATable: {
    code: 202,
    status: 415,
    title: { zh: '不是表格文件', en: 'Not a table' },
    detail: { zh: `只能读取 .xlsx、.csv 和 .csv.gz 表格。${again.zh}`, en: `Only .xlsx, .csv and .csv.gz tables can be read. ${again.en}` },
  },
  nulBytes: {
    code: 203,
    status: 415,
    title: { zh: '文件含有二进制内容', en: 'File holds binary content' },
    detail: {
      zh: `文本表格里出现了空字节，文件不是文本或已损坏。${again.zh}`,
      en: `The text table holds NUL bytes: it is no text or is damaged. ${again.en}`,
    },
  },
  damaged: {
    code: 204,
    status: 422,
    title: { zh: '文件已损坏', en: 'File is damaged' },
    detail: { zh: `文件结构不完整或校验不符，无法读取。${again.zh}`, en: `The file's structure or checksum is wrong. ${again.en}` },
  },
  headerMissing: {
    code: 205,
    status: 422,
    title: { zh: '表头缺列名', en: 'A column has no name' },
    detail: ({ column }: { column: number }) => ({
      zh: `表头第 ${column} 列没有列名。${nothing.zh}请补上列名或删除该列后再试。`,
      en: `Column ${column} of the header has no name. ${nothing.en} Name it or remove it, then retry.`,
    }),
  },
  headerRepeated: {
    code: 206,
    status: 422,
    title: { zh: '表头列名重复', en: 'A column name is repeated' },
    detail: ({ name }: { name: string }) => ({
      zh: `表头里“${name}”出现了不止一次。${nothing.zh}请只保留一列后再试。`,
      en: `The header names “${name}” more than once. ${nothing.en} Keep one of them, then retry.`,
    }),
  },
  tooManyRows: {
    code: 207,
    status: 413,
    title: { zh: '行数过多', en: 'Too many rows' },
    detail: ({ limit }: { limit: number }) => ({
      zh: `表格内容超过 ${limit} 行的上限。${nothing.zh}请拆分后分批导入。`,
      en: `The table has more than the ${limit} rows allowed. ${nothing.en} Split it and import the parts.`,
    }),
  },
  tooManyColumns: {
    code: 208,
    status: 413,
    title: { zh: '列数过多', en: 'Too many columns' },
    detail: ({ limit }: { limit: number }) => ({
      zh: `表格超过 ${limit} 列的上限。${nothing.zh}请删去用不到的列（包括右侧的空列）后再试。`,
      en: `The table has more than the ${limit} columns allowed. ${nothing.en} Remove unused columns, empty ones at the right included.`,
    }),
  },
  cutOff: {
    code: 209,
    status: 422,
    title: { zh: '文件不完整', en: 'File is cut off' },
    detail: {
      zh: `文件在中途结束，可能没有传完或没有保存完。${nothing.zh}请重新上传完整的文件。`,
      en: `The file ends in the middle; it was not sent or saved completely. ${nothing.en} Send the whole file again.`,
    },
  },
  unknownEncoding: {
    code: 210,
    status: 415,
    title: { zh: '无法识别文字编码', en: 'Unknown text encoding' },
    detail: { zh: `文件既不是 UTF-8 也不是 GB18030 编码。${again.zh}`, en: `The text is neither UTF-8 nor GB18030. ${again.en}` },
  },
  cellTooLong: {
    code: 211,
    status: 422,
    title: { zh: '单元格内容过长', en: 'A cell is too long' },
    detail: ({ line, limit }: { line: number; limit: number }) => ({
      zh: `第 ${line} 行有单元格超过 ${limit} 个字。${nothing.zh}请缩短后再试。`,
      en: `A cell in line ${line} is longer than ${limit} characters. ${nothing.en} Shorten it, then retry.`,
    }),
  },
  badQuotes: {
    code: 212,
    status: 422,
    title: { zh: '引号不成对', en: 'Quotes do not match' },
    detail: ({ line }: { line: number }) => ({
      zh: `第 ${line} 行起的引号不成对，分不清单元格。${nothing.zh}请改正引号，或另存为 .xlsx 后再试。`,
      en: `The quotes from line ${line} on do not match, so cells cannot be told apart. ${nothing.en} Mend them or save as .xlsx.`,
    }),
  },
  surplusCells: {
    code: 213,
    status: 422,
    title: { zh: '某行的列数多于表头', en: 'A row is wider than the header' },
    detail: ({ line }: { line: number }) => ({
      zh: `第 ${line} 行的列数多于表头，内容可能已错列。${nothing.zh}请检查该行是否多了逗号后再试。`,
      en: `Line ${line} has more cells than the header, so its content may be shifted. ${nothing.en} Look for a stray comma there.`,
    }),
  },
  columnsMissing: {
    code: 214,
    status: 422,
    title: { zh: '缺少必需的列', en: 'Columns are missing' },
    detail: ({ names }: { names: readonly string[] }) => ({
      zh: `表头里找不到：${names.join('、')}。${nothing.zh}请对照模板补上这些列后再试。`,
      en: `The header lacks: ${names.join(', ')}. ${nothing.en} Add these columns as in the template, then retry.`,
    }),
  },
  oldOrLocked: {
    code: 215,
    status: 415,
    title: { zh: '旧版或加密的工作簿', en: 'Old or protected workbook' },
    detail: {
      zh: `这是旧版 .xls 或设有打开密码的工作簿。没有写入任何数据。请取消密码，另存为 .xlsx 后再试。`,
      en: `This is an old .xls or a workbook with a password. ${nothing.en} Remove the password and save it as .xlsx.`,
    },
  },
  digitsLost: {
    code: 216,
    status: 422,
    title: { zh: '长数字已失真', en: 'A long number lost its digits' },
    detail: ({ line, column }: { line: number; column: string }) => ({
      zh: `第 ${line} 行“${column}”被 Excel 存成了超过 15 位的数值，末尾几位已变成 0。${nothing.zh}请把该列设为“文本”格式并重新填写。`,
      en: `Line ${line}, “${column}”: the workbook holds a number of more than 15 digits, whose last digits are lost. ${nothing.en} Format the column as text and type it again.`,
    }),
  },
  unreadable: {
    code: 217,
    status: 422,
    title: { zh: '打不开文件', en: 'File cannot be opened' },
    detail: ({ path }: { path: string }) => ({
      zh: `找不到文件或没有读取权限：${path}。${nothing.zh}`,
      en: `The file does not exist or may not be read: ${path}. ${nothing.en}`,
    }),
  },
  empty: {
    code: 218,
    status: 422,
    title: { zh: '表格是空的', en: 'The table is empty' },
    detail: {
      zh: `文件里没有表头。${nothing.zh}请下载模板，填写后再试。`,
      en: `The file has no header. ${nothing.en} Download the template and fill it in.`,
    },
  },
  columnRepeated: {
    code: 219,
    status: 422,
    title: { zh: '同一内容出现在两列', en: 'Two columns for one thing' },
    detail: ({ names }: { names: readonly string[] }) => ({
      zh: `这些列说的是同一内容：${names.join('、')}。${nothing.zh}请只保留一列后再试。`,
      en: `These columns mean the same: ${names.join(', ')}. ${nothing.en} Keep one of them, then retry.`,
    }),
  },
  tooComplex: {
    code: 220,
    status: 413,
    title: { zh: '工作簿过于复杂', en: 'Workbook too complex' },
    detail: {
      zh: `读取这个工作簿所需的内存或时间超过上限，已停止读取。${nothing.zh}请只保留数据所在的工作表，或另存为 UTF-8 编码的 .csv 后再试。`,
      en: `Reading this workbook takes more memory or time than allowed; it was stopped. ${nothing.en} Keep only the sheet with the data, or save it as UTF-8 .csv.`,
    },
  },
  bookTooLong: {
    code: 221,
    status: 422,
    title: { zh: '一个工作簿放不下', en: 'Too much for a workbook' },
    detail: ({ most }: { most: number }) => ({
      zh: `Excel 工作表最多放 ${most} 条，这份名单更长。请改选 CSV 导出，或在页面顶部选小一级的单位，分几次导出。`,
      en: `A sheet of Excel holds ${most} records at most, and this list is longer. Export it as CSV, or choose a smaller unit at the top and export in parts.`,
    }),
  },
})
