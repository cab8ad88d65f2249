// Every way this room refuses. Numbers 1000–1999; a number is never reused.

import { defineProblems } from '#ground/kernel/problem.ts'
import { maps } from './problems-maps.ts'

interface Named {
  readonly code: string
  readonly name: string
}

const kept = { zh: '没有改动任何数据。', en: 'Nothing was changed.' }

export const problems = defineProblems('units', {
  unknownUnit: {
    code: 1000,
    status: 404,
    title: { zh: '没有这个单位', en: 'No such unit' },
    detail: (p: { code: string }) => ({
      zh: `编码 ${p.code} 在所选日期没有对应的单位。请核对编码，或换一个日期再查。`,
      en: `No unit has the code ${p.code} on the day asked for. Check the code or choose another day.`,
    }),
  },
  unitEnded: {
    code: 1001,
    status: 409,
    title: { zh: '单位已撤销', en: 'The unit has ended' },
    detail: (p: Named & { to: string }) => ({
      zh: `${p.name}（${p.code}）只到 ${p.to}，不能再变更。${kept.zh}`,
      en: `${p.name} (${p.code}) ended on ${p.to} and cannot be changed any more. ${kept.en}`,
    }),
  },
  tooEarly: {
    code: 1002,
    status: 409,
    title: { zh: '生效日期太早', en: 'The effective date is too early' },
    detail: (p: Named & { from: string }) => ({
      zh: `${p.name}（${p.code}）现有的记录从 ${p.from} 起，新的变更要在这一天之后。${kept.zh}请改用更晚的生效日期。`,
      en: `What is recorded of ${p.name} (${p.code}) begins on ${p.from}; a new change must come after it. ${kept.en} Choose a later date.`,
    }),
  },
  nothingChanges: {
    code: 1003,
    status: 409,
    title: { zh: '与现状相同', en: 'Nothing would change' },
    detail: (p: Named) => ({
      zh: `${p.name}（${p.code}）已经是这样，无需变更。`,
      en: `${p.name} (${p.code}) is like this already.`,
    }),
  },
  badCode: {
    code: 1004,
    status: 422,
    title: { zh: '编码不合规则', en: 'The code is malformed' },
    detail: (p: { code: string }) => ({
      zh: `${p.code} 不是 2、4、6、9 或 12 位数字的单位编码。${kept.zh}`,
      en: `${p.code} is not a unit code of 2, 4, 6, 9 or 12 digits. ${kept.en}`,
    }),
  },
  noParent: {
    code: 1005,
    status: 409,
    title: { zh: '上级单位不存在', en: 'The unit above is missing' },
    detail: (p: { code: string; parent: string; day: string }) => ({
      zh: `${p.code} 的上级 ${p.parent} 在 ${p.day} 不存在。${kept.zh}请先设立上级单位。`,
      en: `The unit ${p.parent} above ${p.code} does not exist on ${p.day}. ${kept.en} Create it first.`,
    }),
  },
  codeTaken: {
    code: 1006,
    status: 409,
    title: { zh: '编码已被使用', en: 'The code is in use' },
    detail: (p: Named) => ({
      zh: `编码 ${p.code} 属于${p.name}。${kept.zh}请换一个编码。`,
      en: `The code ${p.code} belongs to ${p.name}. ${kept.en} Choose another.`,
    }),
  },
  codeUsedBefore: {
    code: 1007,
    status: 409,
    title: { zh: '编码曾经用过', en: 'The code was used before' },
    detail: (p: { code: string }) => ({
      zh: `编码 ${p.code} 曾属于已撤销的单位，或在本次变更中撤销，不能作为接收单位。${kept.zh}请换一个编码。`,
      en: `The code ${p.code} belonged to a unit that has ended or ends here, so it cannot receive others. ${kept.en} Choose another.`,
    }),
  },
  stillLivingBelow: {
    code: 1008,
    status: 409,
    title: { zh: '下面还有单位', en: 'There are units below' },
    detail: (p: Named & { count: number }) => ({
      zh: `${p.name}（${p.code}）下面还有 ${p.count} 个单位，不能直接撤销。${kept.zh}请先撤销或并入其他单位。`,
      en: `${p.count} units still lie below ${p.name} (${p.code}). ${kept.en} End or merge them first.`,
    }),
  },
  kindOnlyForVillages: {
    code: 1009,
    status: 422,
    title: { zh: '只有村、社区才分类别', en: 'Only villages and communities have a kind' },
    detail: (p: { code: string }) => ({
      zh: `${p.code} 不是村级编码，不能设为村或社区。${kept.zh}`,
      en: `${p.code} is not a village-level code. ${kept.en}`,
    }),
  },
  levelDiffers: {
    code: 1010,
    status: 422,
    title: { zh: '层级不一致', en: 'The levels differ' },
    detail: (p: { from: string; to: string }) => ({
      zh: `${p.from} 与 ${p.to} 不在同一层级，不能合并、拆分或改码。${kept.zh}`,
      en: `${p.from} and ${p.to} are not units of the same level. ${kept.en}`,
    }),
  },
  leftBehind: {
    code: 1011,
    status: 409,
    title: { zh: '下级单位没有去向', en: 'A unit below is left behind' },
    detail: (p: Named) => ({
      zh: `上级撤销后，${p.name}（${p.code}）没有去向。${kept.zh}请在对照表中补上它的新编码。`,
      en: `${p.name} (${p.code}) has nowhere to go once the unit above it ends. ${kept.en} Give its new code in the mapping.`,
    }),
  },
  nothingMoves: {
    code: 1012,
    status: 422,
    title: { zh: '没有单位变动', en: 'No unit moves' },
    detail: {
      zh: '对照表中没有任何单位改变编码。请至少选一个要并入或拆出的单位。',
      en: 'The mapping changes no code. Choose at least one unit that moves.',
    },
  },
  numbersExhausted: {
    code: 1013,
    status: 409,
    title: { zh: '顺序码用完', en: 'No free number is left' },
    detail: (p: { parent: string; level: number }) => ({
      zh: `${p.parent} 下面同一段的顺序码已用完，无法自动编码。${kept.zh}请在对照表中手工指定。`,
      en: `No number of the same hundred is free below ${p.parent}. ${kept.en} Give the codes in the mapping.`,
    }),
  },
  notYours: {
    code: 1014,
    status: 403,
    title: { zh: '超出本岗位范围', en: 'Beyond your post' },
    detail: (p: { code: string }) => ({
      zh: `当前岗位不能变更 ${p.code}。${kept.zh}涉及多个县的变更请由系统管理员办理。`,
      en: `Your acting post may not change ${p.code}. ${kept.en} Changes across counties are made by the system operator.`,
    }),
  },
  changedMeanwhile: {
    code: 1015,
    status: 409,
    title: { zh: '单位刚被变更', en: 'The unit was changed meanwhile' },
    detail: (p: { code: string }) => ({
      zh: `${p.code} 刚被他人变更。${kept.zh}请刷新后再办理。`,
      en: `Somebody else has just changed ${p.code}. ${kept.en} Reload and try again.`,
    }),
  },
  badLines: {
    code: 1020,
    status: 422,
    title: { zh: '导入文件有误', en: 'The file was refused' },
    detail: (p: { count: number; shown: number }) => ({
      zh: `有 ${p.count} 处错误${p.shown < p.count ? `，下面列出前 ${p.shown} 处` : ''}，没有写入任何数据。请按行号改好后重新导入。`,
      en: `${p.count} faults${p.shown < p.count ? `, the first ${p.shown} of them below` : ''}; nothing was written. Mend the lines listed and import again.`,
    }),
  },
  completeNeedsDay: {
    code: 1021,
    status: 422,
    title: { zh: '缺少生效日期', en: 'The effective date is missing' },
    detail: {
      zh: '按完整名单导入会撤销名单外的单位，必须写明生效日期。没有写入任何数据。',
      en: 'A complete list ends the units it leaves out, so it needs an effective date. Nothing was written.',
    },
  },
  noFile: {
    code: 1022,
    status: 400,
    title: { zh: '没有文件', en: 'No file' },
    detail: { zh: '请选择要导入的 CSV、CSV.gz 或 XLSX 文件。', en: 'Choose a CSV, CSV.gz or XLSX file.' },
  },
  unknownColumn: {
    code: 1023,
    status: 422,
    title: { zh: '有不认识的列', en: 'Unknown column' },
    detail: (p: { names: readonly string[] }) => ({
      zh: `不认识的列：${p.names.join('、')}。可用的列：code、name、level、parent、kind。没有写入任何数据。`,
      en: `Unknown columns: ${p.names.join(', ')}. Columns are code, name, level, parent, kind. Nothing was written.`,
    }),
  },
  badDay: {
    code: 1024,
    status: 422,
    title: { zh: '日期不对', en: 'Not a date' },
    detail: (p: { day: string }) => ({
      zh: `${p.day} 不是有效日期，请写成 2026-09-08 的样子。${kept.zh}`,
      en: `${p.day} is not a date; write it like 2026-09-08. ${kept.en}`,
    }),
  },
  unknownOrganisation: {
    code: 1030,
    status: 404,
    title: { zh: '没有这个组织', en: 'No such organisation' },
    detail: (p: { id: string }) => ({
      zh: `编号 ${p.id} 的部门或党组织不存在，或不在当前岗位可见范围。`,
      en: `No department or Party organisation ${p.id} is visible to your post.`,
    }),
  },
  wrongParent: {
    code: 1031,
    status: 422,
    title: { zh: '上级组织不合适', en: 'The parent does not fit' },
    detail: (p: { name: string }) => ({
      zh: `${p.name}不能作为上级：部门只能隶属部门，党支部隶属党委或党总支，网格、楼院支部隶属上述党组织；也不能隶属自己或自己的下级。${kept.zh}`,
      en: `${p.name} cannot stand above: departments belong to departments, branches to committees or general branches, nothing to itself or what is below it. ${kept.en}`,
    }),
  },
  organisationEnded: {
    code: 1032,
    status: 409,
    title: { zh: '组织已撤销', en: 'The organisation has ended' },
    detail: (p: { name: string; to: string }) => ({
      zh: `${p.name}只到 ${p.to}，不能再变更。${kept.zh}`,
      en: `${p.name} ended on ${p.to}. ${kept.en}`,
    }),
  },
  organisationsBelow: {
    code: 1033,
    status: 409,
    title: { zh: '下面还有组织', en: 'There are organisations below' },
    detail: (p: { name: string; count: number }) => ({
      zh: `${p.name}下面还有 ${p.count} 个组织。${kept.zh}请先撤销或改变隶属。`,
      en: `${p.count} organisations still belong to ${p.name}. ${kept.en} End or move them first.`,
    }),
  },
  endsBeforeStart: {
    code: 1034,
    status: 422,
    title: { zh: '结束早于开始', en: 'It ends before it begins' },
    detail: (p: { from: string }) => ({
      zh: `开始日期是 ${p.from}，生效日期要在这一天之后。${kept.zh}`,
      en: `It begins on ${p.from}; the effective date must come after it. ${kept.en}`,
    }),
  },
  organisationTooEarly: {
    code: 1035,
    status: 409,
    title: { zh: '生效日期太早', en: 'The effective date is too early' },
    detail: (p: { name: string; from: string }) => ({
      zh: `${p.name}现有的记录从 ${p.from} 起，新的变更不能早于这一天。${kept.zh}请改用更晚的生效日期。`,
      en: `What is recorded of ${p.name} begins on ${p.from}; a change cannot come before it. ${kept.en} Choose a later date.`,
    }),
  },
  organisationUnchanged: {
    code: 1036,
    status: 409,
    title: { zh: '与现状相同', en: 'Nothing would change' },
    detail: (p: { name: string }) => ({ zh: `${p.name}已经是这样，无需变更。`, en: `${p.name} is like this already.` }),
  },
  organisationChangedMeanwhile: {
    code: 1037,
    status: 409,
    title: { zh: '组织刚被变更', en: 'The organisation was changed meanwhile' },
    detail: (p: { id: string }) => ({
      zh: `编号 ${p.id} 的组织刚被他人变更。${kept.zh}请刷新后再办理。`,
      en: `Somebody else has just changed the organisation ${p.id}. ${kept.en} Reload and try again.`,
    }),
  },
  organisationThere: {
    code: 1038,
    status: 409,
    title: { zh: '已登记', en: 'Registered already' },
    detail: (p: { id: string }) => ({
      zh: `编号 ${p.id} 的组织已经登记。${kept.zh}`,
      en: `An organisation with the id ${p.id} is registered already. ${kept.en}`,
    }),
  },
  unknownLink: {
    code: 1040,
    status: 404,
    title: { zh: '没有这条包联记录', en: 'No such link' },
    detail: (p: { id: string }) => ({
      zh: `编号 ${p.id} 的包联记录不存在，或不在当前岗位范围。`,
      en: `No link ${p.id} is visible to your post.`,
    }),
  },
  linkedAlready: {
    code: 1041,
    status: 409,
    title: { zh: '已在包联', en: 'Linked already' },
    detail: (p: { code: string; from: string }) => ({
      zh: `此人自 ${p.from} 起已包联 ${p.code}。${kept.zh}如需更换身份，请先结束原来的包联。`,
      en: `This person has been linked to ${p.code} since ${p.from}. ${kept.en} End that link first.`,
    }),
  },
  ...maps,
})
