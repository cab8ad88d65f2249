// The lists that go in and out as sheets: the columns of each, what their cells may say, and the names of files.

import type { Text } from '#ground/kernel/problem.ts'
import { frequencyNames } from '../core/demand.ts'
import { kindNames, readCaseType, readLevel, resultNames } from '../core/record-words.ts'
import { problems } from '../problems.ts'
import {
  countCell,
  dayCell,
  formCell,
  listCell,
  openDayCell,
  openWordCell,
  perhapsCell,
  textCell,
  unitCell,
  wordCell,
} from './sheet-table.ts'
import type { CellReader, SheetField } from './sheet-table.ts'

const text = (zh: string, en: string): Text => ({ zh, en })

const field = <T>(title: Text, note: Text, example: string, read: CellReader<T>): SheetField<T> => ({ title, note, example, read })
const must = <T>(title: Text, note: Text, example: string, read: CellReader<T>): SheetField<T> => ({
  ...field(title, note, example, read),
  required: true,
})

const dayNote = text('年-月-日，如 2026-05-12', 'year-month-day, such as 2026-05-12')
const optional = text('可留空', 'Optional')

const unit = must(
  text('单位代码', 'Unit code'),
  text('村（社区）的统计用区划代码', 'Official code of the village or community'),
  '990101001001',
  unitCell,
)
const document = (example: string) => field(text('文号', 'Document number'), optional, example, perhapsCell(100))

/** What a fact's value and period may be depends on its definition, so both are read once that is known. */
export const factTable = <D>(definition: CellReader<D>) => ({
  unit,
  definition: must(
    text('数据项', 'Datum'),
    text('数据项的名称、别名或编号', 'Its name, another name of it, or its id'),
    '村集体经济收入',
    definition,
  ),
  period: must(
    text('时间', 'Period'),
    text('2025、2025上半年、2025Q3、2025-09 或日期，按数据项', '2025, 2025-H1, 2025-Q3, 2025-09 or a day, as the datum says'),
    '2025',
    textCell(20),
  ),
  value: must(
    text('值', 'Value'),
    text('数、是或否、一个选项；没有发生写“本期无”', 'A number, yes or no, a choice; “nothing this period” where there was none'),
    '36.5',
    textCell(200),
  ),
  voucher: field(
    text('凭证', 'Voucher'),
    text('文件或台账名称，可留空', 'Document it stands on; optional'),
    '演农〔2026〕3号',
    perhapsCell(400),
  ),
})

export const certificateTable = {
  unit,
  name: must(text('证书名称', 'Certificate'), text('按证书写全称', 'Its full name'), '充分就业社区', textCell(100)),
  level: must(text('级别', 'Level'), text('从列表中选', 'Choose from the list'), '县(区)级', (cell) => {
    return readLevel(cell) ?? problems.unknownLevel({ cell })
  }),
  issuer: must(text('发证单位', 'Issuer'), text('全称', 'Full name'), '演示县人社局', textCell(100)),
  document: document('演人社〔2025〕8号'),
  from: must(text('起日', 'First day'), dayNote, '2025-06-01', dayCell),
  to: field(text('止日', 'Last day'), text('长期有效留空', 'Empty where it has no end'), '', openDayCell),
}

export const caseTable = {
  unit,
  type: must(text('类型', 'Type'), text('商户投诉、居民诉求、行政处罚等', 'Complaint of a merchant, and others'), '商户投诉', (cell) =>
    textCell(80)(readCaseType(cell)),
  ),
  on: must(text('认定日期', 'Decided on'), dayNote, '2026-05-12', dayCell),
  against: must(text('被投诉单位', 'Against'), text('单位名称', 'Name of the body'), '朝霞社区居委会', textCell(100)),
  decidedBy: must(
    text('认定单位', 'Decided by'),
    text('县级以上部门，不能是被投诉的单位', 'An office of the county or above, never the body complained about'),
    '演示县市场监管局',
    textCell(100),
  ),
  basis: must(
    text('认定的事实', 'What was found'),
    text('不写投诉人，不写个人信息', 'Never who complained, no personal data'),
    '向商户收取没有依据的费用。',
    textCell(2000),
  ),
  document: document('演市监〔2026〕5号'),
}

export const reviewTable = {
  unit,
  criterion: must(
    text('创建标准编号', 'Criterion'),
    text('标准版本里的编号', 'Its id in the edition of the standards'),
    'YYXY-B2b',
    textCell(80),
  ),
  result: must(text('结果', 'Result'), text('从列表中选', 'Choose from the list'), '达到', wordCell(resultNames)),
  by: must(text('审核单位', 'Reviewed by'), text('部门名称', 'Name of the office'), '演示县人社局', textCell(100)),
  on: must(text('审核日期', 'Reviewed on'), dayNote, '2026-06-20', dayCell),
  reason: field(text('说明', 'Reason'), text('未达到的写明原因', 'Say why where it is not met'), '', perhapsCell(2000)),
  source: field(
    text('审核编号', 'Review number'),
    text('导出时带出；新登记的留空', 'Comes with an export; empty for what is new'),
    '',
    perhapsCell(120),
  ),
}

