// Reads the parts of pack.json into an edition. Gives an edition to go on with even where something was refused; the faults
// say so. What rules and ids mean together is checked afterwards (pack-checking.ts).

import { periods, valueTypes } from '#rooms/facts/core/definition.ts'
import type { FactDefinition } from '#rooms/facts/core/definition.ts'
import { problems } from '../problems.ts'
import { at, fault } from './faults.ts'
import type { Place } from './faults.ts'
import type { Fields } from './pack-fields.ts'
import { readFields, readId, readItems, readMonthDay, readOptional, readPerhaps, readText, readWord, readYesNo } from './pack-fields.ts'
import { readLadder } from './pack-ladders.ts'
import { criterionKinds, packIdPattern } from './pack-shapes.ts'
import type {
  BottomLine,
  Carried,
  CaseType,
  CertificateName,
  Criterion,
  FlowStep,
  Office,
  Pack,
  Replaces,
  Stage,
  Star,
  Task,
} from './pack-shapes.ts'

const kinds = ['village', 'community'] as const

/** The format that pack.json names; another is another program's. */
export const packFormat = 'liangxing-pack-1'

function readCaseType(place: Place, value: unknown): CaseType {
  const fields = readFields(place, value, ['id', 'name'], ['nameEn'])
  const name = readText(at(place, 'name'), fields['name'])
  return { id: readId(at(place, 'id'), fields['id']), name, nameEn: readPerhaps(at(place, 'nameEn'), fields['nameEn']) ?? name }
}

/** Choices are called in English one for one, or not at all. */
function readChoices(place: Place, fields: Fields): Pick<FactDefinition, 'choices' | 'choicesEn'> {
  const choices = readItems(at(place, 'choices'), fields['choices'], readText)
  const choicesEn = readItems(at(place, 'choicesEn'), fields['choicesEn'], readText)
  if (choicesEn.length === 0) return { choices }
  const uneven = choicesEn.length !== choices.length || new Set(choicesEn).size < choicesEn.length
  if (uneven) fault(at(place, 'choicesEn'), problems.choicesUneven({ count: choices.length }))
  return { choices, choicesEn }
}

function readDefinition(place: Place, value: unknown): FactDefinition {
  const fields = readFields(
    place,
    value,
    ['id', 'name', 'type', 'period', 'source'],
    ['nameEn', 'aliases', 'measure', 'choices', 'choicesEn'],
  )
  const nameEn = readPerhaps(at(place, 'nameEn'), fields['nameEn'])
  return {
    id: readId(at(place, 'id'), fields['id']),
    name: readText(at(place, 'name'), fields['name']),
    ...(nameEn === null ? {} : { nameEn }),
    aliases: readItems(at(place, 'aliases'), fields['aliases'], readText),
    type: readWord(at(place, 'type'), fields['type'], valueTypes),
    measure: readPerhaps(at(place, 'measure'), fields['measure']),
    ...readChoices(place, fields),
    period: readWord(at(place, 'period'), fields['period'], periods),
    source: readText(at(place, 'source'), fields['source']),
  }
}

function readBottomLine(place: Place, value: unknown): BottomLine {
  const fields = readFields(place, value, ['id', 'text', 'rule'], ['textEn'])
  return {
    id: readId(at(place, 'id'), fields['id']),
    text: readText(at(place, 'text'), fields['text']),
    ...readOptional(place, fields, 'textEn'),
    rule: readText(at(place, 'rule'), fields['rule']),
  }
}

/** Evidence is called in English one for one, or not at all. */
function readEvidence(place: Place, fields: Fields): Pick<Criterion, 'evidence' | 'evidenceEn'> {
  const [evidence, evidenceEn] = (['evidence', 'evidenceEn'] as const).map((key) => readItems(at(place, key), fields[key], readText))
  if (evidence === undefined || evidenceEn === undefined || evidenceEn.length === 0) return { evidence: evidence ?? [] }
  if (evidenceEn.length !== evidence.length) fault(at(place, 'evidenceEn'), problems.evidenceUneven({ count: evidence.length }))
  return { evidence, evidenceEn }
}

