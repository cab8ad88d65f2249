// What files of this room's lists call themselves and their columns.

import type { Text } from '#ground/kernel/problem.ts'
import type { CarryRow } from './carry-over.ts'
import type { EditionState } from './edition.ts'

/** Titles and columns. */
export const listWords = {
  editions: { zh: '创建标准版本', en: 'Editions' },
  comparison: { zh: '标准版本比较', en: 'Comparison of editions' },
  additions: { zh: '加严标准', en: 'Criteria added' },
  id: { zh: '版本', en: 'Edition' },
  title: { zh: '标题', en: 'Title' },
  state: { zh: '状态', en: 'State' },
  owner: { zh: '所属单位', en: 'Owner' },
  code: { zh: '单位代码', en: 'Unit code' },
  origin: { zh: '来源', en: 'Origin' },
  replaces: { zh: '上一版本', en: 'Follows' },
  draftedOn: { zh: '起草日期', en: 'Drafted on' },
  issuedOn: { zh: '发布日期', en: 'Issued on' },
  retiredOn: { zh: '停用日期', en: 'Retired on' },
  uses: { zh: '采用的周期数', en: 'Cycles' },
  digest: { zh: '内容校验码', en: 'Digest' },
  what: { zh: '条目', en: 'Kind' },
  before: { zh: '原编号', en: 'Id before' },
  after: { zh: '新编号', en: 'Id now' },
  text: { zh: '内容', en: 'Text' },
  change: { zh: '变化', en: 'Change' },
  field: { zh: '不同之处', en: 'Differs in' },
  was: { zh: '原来', en: 'Was' },
  becomes: { zh: '现在', en: 'Is now' },
  star: { zh: '星', en: 'Star' },
  criterion: { zh: '编号', en: 'Criterion' },
  standard: { zh: '评定标准', en: 'Standard' },
  requirement: { zh: '创建要求', en: 'Requirement' },
  from: { zh: '起用日期', en: 'From' },
  to: { zh: '停止日期', en: 'Until' },
} as const satisfies Readonly<Record<string, Text>>

/** States of an edition. */
export const stateNames: Readonly<Record<EditionState, Text>> = {
  draft: { zh: '草稿', en: 'Draft' },
  issued: { zh: '已发布', en: 'Issued' },
  retired: { zh: '已停用', en: 'Retired' },
}

/** A draft that waits to be mended. */
export const returnedName: Text = { zh: '草稿，已退回', en: 'Draft, sent back' }

/** How the state of an edition is called, with what a draft waits for. */
export function stateOf({
  state,
  returned,
}: {
  readonly state: EditionState
  readonly returned: { readonly mended: boolean } | null
}): Text {
  return state === 'draft' && returned?.mended === false ? returnedName : stateNames[state]
}

/** Where an edition comes from. */
export const originNames: Readonly<Record<'shipped' | 'own', Text>> = {
  shipped: { zh: '系统随附', en: 'Comes with the system' },
  own: { zh: '本地制定', en: 'Made here' },
}

/** What became of a line from one edition to the next. */
export const changeNames: Readonly<Record<CarryRow['change'], Text>> = {
  same: { zh: '沿用', en: 'Same' },
  changed: { zh: '有修改', en: 'Changed' },
  dropped: { zh: '取消', en: 'Dropped' },
  added: { zh: '新增', en: 'New' },
}

/** What a line of a comparison is about. */
export const whatNames: Readonly<Record<CarryRow['what'], Text>> = {
  star: { zh: '星', en: 'Star' },
  bottomLine: { zh: '底线', en: 'Bottom line' },
  criterion: { zh: '创建标准', en: 'Criterion' },
}

/** Members of an edition that a comparison names. */
export const fieldNames: Readonly<Record<string, Text>> = {
  name: { zh: '名称', en: 'name' },
  scope: { zh: '范围', en: 'scope' },
  lead: { zh: '牵头单位', en: 'lead office' },
  rule: { zh: '规则', en: 'rule' },
  prerequisites: { zh: '前提星', en: 'prerequisites' },
  text: { zh: '内容', en: 'text' },
  standard: { zh: '评定标准', en: 'what is looked at' },
  requirement: { zh: '创建要求', en: 'what is asked' },
  kind: { zh: '类别', en: 'kind' },
  required: { zh: '是否必需', en: 'whether required' },
  evidence: { zh: '佐证材料', en: 'evidence' },
  role: { zh: '责任岗位', en: 'duty' },
  deadline: { zh: '期限', en: 'deadline' },
}
