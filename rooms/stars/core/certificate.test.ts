import { expect, test } from 'vitest'
import { certifiable, certificateLines } from './certificate.ts'
import { honourStates } from './honour.ts'

const one = {
  unitName: '朝霞社区',
  above: ['演示县', '晨光街道'],
  cycleName: '2026年度社区“五星”支部创建',
  starName: '宜业兴业星',
  issuer: '演示县',
  document: '演组〔2026〕18号',
  on: '2026-12-15',
  plaque: 'ABCDEFGH',
  sample: true,
}

test('a certificate names unit, cycle, star, decision, day and the code that verifies it', () => {
  expect(certificateLines(one)).toEqual({
    title: '星级认定证书',
    to: '演示县 晨光街道 朝霞社区',
    says: '在2026年度社区“五星”支部创建中，经自查自评、逐级审核和公示，认定获得',
    star: '宜业兴业星',
    gives: '特发此证（演组〔2026〕18号）。',
    issuer: '演示县',
    day: '2026年12月15日',
    number: '编号 ABCD-EFGH',
    verify: '扫码核验，以查询结果为准',
    note: '依据示例标准认定（非官方）',
  })
  expect(certificateLines({ ...one, document: '', sample: false })).toMatchObject({ gives: '特发此证。', note: null })
})

test('only a star that is valid has one', () => {
  expect(honourStates.filter(certifiable)).toEqual(['held', 'warned', 'mending'])
})
