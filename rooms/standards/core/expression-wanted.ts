// What the reader of rules expected where it stopped, for people who write rules in a cell of a spreadsheet.

import type { Text } from '#ground/kernel/problem.ts'

const say = (zh: string, en: string): Text => ({ zh, en })

/** What was expected, by what it is. */
export const wanted = {
  expression: say(
    '一个条件，如 全部（…）、任一（…）、近 12 个月无 …、证书 “…” 县级以上、审核通过 …、指标 ≥ 10 万元，或本星的底线、标准编号',
    'a condition, such as ALL(…), ANY(…), NO … WITHIN 12 MONTHS, CERT "…" AT county, REVIEWED …, fact >= 10 万元, or the id of a bottom line or criterion of this star',
  ),
  opening: say('左括号“（”', 'an opening parenthesis “(”'),
  closing: say('逗号或右括号“）”', 'a comma or a closing parenthesis “)”'),
  howMany: say('1 到 999 的整数：至少几项', 'a whole number from 1 to 999: how many at least'),
  fewer: (parts: number): Text =>
    say(`不大于 ${parts} 的数：括号里只有 ${parts} 项`, `a number of at most ${parts}: there are ${parts} in the parentheses`),
  months: say('1 到 120 的整数：几个月', 'a whole number from 1 to 120: how many months'),
  monthsWord: say('“个月”', 'MONTHS'),
  within: say('“WITHIN”和月数', 'WITHIN and a number of months'),
  caseType: say('案件类型编号，如 merchant-complaint', 'the id of a case type, such as merchant-complaint'),
  noneOrCaseType: say('“无”或案件类型编号', '无 (none) or the id of a case type'),
  countWord: say('“次数”', '次数 (count)'),
  comparison: say('比较符号：≥、≤、＞、＜、=、≠', 'a comparison: >=, <=, >, <, =, !='),
  whole: say('非负整数', 'a whole number, 0 or more'),
  quoted: say('引号里的文字，如 “充分就业社区”', 'a text in quotes, such as "充分就业社区"'),
  level: say('层级：township、county、prefecture、province、nation 之一', 'a level: township, county, prefecture, province or nation'),
  atLevel: say('层级，如 县级以上 或 AT county', 'a level, such as AT county'),
  orHigher: say('“级以上”', '级以上 (or higher)'),
  criterion: say('审核项目的标准编号', 'the id of a reviewed criterion'),
  elseNo: say('ELSE 后面只能是 NO', 'NO after ELSE'),
  starCode: say('星的代码', 'the code of a star'),
  value: say(
    '数（可带单位，如 10 万元）、是/否，或引号里的选项',
    'a number (with its measure, such as 10 万元), YES or NO, or a choice in quotes',
  ),
  end: say('规则到此结束；多个条件请写进 全部（…）或 任一（…）', 'the end of the rule; several conditions belong into ALL(…) or ANY(…)'),
  shallower: say('少一些层括号：最多嵌套 20 层', 'fewer nested parentheses: 20 at most'),
  shorter: (most: number): Text => say(`不超过 ${most} 个字`, `at most ${most} characters`),
} as const