/** One criterion; also read alone, as an addition of a township. */
export function readCriterion(place: Place, value: unknown): Criterion {
  const english = ['textEn', 'standardEn', 'requirementEn'] as const
  const optional = ['standard', 'requirement', 'rule', 'required', 'evidence', 'evidenceEn', 'role', 'roleEn', 'deadline', ...english]
  const fields = readFields(place, value, ['id', 'text', 'kind'], optional)
  const deadline = fields['deadline']
  const kind = readWord(at(place, 'kind'), fields['kind'], criterionKinds)
  const rule = readPerhaps(at(place, 'rule'), fields['rule'])
  if (kind === 'quantitative' && rule === null && fields['kind'] !== undefined) fault(at(place, 'rule'), problems.ruleMissing())
  return {
    id: readId(at(place, 'id'), fields['id']),
    text: readText(at(place, 'text'), fields['text']),
    standard: readText(at(place, 'standard'), fields['standard'], 'empty'),
    requirement: readText(at(place, 'requirement'), fields['requirement'], 'empty'),
    ...readOptional(place, fields, ...english),
    kind,
    rule,
    required: readYesNo(at(place, 'required'), fields['required'], true),
    ...readEvidence(place, fields),
    role: readText(at(place, 'role'), fields['role'], 'empty'),
    ...readOptional(place, fields, 'roleEn'),
    deadline: deadline === undefined || deadline === null ? null : readMonthDay(at(place, 'deadline'), deadline),
  }
}

function readTask(place: Place, value: unknown): Task {
  const fields = readFields(place, value, ['id', 'name', 'criteria'], ['nameEn'])
  return {
    id: readId(at(place, 'id'), fields['id']),
    name: readText(at(place, 'name'), fields['name']),
    ...readOptional(place, fields, 'nameEn'),
    criteria: readItems(at(place, 'criteria'), fields['criteria'], readCriterion),
  }
}

function readFlowStep(place: Place, value: unknown): FlowStep {
  const fields = readFields(place, value, ['name'], ['nameEn', 'by', 'byEn'])
  return {
    name: readText(at(place, 'name'), fields['name']),
    ...readOptional(place, fields, 'nameEn'),
    by: readText(at(place, 'by'), fields['by'], 'empty'),
    ...readOptional(place, fields, 'byEn'),
  }
}

const readNamed = (place: Place, value: unknown): CertificateName => {
  const fields = readFields(place, value, ['name'], ['nameEn'])
  return { name: readText(at(place, 'name'), fields['name']), ...readOptional(place, fields, 'nameEn') }
}

/** An office stands by its name alone where it has no other. */
const readOffice = (place: Place, value: unknown): Office =>
  typeof value === 'string' ? { name: readText(place, value) } : readNamed(place, value)

function readPrerequisites(place: Place, value: unknown): Star['prerequisites'] {
  if (value === undefined) return { stars: [], enabled: false }
  const fields = readFields(place, value, ['stars', 'enabled'])
  return {
    stars: readItems(at(place, 'stars'), fields['stars'], readId),
    enabled: readYesNo(at(place, 'enabled'), fields['enabled'], false),
  }
}

function readStar(place: Place, value: unknown): Star {
  const optional = ['nameEn', 'lead', 'taskForce', 'taskForceEn', 'rule', 'prerequisites', 'flow']
  const fields = readFields(place, value, ['code', 'name', 'scope', 'bottomLines', 'tasks'], optional)
  const name = readText(at(place, 'name'), fields['name'])
  return {
    code: readId(at(place, 'code'), fields['code']),
    name,
    nameEn: readPerhaps(at(place, 'nameEn'), fields['nameEn']) ?? name,
    scope: readWord(at(place, 'scope'), fields['scope'], kinds),
    lead: readText(at(place, 'lead'), fields['lead'], 'empty'),
    taskForce: readText(at(place, 'taskForce'), fields['taskForce'], 'empty'),
    ...readOptional(place, fields, 'taskForceEn'),
    rule: readPerhaps(at(place, 'rule'), fields['rule']),
    prerequisites: readPrerequisites(at(place, 'prerequisites'), fields['prerequisites']),
    bottomLines: readItems(at(place, 'bottomLines'), fields['bottomLines'], readBottomLine),
    tasks: readItems(at(place, 'tasks'), fields['tasks'], readTask),
    flow: readItems(at(place, 'flow'), fields['flow'], readFlowStep),
  }
}

