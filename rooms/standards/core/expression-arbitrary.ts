// Random rules over every operator, for tests: those of one made-up star, so that they can be evaluated as well as printed.

import fc from 'fast-check'
import { levels } from '#rooms/facts/core/fact-sheet.ts'
import { comparators } from './expression.ts'
import type { Expression } from './expression.ts'

const comparison = fc.constantFrom(...comparators)
const months = fc.constantFrom(1, 2, 6, 12, 13, 24)
const caseType = fc.constantFrom('merchant-complaint', 'resident-request')
const amount = fc.constantFrom('-1', '0', '9.99', '10', '10.0', '100000', '12.50')

const compared: fc.Arbitrary<Expression> = fc.oneof(
  fc.record({
    op: fc.constant('compare' as const),
    fact: fc.constant('income'),
    comparison,
    wanted: fc.record({ kind: fc.constant('number' as const), text: amount, measure: fc.constantFrom('万元', '元', '亿元') }),
  }),
  fc.record({
    op: fc.constant('compare' as const),
    fact: fc.constant('open'),
    comparison: fc.constantFrom('=' as const, '!=' as const),
    wanted: fc.record({ kind: fc.constant('yes-no' as const), value: fc.boolean() }),
  }),
  fc.record({
    op: fc.constant('compare' as const),
    fact: fc.constant('grade'),
    comparison: fc.constantFrom('=' as const, '!=' as const),
    wanted: fc.record({ kind: fc.constant('choice' as const), value: fc.constantFrom('甲', '乙') }),
  }),
)

const leaf: fc.Arbitrary<Expression> = fc.oneof(
  compared,
  fc.record({ op: fc.constant('none' as const), caseType, months }),
  fc.record({ op: fc.constant('count' as const), caseType, months, comparison, count: fc.nat({ max: 3 }) }),
  fc.record({ op: fc.constant('certificate' as const), name: fc.constantFrom('示范', '先进'), level: fc.constantFrom(...levels) }),
  fc.record({
    op: fc.constant('reviewed' as const),
    criterion: fc.constantFrom('R1', 'R2'),
    by: fc.constantFrom(null, '组织部', '民政局'),
    elseNo: fc.boolean(),
  }),
  fc.record({ op: fc.constant('own' as const), id: fc.constantFrom('R1', 'L1') }),
  fc.record({ op: fc.constant('star' as const), code: fc.constant('OTHER') }),
)

/** Rules of the star of `expression-truth.test.ts`. */
export const expressions: fc.Arbitrary<Expression> = fc.letrec<{ rule: Expression; part: Expression }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'rule' },
    leaf,
    fc
      .tuple(
        fc.constantFrom('all' as const, 'any' as const),
        fc.array(tie('part'), { minLength: 1, maxLength: 4, depthIdentifier: 'rule' }),
      )
      .map(([op, parts]): Expression => ({ op, least: op === 'all' ? parts.length : 1, parts })),
    fc
      .tuple(fc.nat(), fc.array(tie('part'), { minLength: 1, maxLength: 4, depthIdentifier: 'rule' }))
      .map(([least, parts]): Expression => ({ op: 'at-least', least: (least % parts.length) + 1, parts })),
    tie('rule').map((part): Expression => ({ op: 'not', part })),
  ),
  part: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'rule' },
    tie('rule'),
    fc.tuple(fc.constantFrom('B2a', 'x'), tie('rule')).map(([label, part]): Expression => ({ op: 'labelled', label, part })),
  ),
})).rule