export const demandTable = {
  title: must(text('表名', 'Form'), text('表的全称', 'Its full name'), '便民服务设施情况表', textCell(100)),
  issuer: must(text('要表的单位', 'Who asks'), text('全称', 'Full name'), '演示县民政局', textCell(100)),
  basis: must(
    text('依据', 'Legal basis'),
    text('法规或文件的名称、文号、条款', 'Law or document with its number and clause'),
    '演民〔2026〕2号第四条',
    textCell(400),
  ),
  frequency: must(text('多久一次', 'How often'), text('从列表中选', 'Choose from the list'), '每季度一次', wordCell(frequencyNames)),
  from: must(text('开始日期', 'First day'), dayNote, '2026-10-01', dayCell),
  sunset: must(text('停止日期', 'Sunset'), text('最长三年', 'At most three years on'), '2027-09-30', dayCell),
  minutes: must(
    text('每填一次（分钟）', 'Minutes each time'),
    text('一个村（社区）填一次要多久', 'For one filling by one unit'),
    '20',
    countCell(6000),
  ),
  data: must(
    text('要哪些数据', 'Which data'),
    text('一行一项，或用分号隔开', 'One a line, or with semicolons between them'),
    '便民服务点个数；志愿者人数',
    listCell(100),
  ),
  below: must(
    text('填报范围代码', 'Code of those asked'),
    text('县、乡镇或村的代码，范围内的都要填', 'A county, township or village; all in it are asked'),
    '990101',
    unitCell,
  ),
  kind: field(
    text('村或社区', 'Kind'),
    text('只要一类时写“村”或“社区”，都要的留空', '“villages” or “communities” where only one kind is asked'),
    '',
    openWordCell(kindNames),
  ),
  form: field(
    text('表单编号', 'Key of the form'),
    text(
      '别的页面要用到的表才有，例如创建周期的自查表；其余留空',
      'Where another page names one, such as the self-check of a cycle; else empty',
    ),
    '',
    formCell,
  ),
}

export const sheetNames = {
  facts: text('事实数据', 'Facts'),
  certificates: text('证书', 'Certificates'),
  cases: text('认定的投诉和案件', 'Upheld cases'),
  reviews: text('审核结果', 'Reviews'),
  demands: text('填报事项登记簿', 'Form demands'),
  doubts: text('更正申请', 'Requests for correction'),
  definitions: text('数据项', 'Definitions of data'),
  template: text('导入模板', 'template'),
  unitName: text('单位', 'Unit'),
  source: text('来源部门', 'Source office'),
  measure: text('计量单位', 'Measure'),
  statedOn: text('登记日期', 'Entered on'),
  withdrawnFrom: text('收回日期', 'Withdrawn from'),
  upheld: text('是否成立', 'Upheld'),
} as const

/** What the register of form demands says beside what it is told. */
export const demandExtras: readonly Text[] = [
  text('状态', 'State'),
  text('填报范围', 'Who fills it in'),
  text('单位数', 'Units'),
  text('次数', 'Times'),
  text('合计（分钟）', 'Minutes in all'),
  text('登记单位', 'Registered by'),
  text('登记日期', 'Registered on'),
  text('撤回原因', 'Why withdrawn'),
]

/** Columns of the lists that only go out. */
export const doubtHeader: readonly Text[] = [
  text('单位', 'Unit'),
  text('单位代码', 'Unit code'),
  text('关于', 'About'),
  text('原因', 'Reason'),
  text('申请日期', 'Asked on'),
  text('状态', 'State'),
  text('答复', 'Answer'),
  text('答复日期', 'Answered on'),
  text('答复单位', 'Answered by'),
]

export const definitionHeader: readonly Text[] = [
  text('编号', 'Id'),
  text('名称', 'Name'),
  text('英文名称', 'English name'),
  text('别名', 'Other names'),
  text('类型', 'Type'),
  text('计量单位', 'Measure'),
  text('选项', 'Choices'),
  text('英文选项', 'Choices in English'),
  text('多久一次', 'How often'),
  text('来源部门', 'Source office'),
  text('由谁登记', 'Stated by'),
  text('登记日期', 'Defined on'),
  text('停用日期', 'Retired on'),
]

export const recordKindNames = {
  fact: text('数据', 'fact'),
  certificate: text('证书', 'certificate'),
  case: text('投诉和案件', 'upheld case'),
  review: text('审核结果', 'review'),
} as const

export const doubtStateNames = {
  waiting: text('待答复', 'waiting'),
  declined: text('不予更正', 'declined'),
  corrected: text('已更正', 'corrected'),
} as const

export const valueTypeNames = {
  number: text('数', 'number'),
  'yes-no': text('是或否', 'yes or no'),
  choice: text('选项', 'choice'),
} as const

export const staterNames = { office: text('来源部门', 'source office'), unit: text('单位自己', 'the unit') } as const