function readStage(place: Place, value: unknown): Stage {
  const fields = readFields(place, value, ['name', 'from', 'to'], ['nameEn', 'work', 'workEn'])
  const from = readMonthDay(at(place, 'from'), fields['from'])
  const to = readMonthDay(at(place, 'to'), fields['to'])
  if (from !== '' && to !== '' && to < from) fault(at(place, 'to'), problems.stageBackwards({ from }))
  return {
    name: readText(at(place, 'name'), fields['name']),
    ...readOptional(place, fields, 'nameEn'),
    from,
    to,
    work: readText(at(place, 'work'), fields['work'], 'empty'),
    ...readOptional(place, fields, 'workEn'),
  }
}

function readCarried(place: Place, value: unknown): Carried {
  const fields = readFields(place, value, ['from', 'to', 'change'])
  const change = readWord(at(place, 'change'), fields['change'], ['same', 'changed', 'dropped'])
  const to = fields['to'] === null ? null : readId(at(place, 'to'), fields['to'])
  if ((to === null) !== (change === 'dropped') && fields['to'] !== undefined) fault(at(place, 'change'), problems.droppedWithTarget())
  return { from: readId(at(place, 'from'), fields['from']), to, change }
}

function readReplaces(place: Place, value: unknown): Replaces | null {
  if (value === undefined || value === null) return null
  const fields = readFields(place, value, ['edition', 'stars', 'criteria'])
  return {
    edition: readPackId(at(place, 'edition'), fields['edition']),
    stars: readItems(at(place, 'stars'), fields['stars'], readCarried),
    criteria: readItems(at(place, 'criteria'), fields['criteria'], readCarried),
  }
}

function readPackId(place: Place, value: unknown): string {
  if (typeof value === 'string' && packIdPattern.test(value) && value.length <= 120) return value
  if (value !== undefined) fault(place, problems.badPackId())
  return ''
}

/** Reads the whole document. */
export function readPackParts(place: Place, value: unknown): Pack {
  const optional = ['titleEn', 'notice', 'noticeEn', 'offices', 'certificates', 'caseTypes', 'facts', 'stages', 'ladders', 'replaces']
  const fields = readFields(place, value, ['format', 'id', 'title', 'scopes', 'stars'], optional)
  const format = fields['format']
  if (format !== undefined && format !== packFormat) fault(at(place, 'format'), problems.otherFormat({ format: packFormat }))
  const title = readText(at(place, 'title'), fields['title'])
  const notice = readText(at(place, 'notice'), fields['notice'], 'empty')
  return {
    id: readPackId(at(place, 'id'), fields['id']),
    title,
    titleEn: readPerhaps(at(place, 'titleEn'), fields['titleEn']) ?? title,
    notice,
    noticeEn: readPerhaps(at(place, 'noticeEn'), fields['noticeEn']) ?? notice,
    scopes: readItems(at(place, 'scopes'), fields['scopes'], (item, scope) => readWord(item, scope, kinds)),
    offices: readItems(at(place, 'offices'), fields['offices'], readOffice),
    certificates: readItems(at(place, 'certificates'), fields['certificates'], readNamed),
    caseTypes: readItems(at(place, 'caseTypes'), fields['caseTypes'], readCaseType),
    facts: readItems(at(place, 'facts'), fields['facts'], readDefinition),
    stars: readItems(at(place, 'stars'), fields['stars'], readStar),
    stages: readItems(at(place, 'stages'), fields['stages'], readStage),
    ladders: readItems(at(place, 'ladders'), fields['ladders'], readLadder),
    replaces: readReplaces(at(place, 'replaces'), fields['replaces']),
  }
}
