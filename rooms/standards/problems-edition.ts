// How the register of editions and its workbook refuse. Numbers 5500–5539.

import { defineProblems } from '#ground/kernel/problem.ts'
import type { Text } from '#ground/kernel/problem.ts'
import { meant } from './problems-pack.ts'

const states = {
  draft: { zh: '草稿', en: 'a draft' },
  issued: { zh: '已发布', en: 'issued' },
  retired: { zh: '已停用', en: 'retired' },
} as const

export const editionProblems = defineProblems('standards', {
  noSuchEdition: {
    code: 5500,
    status: 404,
    title: { zh: '没有这个版本', en: 'No such edition' },
    detail: {
      zh: '没有找到这个版本：可能是别处的草稿，或草稿已作废。请从版本列表中选择。',
      en: 'There is no such edition: it may be a draft elsewhere, or a draft that was dropped. Choose one from the list.',
    },
  },
  wrongState: {
    code: 5501,
    status: 409,
    title: { zh: '当前状态不能这样办理', en: 'Not in this state' },
    detail: (p: { state: 'draft' | 'issued' | 'retired' }) => ({
      zh: `这个版本${states[p.state].zh === '草稿' ? '还是草稿' : states[p.state].zh}，没有改动。已发布的版本不再修改；请复制为新版本。`,
      en: `This edition is ${states[p.state].en}; nothing was changed. An issued edition is never changed again: copy it into a new one.`,
    }),
  },
  editionThere: {
    code: 5502,
    status: 409,
    title: { zh: '版本编号已被使用', en: 'The id is taken' },
    detail: (p: { id: string }) => ({
      zh: `已经有版本 ${p.id}，没有改动。请换一个编号。`,
      en: `There is an edition ${p.id} already; nothing was changed. Choose another id.`,
    }),
  },
  notYours: {
    code: 5503,
    status: 403,
    title: { zh: '不在管辖范围内', en: 'Not yours' },
    detail: { zh: '只有所属县（市、区）可以办理，没有改动。', en: 'Only the county that owns it may do this; nothing was changed.' },
  },
  mappingMissing: {
    code: 5504,
    status: 422,
    title: { zh: '缺少与上一版本的对照', en: 'The mapping is missing' },
    detail: (p: { before: string }) => ({
      zh: `同一标准已发布 ${p.before}，新版本要写明与它的对照关系，还没有发布。请在工作簿“对照”中补上。`,
      en: `${p.before} of the same standard is issued; a new edition says what became of its stars and criteria. Nothing was issued: fill in the sheet “Mapping”.`,
    }),
  },
  mappingIncomplete: {
    code: 5505,
    status: 422,
    title: { zh: '对照不完整', en: 'The mapping is incomplete' },
    detail: (p: { count: number }) => ({
      zh: `上一版本有 ${p.count} 条没有写明去向，已逐条列出，还没有发布。`,
      en: `${p.count} items of the edition before are not mentioned, each listed; nothing was issued.`,
    }),
  },
  notCarried: {
    code: 5506,
    status: 422,
    title: { zh: '没有写明去向', en: 'Not mentioned' },
    detail: { zh: '请写新编号，或写“取消”。', en: 'Name its new id, or say that it was dropped.' },
  },
  noSuchPack: {
    code: 5507,
    status: 404,
    title: { zh: '没有这个随附的标准包', en: 'No such pack' },
    detail: (p: { pack: string }) => ({
      zh: `系统没有随附标准包 ${p.pack}。请从清单中选择。`,
      en: `No pack ${p.pack} comes with the system. Choose one from the list.`,
    }),
  },
  criterionTaken: {
    code: 5508,
    status: 422,
    title: { zh: '标准编号已被使用', en: 'The id of the criterion is taken' },
    detail: (p: { id: string }) => ({
      zh: `已有标准 ${p.id}。加严只能新增，请换一个编号。`,
      en: `There is a criterion ${p.id} already. Additions only add: choose another id.`,
    }),
  },
  noSuchAddition: {
    code: 5509,
    status: 404,
    title: { zh: '没有这条加严标准', en: 'No such addition' },
    detail: { zh: '没有找到，或不在管辖范围内。', en: 'It is not there, or outside your units.' },
  },
  additionEnded: {
    code: 5510,
    status: 409,
    title: { zh: '加严标准已停止', en: 'The addition has ended' },
    detail: { zh: '这条加严标准已经停止，没有改动。', en: 'This addition has ended already; nothing was changed.' },
  },
  dayBefore: {
    code: 5511,
    status: 422,
    title: { zh: '日期不对', en: 'Too early a day' },
    detail: (p: { from: string }) => ({ zh: `最后一天不能早于 ${p.from}。`, en: `The last day cannot lie before ${p.from}.` }),
  },
  additionBack: {
    code: 5530,
    status: 422,
    title: { zh: '加严要从以后的日子起', en: 'Additions begin on a later day' },
    detail: (p: { today: string }) => ({
      zh: `起始日期要在今天（${p.today}）以后：今天和以前提交的自查没有问过这一条。没有增加。`,
      en: `It begins after today (${p.today}): what was submitted until then was never asked it. Nothing was added.`,
    }),
  },
  townshipsOnly: {
    code: 5512,
    status: 422,
    title: { zh: '只有乡镇（街道）加严', en: 'Additions are a township’s' },
    detail: {
      zh: '加严标准由乡镇（街道）提出；县（市、区）请发布新版本。',
      en: 'A township adds criteria; a county issues a new edition.',
    },
  },
  notInUse: {
    code: 5513,
    status: 409,
    title: { zh: '版本不能采用', en: 'The edition cannot be used' },
    detail: (p: { state: 'draft' | 'issued' | 'retired' }) => ({
      zh: `这个版本${states[p.state].zh === '草稿' ? '还是草稿' : states[p.state].zh}，新的周期不能采用。`,
      en: `This edition is ${states[p.state].en}; no new cycle can use it.`,
    }),
  },
  sameEdition: {
    code: 5514,
    status: 422,
    title: { zh: '是同一个版本', en: 'The same edition' },
    detail: { zh: '请选择两个不同的版本比较。', en: 'Choose two different editions to compare.' },
  },
  otherDraft: {
    code: 5515,
    status: 422,
    title: { zh: '工作簿是另一个版本的', en: 'The workbook is of another edition' },
    detail: (p: { id: string }) => ({
      zh: `工作簿里的编号是 ${p.id}，没有导入。请核对“说明”中的编号。`,
      en: `The workbook says ${p.id}; nothing was imported. See the id in the sheet “Edition”.`,
    }),
  },
  noFile: {
    code: 5516,
    status: 422,
    title: { zh: '没有收到文件', en: 'No file' },
    detail: { zh: '请选择要导入的工作簿（.xlsx），没有改动。', en: 'Choose the workbook (.xlsx) to import; nothing was changed.' },
  },
  noSubject: {
    code: 5517,
    status: 422,
    title: { zh: '不是村或社区', en: 'Not a village or community' },
    detail: { zh: '只有村、社区才能评定，请选择一个。', en: 'Only villages and communities are evaluated; choose one.' },
  },
  unknownSheet: {
    code: 5520,
    status: 422,
    title: { zh: '多出的工作表', en: 'A sheet too many' },
    detail: (p: { name: string; near: string | null; names: readonly string[] }) => ({
      zh: `没有名为“${p.name}”的工作表。${meant(p.near).zh}应为：${p.names.join('、')}。`,
      en: `There is no sheet “${p.name}”.${meant(p.near).en} They are: ${p.names.join(', ')}.`,
    }),
  },
  unknownColumn: {
    code: 5521,
    status: 422,
    title: { zh: '多出的列', en: 'A column too many' },
    detail: (p: { name: string; near: string | null }) => ({
      zh: `没有名为“${p.name}”的列。${meant(p.near).zh}`,
      en: `There is no column “${p.name}”.${meant(p.near).en}`,
    }),
  },
  missingColumn: {
    code: 5522,
    status: 422,
    title: { zh: '缺少列', en: 'A column is missing' },
    detail: (p: { title: Text }) => ({ zh: `缺少“${p.title.zh}”一列。`, en: `The column “${p.title.en}” is missing.` }),
  },
  unknownParent: {
    code: 5523,
    status: 422,
    title: { zh: '没有所属的星或任务', en: 'Belongs to nothing' },
    detail: (p: { id: string }) => ({
      zh: `没有代码或编号为“${p.id}”的星或任务。请核对。`,
      en: `There is no star or task “${p.id}”. See its code.`,
    }),
  },
  unknownItem: {
    code: 5524,
    status: 422,
    title: { zh: '不认识的项目', en: 'Unknown item' },
    detail: (p: { name: string }) => ({
      zh: `不认识“${p.name}”。请按导出的工作簿填写。`,
      en: `“${p.name}” is not known here. Fill the workbook in as it is exported.`,
    }),
  },
  secondPerson: {
    code: 5518,
    status: 403,
    title: { zh: '要由另一个人发布', en: 'Somebody else issues it' },
    detail: {
      zh: '起草或最后修改的人不能发布自己写的版本。没有发布，请另一位有发布权限的同志核对后发布。',
      en: 'Whoever wrote or last changed a draft does not issue it. Nothing was issued; ask somebody else who may issue to check it.',
    },
  },
  returnedAlready: {
    code: 5525,
    status: 409,
    title: { zh: '已经退回', en: 'Sent back already' },
    detail: {
      zh: '这份内容已经退回，等起草人修改，没有改动。修改后会再次待核对。',
      en: 'This content has been sent back and waits to be mended; nothing was changed. Once mended it comes up again.',
    },
  },
  noSuchItem: {
    code: 5526,
    status: 422,
    title: { zh: '没有这一条', en: 'No such item' },
    detail: (p: { id: string }) => ({
      zh: `草稿里没有 ${p.id}，没有退回。请从草稿的条目中选择。`,
      en: `The draft has no ${p.id}; nothing was sent back. Choose among its items.`,
    }),
  },
  untilPast: {
    code: 5527,
    status: 422,
    title: { zh: '日期已过', en: 'The day is past' },
    detail: (p: { today: string }) => ({
      zh: `修改期限不能早于今天（${p.today}），没有退回。`,
      en: `The day until which to mend cannot lie before today (${p.today}); nothing was sent back.`,
    }),
  },
  issuedStays: {
    code: 5528,
    status: 409,
    title: { zh: '发布过的版本不能作废', en: 'An issued edition is not dropped' },
    detail: {
      zh: '只有没有发布过的草稿可以作废，没有改动。不再采用的版本，请停用。',
      en: 'Only a draft that was never issued can be dropped; nothing was changed. Retire an edition that is no longer to be used.',
    },
  },
  ownDraft: {
    code: 5529,
    status: 403,
    title: { zh: '要由另一个人退回', en: 'Somebody else sends it back' },
    detail: {
      zh: '起草或最后修改的人不能退回自己写的版本，没有退回。请直接修改，或作废草稿。',
      en: 'Whoever wrote or last changed a draft does not send it back; nothing was done. Change it, or drop it.',
    },
  },
  draftMoved: {
    code: 5519,
    status: 409,
    title: { zh: '草稿已在别处改动', en: 'The draft was changed elsewhere' },
    detail: {
      zh: '打开之后，别处又改了这份草稿，没有覆盖。请重新打开核对；本机填写的内容还在。',
      en: 'Somebody changed the draft after it was opened here; nothing was overwritten. Open it again; what was typed here is kept.',
    },
  },
})
