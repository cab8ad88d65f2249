// What can be done with editions of standards, as data. Ids of editions hold slashes, so they travel in query and body.

import { z } from 'zod'
import { defineContract } from '#ground/http/contract.ts'
import { exampleAddition, exampleId, exampleRecord, exampleRow } from './core/shape-examples.ts'
import {
  addition,
  carryRow,
  counts,
  day,
  digest,
  editionId,
  editionRecord,
  editionRow,
  triedStar,
  unitCode,
  unitName,
} from './core/shapes.ts'
import { draftContract } from './contract-drafts.ts'
import { listContract } from './contract-lists.ts'
import { problems as p } from './problems.ts'

const read = { kind: 'post', permission: 'standards.read', at: 'rows' } as const
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const editionContract = defineContract({
  list: {
    method: 'GET',
    path: '/standards',
    summary: { zh: '标准版本列表', en: 'Editions of standards' },
    access: read,
    output: z.strictObject({ rows: z.array(editionRow) }),
    problems: [],
    example: { output: { rows: [exampleRow] } },
  },
  shelf: {
    method: 'GET',
    path: '/standards/shelf',
    summary: { zh: '系统随附、尚未安装的标准包', en: 'Packs that come with the system and are not installed' },
    access: { kind: 'post', permission: 'standards.issue', at: 'rows' },
    output: z.strictObject({ packs: z.array(z.strictObject({ id: z.string(), title: z.string(), notice: z.string(), counts })) }),
    problems: [],
    example: { output: { packs: [] } },
  },
  get: {
    method: 'GET',
    path: '/standards/edition',
    summary: { zh: '一个版本的全部内容', en: 'One edition, whole' },
    access: read,
    query: z.strictObject({ id: editionId }),
    output: editionRecord,
    problems: [p.noSuchEdition],
    example: { query: { id: exampleId }, output: exampleRecord },
  },
  export: {
    method: 'GET',
    path: '/standards/export',
    summary: { zh: '导出为工作簿或 pack.json', en: 'Export as a workbook or as pack.json' },
    access: read,
    query: z.strictObject({ id: editionId, format: z.enum(['xlsx', 'json']).default('xlsx') }),
    file: [xlsx, 'application/json'],
    problems: [p.noSuchEdition],
    example: { query: { id: exampleId } },
  },
  compare: {
    method: 'GET',
    path: '/standards/compare',
    summary: {
      zh: '比较两个版本：哪些沿用、修改、取消、新增',
      en: 'Compare two editions: what carries over, changed, was dropped, is new',
    },
    access: read,
    query: z.strictObject({ before: editionId, after: editionId }),
    output: z.strictObject({ mapped: z.boolean(), rows: z.array(carryRow) }),
    problems: [p.noSuchEdition, p.sameEdition],
    example: {
      query: { before: exampleId, after: 'county/five-star/2027' },
      output: {
        mapped: true,
        rows: [{ what: 'star', from: 'YYXY', to: 'YYXY', text: '宜业兴业星', change: 'same', differs: [], doubtful: false }],
      },
    },
  },
  tryOut: {
    method: 'GET',
    path: '/standards/try',
    summary: { zh: '试评：按已有事实数据看一个单位达到了什么', en: 'Try out: what a unit meets by the facts there are' },
    access: { kind: 'post', permission: 'standards.read', at: 'query.unit' },
    query: z.strictObject({ id: editionId, unit: unitCode, asOf: day }),
    output: z.strictObject({ unit: unitName, asOf: day, level: z.int(), stars: z.array(triedStar) }),
    problems: [p.noSuchEdition, p.noSubject],
    example: {
      query: { id: exampleId, unit: '990101001001', asOf: '2026-09-08' },
      output: {
        unit: { code: '990101001001', name: '朝霞社区' },
        asOf: '2026-09-08',
        level: 0,
        stars: [{ code: 'YYXY', held: null, because: '底线 B2 暂不能判断，宜业兴业星暂不能判断', bottomLines: [], criteria: [] }],
      },
    },
  },
  install: {
    method: 'POST',
    path: '/standards/install',
    summary: { zh: '安装系统随附的标准包', en: 'Install a pack that comes with the system' },
    access: { kind: 'post', permission: 'standards.issue', at: 'body.unit' },
    body: z.strictObject({ unit: unitCode, pack: editionId }),
    output: editionRecord,
    problems: [p.noSuchPack, p.editionThere, p.notYours],
    example: { body: { unit: '990101', pack: exampleId }, output: exampleRecord },
  },
  copy: {
    method: 'POST',
    path: '/standards/copy',
    summary: { zh: '复制为新版本的草稿', en: 'Copy an edition into a draft of a new one' },
    access: { kind: 'post', permission: 'standards.draft', at: 'body.unit' },
    body: z.strictObject({ unit: unitCode, from: editionId, id: editionId, title: z.string().trim().min(1).max(200) }),
    output: editionRecord,
    problems: [p.noSuchEdition, p.editionThere, p.notYours],
    example: {
      body: { unit: '990101', from: exampleId, id: 'county/five-star/2027', title: '示例标准（2027）' },
      output: { ...exampleRecord, state: 'draft', origin: 'own', issuedOn: null, may: ['revise', 'drop'], needsSecond: true },
    },
  },
  import: {
    method: 'POST',
    path: '/standards/import',
    summary: { zh: '导入工作簿：新草稿，或修改草稿', en: 'Import a workbook: a new draft, or what a draft becomes' },
    access: { kind: 'post', permission: 'standards.draft', at: 'body.unit' },
    /** `id` of the draft that is meant; without it, the workbook's own id is new. */
    body: z.strictObject({ unit: unitCode, id: editionId.optional(), dryRun: z.boolean().default(false) }),
    upload: { maxBytes: 8 * 1_048_576 },
    output: z.strictObject({ id: z.string(), title: z.string(), counts, written: z.boolean() }),
    problems: [p.noFile, p.severalFaults, p.editionThere, p.otherDraft, p.wrongState, p.notYours],
    example: {
      body: { unit: '990101', dryRun: true },
      output: { id: 'county/five-star/2027', title: '示例标准', counts: exampleRecord.counts, written: false },
    },
  },
  revise: {
    method: 'POST',
    path: '/standards/revise',
    summary: { zh: '在页面上修改草稿', en: 'Change a draft at the desk' },
    access: { kind: 'post', permission: 'standards.draft', at: 'record' },
    /** `before` is the digest of what was changed; the document is read as strictly as a pack. */
    body: z.strictObject({ id: editionId, before: digest, document: z.record(z.string(), z.unknown()) }),
    output: z.strictObject({ digest, counts }),
    problems: [p.noSuchEdition, p.notYours, p.wrongState, p.otherDraft, p.draftMoved, p.severalFaults],
    example: {
      body: { id: exampleId, before: 'a'.repeat(64), document: { format: 'liangxing-pack-1', ...exampleRecord.pack } },
      output: { digest: 'b'.repeat(64), counts: exampleRecord.counts },
    },
  },
  issue: {
    method: 'POST',
    path: '/standards/issue',
    summary: { zh: '由第二个人发布草稿，此后不再修改', en: 'A second person issues a draft; it is never changed afterwards' },
    access: { kind: 'post', permission: 'standards.issue', at: 'record' },
    /** `digest` of what was read: another content is not issued. */
    body: z.strictObject({ id: editionId, digest: digest.optional() }),
    output: editionRecord,
    problems: [p.noSuchEdition, p.wrongState, p.notYours, p.secondPerson, p.draftMoved, p.mappingMissing, p.mappingIncomplete],
    example: { body: { id: exampleId }, output: exampleRecord },
  },
  retire: {
    method: 'POST',
    path: '/standards/retire',
    summary: { zh: '停用：新的周期不再采用', en: 'Retire: no new cycle uses it' },
    access: { kind: 'post', permission: 'standards.issue', at: 'record' },
    body: z.strictObject({ id: editionId, reason: z.string().trim().min(1).max(500) }),
    output: editionRecord,
    problems: [p.noSuchEdition, p.wrongState, p.notYours],
    example: {
      body: { id: exampleId, reason: '示例：由新版本替代' },
      output: { ...exampleRecord, state: 'retired', retiredOn: '2026-12-31', may: [] },
    },
  },
  additions: {
    method: 'GET',
    path: '/standards/additions',
    summary: { zh: '乡镇（街道）加严标准', en: 'Criteria that townships add' },
    access: read,
    query: z.strictObject({ id: editionId }),
    output: z.strictObject({ rows: z.array(addition), township: unitName.nullable() }),
    problems: [],
    example: { query: { id: exampleId }, output: { rows: [exampleAddition], township: null } },
  },
  add: {
    method: 'POST',
    path: '/standards/additions',
    summary: { zh: '加严：增加一条标准', en: 'Add a stricter criterion' },
    access: { kind: 'post', permission: 'standards.add', at: 'body.unit' },
    body: z.strictObject({
      id: z.uuid(),
      unit: unitCode,
      edition: editionId,
      star: z.string().max(60),
      from: day,
      /** Read as strictly as a criterion of a pack. */
      criterion: z.record(z.string(), z.unknown()),
    }),
    output: addition,
    problems: [p.noSuchEdition, p.notInUse, p.additionBack, p.townshipsOnly, p.unknownStar, p.criterionTaken, p.severalFaults],
    example: {
      body: {
        id: exampleAddition.id,
        unit: '990101001',
        edition: exampleId,
        star: 'YYXY',
        from: '2026-10-01',
        criterion: { id: 'CG-1', text: '示例：每季度走访商户', kind: 'reviewed' },
      },
      output: exampleAddition,
    },
  },
  endAddition: {
    method: 'POST',
    path: '/standards/additions/:unit/:id/end',
    summary: { zh: '停止一条加严标准', en: 'End a criterion that was added' },
    access: { kind: 'post', permission: 'standards.add', at: 'params.unit' },
    params: z.strictObject({ unit: unitCode, id: z.uuid() }),
    body: z.strictObject({ to: day }),
    output: addition,
    problems: [p.noSuchAddition, p.additionEnded, p.dayBefore],
    example: {
      params: { unit: '990101001', id: exampleAddition.id },
      body: { to: '2026-12-31' },
      output: { ...exampleAddition, to: '2026-12-31', mine: false },
    },
  },
})

export const contract = { ...editionContract, ...draftContract, ...listContract } as const
