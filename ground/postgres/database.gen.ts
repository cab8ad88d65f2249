// Generated from the migrated database by `npm run generate`; do not edit.

import type { ColumnType } from 'kysely'

export interface ActBatchesTable {
  seq: ColumnType<string, string | number | bigint, string | number | bigint>
  at: Date
  previous: string
  districts: string[]
  ids: string[]
  leaves: string[]
  head: string
}

export interface ActsTable {
  district: string
  unit: string
  id: string
  at: Date
  actor: ColumnType<string | null, string | null | undefined, string | null>
  post: ColumnType<string | null, string | null | undefined, string | null>
  room: string
  verb: string
  subject: string
  digest: string
  salt: ColumnType<string | null, string | null | undefined, string | null>
  payload: ColumnType<unknown, string | null | undefined, string | null>
  reason: ColumnType<string | null, string | null | undefined, string | null>
}

export interface ActsUnsealedTable {
  district: string
  id: string
  about: ColumnType<string | null, string | null | undefined, string | null>
}

export interface AppMigrationsTable {
  name: string
  digest: string
  at: Date
}

export interface AppTablesTable {
  name: string
  room: string
  class: string
}

export interface AttemptsTable {
  key: string
  failures: number
  last_at: Date
}

export interface BulletinLetterheadsTable {
  district: string
  unit: string
  id: string
  name: string
  mark: string
  prefix: string
  copies: string
  office: string
  retired: boolean
}

export interface BulletinPicturesTable {
  district: string
  unit: string
  id: string
  bulletin: string
  state: string
  audience: string
  file: ColumnType<string | null, string | null | undefined, string | null>
  width: number
  height: number
  item_unit: ColumnType<string | null, string | null | undefined, string | null>
  item: ColumnType<string | null, string | null | undefined, string | null>
  gone_on: ColumnType<string | null, string | null | undefined, string | null>
  gone_why: ColumnType<string | null, string | null | undefined, string | null>
}

export interface BulletinWordingsTable {
  district: string
  unit: string
  kind: string
  addressee: string
  opening: string
  closing: string
  headings: ColumnType<unknown, string, string>
}

export interface BulletinsTable {
  district: string
  unit: string
  id: string
  state: string
  audience: string
  prefix: ColumnType<string | null, string | null | undefined, string | null>
  year: ColumnType<number | null, number | null | undefined, number | null>
  serial: ColumnType<number | null, number | null | undefined, number | null>
  title: string
  addressee: string
  issuer: string
  body: ColumnType<unknown, string, string>
  attachments: ColumnType<unknown, string, string>
  figures: ColumnType<unknown, string, string>
  digest: string
  note: string
  corrects: ColumnType<string | null, string | null | undefined, string | null>
  drafted_on: string
  drafted_by: ColumnType<string | null, string | null | undefined, string | null>
  editors: string[]
  signed_on: ColumnType<string | null, string | null | undefined, string | null>
  signed_by: ColumnType<string | null, string | null | undefined, string | null>
  published_on: ColumnType<string | null, string | null | undefined, string | null>
  published_by: ColumnType<string | null, string | null | undefined, string | null>
  letterhead: ColumnType<unknown, string | null | undefined, string | null>
}

export interface CredentialsTable {
  person: string
  unit: string
  login: ColumnType<string | null, string | null | undefined, string | null>
  language: ColumnType<string | null, string | null | undefined, string | null>
}

export interface EditionAdditionsTable {
  district: string
  unit: string
  id: string
  edition: string
  star: string
  criterion: string
  content: ColumnType<unknown, string, string>
  valid_from: string
  valid_to: ColumnType<string | null, string | null | undefined, string | null>
  added_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface EditionRetirementsTable {
  edition: string
  unit: string
  on_day: string
  by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface EditionReturnsTable {
  edition: string
  digest: string
  unit: string
  items: ColumnType<unknown, string, string>
  reason: string
  until: string
  at: Date
  by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface EditionUsesTable {
  district: string
  unit: string
  edition: string
  used_by: string
  since: string
}

export interface EditionsTable {
  id: string
  unit: string
  state: string
  origin: string
  title: string
  replaces: ColumnType<string | null, string | null | undefined, string | null>
  digest: string
  content: ColumnType<unknown, string, string>
  drafted_on: string
  drafted_by: ColumnType<string | null, string | null | undefined, string | null>
  issued_on: ColumnType<string | null, string | null | undefined, string | null>
  issued_by: ColumnType<string | null, string | null | undefined, string | null>
  revised_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface EvidenceCitationsTable {
  district: string
  unit: string
  id: string
  item: string
  subject: string
  target: string
  cited_at: Date
  actor: ColumnType<string | null, string | null | undefined, string | null>
  seat: ColumnType<string | null, string | null | undefined, string | null>
  withdrawn_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  withdrawn_actor: ColumnType<string | null, string | null | undefined, string | null>
  withdrawn_seat: ColumnType<string | null, string | null | undefined, string | null>
  gathering: ColumnType<string | null, string | null | undefined, string | null>
  hand: ColumnType<string | null, string | null | undefined, string | null>
  opened_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface EvidenceHintOthersTable {
  district: string
  unit: string
  item: string
  kind: string
  other_unit: string
  other_item: string
  distance: number
}

export interface EvidenceHintsTable {
  district: string
  unit: string
  item: string
  kind: string
  taken_on: ColumnType<string | null, string | null | undefined, string | null>
  found_at: Date
}

export interface EvidenceItemsTable {
  district: string
  unit: string
  id: string
  subject: string
  shows: string
  spot: ColumnType<string | null, string | null | undefined, string | null>
  phase: ColumnType<string | null, string | null | undefined, string | null>
  effective_on: string
  recorded_at: Date
  actor: ColumnType<string | null, string | null | undefined, string | null>
  seat: ColumnType<string | null, string | null | undefined, string | null>
  file: ColumnType<string | null, string | null | undefined, string | null>
  name: string
  media: string
  bytes: number
  width: ColumnType<number | null, number | null | undefined, number | null>
  height: ColumnType<number | null, number | null | undefined, number | null>
  preview: string
  small: ColumnType<string | null, string | null | undefined, string | null>
  large: ColumnType<string | null, string | null | undefined, string | null>
  gathering: ColumnType<string | null, string | null | undefined, string | null>
  hand: ColumnType<string | null, string | null | undefined, string | null>
  opened_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  zoom: ColumnType<string | null, string | null | undefined, string | null>
  derived_from: ColumnType<string | null, string | null | undefined, string | null>
  masked_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  erased_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  lost: ColumnType<number, number | null | undefined, number>
}

export interface EvidenceNothingsTable {
  district: string
  unit: string
  id: string
  from_day: string
  to_day: string
  stated_at: Date
  actor: string
}

export interface EvidencePrintsTable {
  district: string
  unit: string
  id: string
  same: string
  family: string
  print: ColumnType<unknown, unknown | null | undefined, unknown | null>
  band_a: ColumnType<number | null, number | null | undefined, number | null>
  band_b: ColumnType<number | null, number | null | undefined, number | null>
  band_c: ColumnType<number | null, number | null | undefined, number | null>
  band_d: ColumnType<number | null, number | null | undefined, number | null>
  taken_on: ColumnType<string | null, string | null | undefined, string | null>
}

export interface EvidenceUploadsTable {
  id: string
  unit: string
  actor: ColumnType<string | null, string | null | undefined, string | null>
  seat: ColumnType<string | null, string | null | undefined, string | null>
  sha256: string
  bytes: number
  received: number
  media: string
  name: string
  width: ColumnType<number | null, number | null | undefined, number | null>
  height: ColumnType<number | null, number | null | undefined, number | null>
  file: ColumnType<string | null, string | null | undefined, string | null>
  begun_at: Date
  arrived_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  gathering: ColumnType<string | null, string | null | undefined, string | null>
}

export interface FactCasesTable {
  district: string
  unit: string
  id: string
  type: string
  on_day: string
  against: string
  decided_by: string
  decided_unit: string
  upheld: boolean
  basis: string
  document: string
  reason: string
  stated_on: string
  at: Date
  by_unit: ColumnType<string | null, string | null | undefined, string | null>
  by_role: ColumnType<string | null, string | null | undefined, string | null>
  corrects: ColumnType<string | null, string | null | undefined, string | null>
  superseded_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface FactCertificatesTable {
  district: string
  unit: string
  id: string
  name: string
  level: string
  issuer: string
  document: string
  from_day: string
  to_day: ColumnType<string | null, string | null | undefined, string | null>
  withdrawn_from: ColumnType<string | null, string | null | undefined, string | null>
  reason: string
  stated_on: string
  at: Date
  by_unit: ColumnType<string | null, string | null | undefined, string | null>
  by_role: ColumnType<string | null, string | null | undefined, string | null>
  corrects: ColumnType<string | null, string | null | undefined, string | null>
  superseded_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface FactDefinitionsTable {
  id: string
  name: string
  name_en: ColumnType<string | null, string | null | undefined, string | null>
  aliases: string[]
  type: string
  measure: ColumnType<string | null, string | null | undefined, string | null>
  choices: string[]
  period: string
  source: string
  stated_by: string
  added_on: string
  retired_on: ColumnType<string | null, string | null | undefined, string | null>
  retired_reason: string
  choices_en: ColumnType<string[], string[] | null | undefined, string[]>
}

export interface FactDoubtsTable {
  district: string
  unit: string
  id: string
  kind: string
  record: string
  reason: string
  asked_on: string
  at: Date
  by_role: ColumnType<string | null, string | null | undefined, string | null>
  state: string
  answer: string
  answered_on: ColumnType<string | null, string | null | undefined, string | null>
  answered_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface FactNamesTable {
  key: string
  definition: string
}

export interface FactReviewsTable {
  district: string
  unit: string
  id: string
  criterion: string
  result: string
  by_office: string
  on_day: string
  reason: string
  source: string
  stated_on: string
  at: Date
  by_unit: ColumnType<string | null, string | null | undefined, string | null>
  by_role: ColumnType<string | null, string | null | undefined, string | null>
  corrects: ColumnType<string | null, string | null | undefined, string | null>
  superseded_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface FactsTable {
  district: string
  unit: string
  id: string
  definition: string
  from_day: string
  to_day: ColumnType<string | null, string | null | undefined, string | null>
  state: string
  number: ColumnType<string | null, string | null | undefined, string | null>
  yes_no: ColumnType<boolean | null, boolean | null | undefined, boolean | null>
  choice: ColumnType<string | null, string | null | undefined, string | null>
  stated_by: string
  source: string
  voucher: string
  reason: string
  stated_on: string
  at: Date
  by_unit: ColumnType<string | null, string | null | undefined, string | null>
  by_role: ColumnType<string | null, string | null | undefined, string | null>
  corrects: ColumnType<string | null, string | null | undefined, string | null>
  superseded_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface FeedbackCasesTable {
  district: string
  unit: string
  id: string
  code: string
  kind: string
  subject: ColumnType<string | null, string | null | undefined, string | null>
  desk: string
  state: string
  rated: ColumnType<boolean, boolean | null | undefined, boolean>
  steps: number
  text: string
  contact: ColumnType<string | null, string | null | undefined, string | null>
  filed_at: Date
  clock_from: string
  answered_on: ColumnType<string | null, string | null | undefined, string | null>
  closed_on: ColumnType<string | null, string | null | undefined, string | null>
  contact_bound: boolean
}

export interface FeedbackStepsTable {
  district: string
  unit: string
  id: string
  record: string
  code: string
  desk: string
  seq: number
  at: Date
  verb: string
  satisfied: ColumnType<boolean | null, boolean | null | undefined, boolean | null>
  text: string
}

export interface FormDemandsTable {
  district: string
  unit: string
  id: string
  form: string
  title: string
  issuer: string
  basis: string
  frequency: string
  from_day: string
  sunset: string
  minutes: number
  definitions: string[]
  texts: string[]
  below: string
  kind: ColumnType<string | null, string | null | undefined, string | null>
  units: number
  times: number
  registered_on: string
  at: Date
  by_role: ColumnType<string | null, string | null | undefined, string | null>
  withdrawn_on: ColumnType<string | null, string | null | undefined, string | null>
  withdrawn_reason: string
  spared: ColumnType<string[], string[] | null | undefined, string[]>
}

export interface IdempotencyTable {
  actor: string
  key: string
  digest: string
  status: number
  answer: string
  at: Date
}

export interface IdentitiesTable {
  issuer: string
  subject: string
  person: string
  unit: string
}

export interface InspectionFindingsTable {
  district: string
  unit: string
  id: string
  inspection: string
  subject: string
  item: string
  outcome: string
  note: string
  on_day: string
  at: Date
  by_unit: ColumnType<string | null, string | null | undefined, string | null>
  by_role: ColumnType<string | null, string | null | undefined, string | null>
  entry: ColumnType<string | null, string | null | undefined, string | null>
}

export interface InspectionsTable {
  district: string
  unit: string
  id: string
  title: string
  basis: string
  minutes: number
  checklist: string
  items: ColumnType<unknown, string, string>
  subjects: string[]
  from_day: string
  to_day: string
  state: string
  planned_on: string
  ended_on: ColumnType<string | null, string | null | undefined, string | null>
  revises: ColumnType<string | null, string | null | undefined, string | null>
  revised_as: ColumnType<string | null, string | null | undefined, string | null>
  revision_reason: string
}

export interface InstanceTable {
  id: number
  key_fingerprint: string
  created_at: Date
}

export interface InvitationsTable {
  person: string
  unit: string
  token: string
  created_at: Date
  expires_at: Date
}

export interface LedgerEntriesTable {
  district: string
  unit: string
  id: string
  subject: string
  kind: string
  source_kind: string
  source: ColumnType<string | null, string | null | undefined, string | null>
  star: ColumnType<string | null, string | null | undefined, string | null>
  criterion: ColumnType<string | null, string | null | undefined, string | null>
  problem: string
  measure: string
  responsible: string
  responsible_account: ColumnType<string | null, string | null | undefined, string | null>
  supervisor: string
  state: string
  clock_from: string
  days: ColumnType<number | null, number | null | undefined, number | null>
  due: ColumnType<string | null, string | null | undefined, string | null>
  assigned_on: string
  assigned_by: ColumnType<string | null, string | null | undefined, string | null>
  refused_by: ColumnType<string | null, string | null | undefined, string | null>
  rectifiers: string[]
  report: string
  rectified_on: ColumnType<string | null, string | null | undefined, string | null>
  closed_on: ColumnType<string | null, string | null | undefined, string | null>
  closed_by: ColumnType<string | null, string | null | undefined, string | null>
  extension_until: ColumnType<string | null, string | null | undefined, string | null>
  extension_by: ColumnType<string | null, string | null | undefined, string | null>
  extensions: number
  returns: number
  look_back_on: ColumnType<string | null, string | null | undefined, string | null>
  relapse_of: ColumnType<string | null, string | null | undefined, string | null>
  relapsed_as: ColumnType<string | null, string | null | undefined, string | null>
  alarm: number
  steps: number
  term: number
  told: ColumnType<string | null, string | null | undefined, string | null>
  ever_late: boolean
  particulars: ColumnType<unknown, string, string>
}

export interface LedgerStepsTable {
  district: string
  unit: string
  id: string
  entry: string
  subject: string
  seq: number
  at: Date
  on_day: string
  verb: string
  by: ColumnType<string | null, string | null | undefined, string | null>
  by_unit: ColumnType<string | null, string | null | undefined, string | null>
  by_role: ColumnType<string | null, string | null | undefined, string | null>
  text: string
  days: ColumnType<number | null, number | null | undefined, number | null>
  due: ColumnType<string | null, string | null | undefined, string | null>
  granted: ColumnType<boolean | null, boolean | null | undefined, boolean | null>
  plan: ColumnType<unknown, string | null | undefined, string | null>
  evidence: string[]
  other: ColumnType<string | null, string | null | undefined, string | null>
  term: ColumnType<number | null, number | null | undefined, number | null>
  level: ColumnType<number | null, number | null | undefined, number | null>
  told: ColumnType<string | null, string | null | undefined, string | null>
}

export interface LedgerWordsTable {
  district: string
  unit: string
  id: string
  subject: string
  open: boolean
  due: ColumnType<string | null, string | null | undefined, string | null>
  words: string[]
}

export interface LinkedOfficersTable {
  district: string
  unit: string
  id: string
  person: string
  post: ColumnType<string | null, string | null | undefined, string | null>
  role: string
  valid_from: string
  valid_to: ColumnType<string | null, string | null | undefined, string | null>
  act: string
}

export interface NoticeLettersTable {
  district: string
  unit: string
  id: string
  post: string
  kind: string
  until: Date
  tries: number
  tried_at: Date
}

export interface NoticeMailsTable {
  district: string
  unit: string
  id: string
  person: string
  role: string
  language: string
  address: string
  daily_until: Date
  urgent_until: Date
}

export interface NoticeMarksTable {
  district: string
  unit: string
  id: string
  person: string
  seen_until: Date
}

export interface NoticesTable {
  district: string
  unit: string
  id: string
  sender: string
  reach: string
  roles: string[]
  room: string
  weight: string
  title: string
  title_en: string
  body: string
  path: string
  at: Date
  until: ColumnType<string | null, string | null | undefined, string | null>
  withdrawn_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  withdrawn_for: ColumnType<string | null, string | null | undefined, string | null>
}

export interface OrganisationsTable {
  id: string
  unit: string
  type: string
  host: string
  name: string
  parent: ColumnType<string | null, string | null | undefined, string | null>
  valid_from: string
  valid_to: ColumnType<string | null, string | null | undefined, string | null>
  act: string
}

export interface PasswordsTable {
  person: string
  unit: string
  hash: ColumnType<string | null, string | null | undefined, string | null>
  must_change: boolean
  set_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface PersonsTable {
  district: string
  unit: string
  id: string
  name: string
  state: string
  phone: ColumnType<string | null, string | null | undefined, string | null>
  phone_index: ColumnType<string | null, string | null | undefined, string | null>
  created_at: Date
}

export interface PlanTasksTable {
  district: string
  unit: string
  id: string
  plan: string
  plan_title: string
  parent: ColumnType<string | null, string | null | undefined, string | null>
  number: string
  action: string
  title: string
  subject: string
  due: string
  days: ColumnType<number | null, number | null | undefined, number | null>
  measure: string
  state: string
  report: string
  reported_by: ColumnType<string | null, string | null | undefined, string | null>
  confirmed_by: ColumnType<string | null, string | null | undefined, string | null>
  changed_on: ColumnType<string | null, string | null | undefined, string | null>
  change_reason: string
  returned_on: ColumnType<string | null, string | null | undefined, string | null>
  return_reason: string
}

export interface PlansTable {
  district: string
  unit: string
  id: string
  title: string
  from_day: string
  to_day: string
}

export interface PostsTable {
  district: string
  unit: string
  id: string
  person: string
  role: string
  star: ColumnType<string | null, string | null | undefined, string | null>
  round: ColumnType<string | null, string | null | undefined, string | null>
  department: ColumnType<string | null, string | null | undefined, string | null>
  valid_from: string
  valid_to: ColumnType<string | null, string | null | undefined, string | null>
}

export interface RevealsTable {
  district: string
  unit: string
  id: string
  at: Date
  person: string
  viewer: string
  role: string
  place: string
  reason: string
}

export interface RoundAdjustmentsTable {
  district: string
  unit: string
  id: string
  round: string
  subject: string
  points: string
  reason: string
  seat: string
  withdrawn: ColumnType<boolean, boolean | null | undefined, boolean>
  at: Date
}

export interface RoundAwardsTable {
  district: string
  unit: string
  id: string
  round: string
  subject: string
  name: string
  basis: string
  document: string
  at: Date
}

export interface RoundBallotsTable {
  district: string
  unit: string
  id: string
  vote: string
  round: string
  subject: string
  choice: string
}

export interface RoundCommitmentStatesTable {
  district: string
  unit: string
  id: string
  commitment: string
  subject: string
  quarter: string
  stated: string
  stated_note: string
  stated_at: Date
  stated_by: string
  confirmed: ColumnType<string | null, string | null | undefined, string | null>
  confirmed_note: ColumnType<string, string | null | undefined, string>
  confirmed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  confirmed_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface RoundCommitmentsTable {
  district: string
  unit: string
  id: string
  subject: string
  year: number
  number: number
  kind: string
  text: string
  at: Date
  withdrawn: ColumnType<boolean, boolean | null | undefined, boolean>
}

export interface RoundDrawsTable {
  district: string
  unit: string
  id: string
  round: string
  number: number
  kind: string
  title: string
  pool: ColumnType<unknown, string, string>
  pool_digest: string
  sources: ColumnType<unknown, string, string>
  hash: string
  take: number
  state: string
  entry: ColumnType<unknown, string | null | undefined, string | null>
  entered_by: ColumnType<string | null, string | null | undefined, string | null>
  entropy: ColumnType<string | null, string | null | undefined, string | null>
  selected: ColumnType<unknown, string | null | undefined, string | null>
  repeats: ColumnType<string | null, string | null | undefined, string | null>
  reason: string
  sealed_at: Date
  drawn_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  anchor: ColumnType<string | null, string | null | undefined, string | null>
  seed: ColumnType<string | null, string | null | undefined, string | null>
}

export interface RoundNoticesTable {
  district: string
  unit: string
  id: string
  round: string
  verb: string
  reason: string
  before: ColumnType<string | null, string | null | undefined, string | null>
  after: ColumnType<string | null, string | null | undefined, string | null>
  announced: boolean
  at: Date
}

export interface RoundPhotosTable {
  district: string
  unit: string
  id: string
  round: string
  seat: string
  subject: string
  component: string
  state: string
  salt: string
  at: Date
}

export interface RoundPlacesTable {
  district: string
  unit: string
  id: string
  round: string
  tally: string
  subject: string
  told: ColumnType<boolean, boolean | null | undefined, boolean>
  told_at: Date
  place: ColumnType<unknown, string, string>
}

export interface RoundPointsTable {
  district: string
  unit: string
  id: string
  round: string
  seat: string
  points: ColumnType<unknown, string, string>
  note: string
  salt: string
}

export interface RoundPublicationsTable {
  district: string
  unit: string
  id: string
  round: string
  tally: string
  number: number
  form: string
  reason: string
  content: ColumnType<unknown, string, string>
  at: Date
}

export interface RoundRecountsTable {
  district: string
  unit: string
  id: string
  round: string
  subject: string
  tally: string
  reason: string
  asked_at: Date
  state: string
  decision: ColumnType<string, string | null | undefined, string>
  decided_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface RoundRecusalsTable {
  district: string
  unit: string
  id: string
  round: string
  seat: string
  subject: string
  source: string
  reason: string
}

export interface RoundRemarksTable {
  district: string
  unit: string
  id: string
  round: string
  subject: string
  kind: string
  text: string
  seat: ColumnType<string | null, string | null | undefined, string | null>
  actor: ColumnType<string | null, string | null | undefined, string | null>
  evidence: ColumnType<string | null, string | null | undefined, string | null>
  entry: ColumnType<string | null, string | null | undefined, string | null>
  at: Date
}

export interface RoundRevealsTable {
  district: string
  unit: string
  id: string
  round: string
  tally: string
  number: number
  content: ColumnType<unknown, string, string>
}

export interface RoundSeatHoldersTable {
  district: string
  unit: string
  id: string
  round: string
  holder: string
  person: ColumnType<string | null, string | null | undefined, string | null>
  open: boolean
}

export interface RoundSeatKeysTable {
  value: string
  district: string
  unit: string
  seat: string
  purpose: string
  expires_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface RoundSeatsTable {
  district: string
  unit: string
  id: string
  round: string
  kind: string
  panel: ColumnType<string | null, string | null | undefined, string | null>
  number: number
  label: string
  home: ColumnType<string | null, string | null | undefined, string | null>
  state: string
  invited_until: ColumnType<Date | null, Date | null | undefined, Date | null>
  opened_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  openings: ColumnType<number, number | null | undefined, number>
  offline_ready: ColumnType<boolean | null, boolean | null | undefined, boolean | null>
  invited_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface RoundSheetsTable {
  district: string
  unit: string
  id: string
  round: string
  seat: string
  subject: string
  component: string
  revision: ColumnType<string, string | number | bigint, string | number | bigint>
  complete: boolean
  state: string
  source: string
  digest: string
  entered_by: ColumnType<string | null, string | null | undefined, string | null>
  at: Date
}

export interface RoundTalliesTable {
  district: string
  unit: string
  id: string
  round: string
  number: number
  result: ColumnType<unknown, string, string>
  rules: ColumnType<unknown, string, string>
  method_digest: string
  input_digest: string
  state: string
  reason: string
  counted_by: string
  counted_at: Date
  teller: ColumnType<string | null, string | null | undefined, string | null>
  teller_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  supervisor: ColumnType<string | null, string | null | undefined, string | null>
  supervisor_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  teller_by: ColumnType<string | null, string | null | undefined, string | null>
  supervisor_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface RoundTallyInputsTable {
  district: string
  unit: string
  id: string
  round: string
  input: ColumnType<unknown, string, string>
  open_to: ColumnType<string[], string[] | null | undefined, string[]>
}

export interface RoundTurnsTable {
  district: string
  unit: string
  id: string
  round: string
  draw: string
  number: number
  subject: string
  key: string
  line: number
  content: string
  reason: string
  at: Date
}

export interface RoundUnitsTable {
  district: string
  unit: string
  id: string
  round: string
  subject: string
  name: string
  number: number
  speaking: ColumnType<number | null, number | null | undefined, number | null>
  stop: ColumnType<number | null, number | null | undefined, number | null>
  drawn: ColumnType<boolean | null, boolean | null | undefined, boolean | null>
  announced: ColumnType<boolean, boolean | null | undefined, boolean>
  presented_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface RoundVoteMarksTable {
  district: string
  unit: string
  id: string
  vote: string
  round: string
  seat: string
}

export interface RoundVotesTable {
  district: string
  unit: string
  id: string
  round: string
  state: string
  counts: ColumnType<unknown, string | null | undefined, string | null>
  opened_at: Date
  closed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface RoundsTable {
  district: string
  unit: string
  id: string
  name: string
  quarter: string
  theme: string
  held_on: string
  place: string
  mode: string
  ballots: string
  spot_check: boolean
  agenda: ColumnType<unknown, string, string>
  rules: ColumnType<unknown, string, string>
  rules_digest: ColumnType<string | null, string | null | undefined, string | null>
  state: string
  announced: ColumnType<boolean, boolean | null | undefined, boolean>
  version: number
  scene: ColumnType<unknown, string, string>
  planned_at: Date
  fixed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  opened_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  frozen_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  published_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  closed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  shown_files: ColumnType<unknown, string | null | undefined, string | null>
}

export interface SandtableShowingsTable {
  district: string
  unit: string
  id: string
  code: string
  scene: ColumnType<unknown, string, string>
  version: number
  turned_at: Date
  ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>
}

export interface SelfCheckRowsTable {
  district: string
  unit: string
  id: string
  candidacy: string
  row: string
  answer: string
  reason: string
  known: ColumnType<string | null, string | null | undefined, string | null>
  revision: ColumnType<string, string | number | bigint, string | number | bigint>
  changed_at: Date
}

export interface SelfCheckSubmissionsTable {
  district: string
  unit: string
  id: string
  candidacy: string
  number: number
  on_day: string
  rows: ColumnType<unknown, string, string>
  digest: string
}

export interface SessionsTable {
  id: string
  token: string
  person: string
  post: ColumnType<string | null, string | null | undefined, string | null>
  means: string
  agent: string
  created_at: Date
  expires_at: Date
}

export interface StarAwardsTable {
  district: string
  unit: string
  id: string
  subject: string
  cycle: ColumnType<string | null, string | null | undefined, string | null>
  kind: string
  title: string
  basis: string
  document: string
  on_day: string
  withdrawn_on: ColumnType<string | null, string | null | undefined, string | null>
}

export interface StarCandidaciesTable {
  district: string
  unit: string
  id: string
  cycle: string
  star: string
  batch: number
  state: string
  submissions: number
  back: ColumnType<string | null, string | null | undefined, string | null>
  due: ColumnType<string | null, string | null | undefined, string | null>
  rows: ColumnType<unknown, string, string>
  submitters: string[]
  reviewers: string[]
  digest: ColumnType<string | null, string | null | undefined, string | null>
  drawn: boolean
  confirmed: boolean
  publicity: ColumnType<string | null, string | null | undefined, string | null>
  public_until: ColumnType<string | null, string | null | undefined, string | null>
  refused_on: ColumnType<string | null, string | null | undefined, string | null>
  refused_by: ColumnType<string | null, string | null | undefined, string | null>
  certified_on: ColumnType<string | null, string | null | undefined, string | null>
  steps: number
  changed_at: Date
}

export interface StarCyclesTable {
  id: string
  unit: string
  year: number
  name: string
  edition: string
  calendar: ColumnType<unknown, string, string>
  parameters: ColumnType<unknown, string, string>
  offices: ColumnType<unknown, string, string>
  stars: ColumnType<unknown, string, string>
  state: string
  version: number
  planned_at: Date
  opened_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  closed_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  name_en: ColumnType<string | null, string | null | undefined, string | null>
}

export interface StarFilingsTable {
  district: string
  unit: string
  id: string
  cycle: string
  number: number
  filed_on: string
  document: string
  honours: string[]
}

export interface StarHonourAppealsTable {
  district: string
  unit: string
  id: string
  honour: string
  against: number
  verb: string
  reason: string
  filed_on: string
  filed_by: string
  upheld: ColumnType<boolean | null, boolean | null | undefined, boolean | null>
  answer: ColumnType<string | null, string | null | undefined, string | null>
  answered_on: ColumnType<string | null, string | null | undefined, string | null>
  answered_by: ColumnType<string | null, string | null | undefined, string | null>
  answered_at: ColumnType<string | null, string | null | undefined, string | null>
  withdrawn_on: ColumnType<string | null, string | null | undefined, string | null>
}

export interface StarHonourReportsTable {
  district: string
  unit: string
  id: string
  honour: string
  against: number
  said: string
  reported_on: string
  reported_by: string
}

export interface StarHonourStepsTable {
  district: string
  unit: string
  id: string
  honour: string
  seq: number
  on_day: string
  verb: string
  by: string
  by_unit: string
  basis: string
  document: ColumnType<string | null, string | null | undefined, string | null>
  due: ColumnType<string | null, string | null | undefined, string | null>
}

export interface StarHonoursTable {
  district: string
  unit: string
  id: string
  cycle: string
  candidacy: string
  year: number
  star: string
  plaque: string
  state: string
  due: ColumnType<string | null, string | null | undefined, string | null>
  from_day: string
  to_day: ColumnType<string | null, string | null | undefined, string | null>
  steps: number
  changed_at: Date
}

export interface StarNoticesTable {
  district: string
  unit: string
  id: string
  publicity: string
  candidacy: string
  cycle: string
  star: string
  state: string
}

export interface StarObjectionsTable {
  district: string
  unit: string
  id: string
  subject: string
  code: string
  publicity: string
  candidacy: string
  star: string
  state: string
  text: string
  contact: ColumnType<string | null, string | null | undefined, string | null>
  filed_on: string
  answer: ColumnType<string | null, string | null | undefined, string | null>
  answered_on: ColumnType<string | null, string | null | undefined, string | null>
  answered_by: ColumnType<string | null, string | null | undefined, string | null>
}

export interface StarPlansTable {
  district: string
  unit: string
  id: string
  cycle: string
  quarter: string
  strengths: string
  met: string
  gaps: string
  goal: string
  measures: string
  set_at: Date
}

export interface StarPublicitiesTable {
  district: string
  unit: string
  id: string
  cycle: string
  number: number
  from_day: string
  until_day: string
  contact: string
}

export interface StarQuotasTable {
  district: string
  unit: string
  id: string
  cycle: string
  star: string
  most: number
  hard: boolean
  given: number
}

export interface StarReportFormatsTable {
  district: string
  unit: string
  id: string
  name: string
  system: string
  list: string
  content: ColumnType<unknown, string, string>
  version: number
  changed_at: Date
  dropped_on: ColumnType<string | null, string | null | undefined, string | null>
}

export interface StarSamplesTable {
  district: string
  unit: string
  id: string
  cycle: string
  pool: string[]
  digest: string
  sources: string[]
  take: number
  state: string
  entered: ColumnType<string[] | null, string[] | null | undefined, string[] | null>
  entered_by: ColumnType<string | null, string | null | undefined, string | null>
  entropy: ColumnType<string | null, string | null | undefined, string | null>
  selected: ColumnType<number[] | null, number[] | null | undefined, number[] | null>
  sealed_at: Date
  drawn_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  void_reason: ColumnType<string, string | null | undefined, string>
}

export interface StarStepsTable {
  district: string
  unit: string
  id: string
  candidacy: string
  seq: number
  at: Date
  on_day: string
  verb: string
  by: string
  by_unit: string
  by_role: string
  rows: ColumnType<unknown, string, string>
  reason: string
  due: ColumnType<string | null, string | null | undefined, string | null>
  other: ColumnType<string | null, string | null | undefined, string | null>
}

export interface StarTargetsTable {
  district: string
  unit: string
  id: string
  cycle: string
  quarter: string
  stars: string[]
  version: number
  set_at: Date
}

export interface StarTotalsTable {
  district: string
  unit: string
  id: string
  cycle: string
  quarter: string
  parts: ColumnType<unknown, string, string>
  as_of: Date
}

export interface UnitSuccessionsTable {
  from_code: string
  to_code: string
  on_day: string
  kind: string
  act: string
}

export interface UnitVersionsTable {
  code: string
  valid_from: string
  valid_to: ColumnType<string | null, string | null | undefined, string | null>
  level: number
  name: string
  kind_official: ColumnType<string | null, string | null | undefined, string | null>
  kind_override: ColumnType<string | null, string | null | undefined, string | null>
  initials: string
  grams: string[]
  act: string
}

export interface Database {
  act_batches: ActBatchesTable
  acts: ActsTable
  acts_unsealed: ActsUnsealedTable
  app_migrations: AppMigrationsTable
  app_tables: AppTablesTable
  attempts: AttemptsTable
  bulletin_letterheads: BulletinLetterheadsTable
  bulletin_pictures: BulletinPicturesTable
  bulletin_wordings: BulletinWordingsTable
  bulletins: BulletinsTable
  credentials: CredentialsTable
  edition_additions: EditionAdditionsTable
  edition_retirements: EditionRetirementsTable
  edition_returns: EditionReturnsTable
  edition_uses: EditionUsesTable
  editions: EditionsTable
  evidence_citations: EvidenceCitationsTable
  evidence_hint_others: EvidenceHintOthersTable
  evidence_hints: EvidenceHintsTable
  evidence_items: EvidenceItemsTable
  evidence_nothings: EvidenceNothingsTable
  evidence_prints: EvidencePrintsTable
  evidence_uploads: EvidenceUploadsTable
  fact_cases: FactCasesTable
  fact_certificates: FactCertificatesTable
  fact_definitions: FactDefinitionsTable
  fact_doubts: FactDoubtsTable
  fact_names: FactNamesTable
  fact_reviews: FactReviewsTable
  facts: FactsTable
  feedback_cases: FeedbackCasesTable
  feedback_steps: FeedbackStepsTable
  form_demands: FormDemandsTable
  idempotency: IdempotencyTable
  identities: IdentitiesTable
  inspection_findings: InspectionFindingsTable
  inspections: InspectionsTable
  instance: InstanceTable
  invitations: InvitationsTable
  ledger_entries: LedgerEntriesTable
  ledger_steps: LedgerStepsTable
  ledger_words: LedgerWordsTable
  linked_officers: LinkedOfficersTable
  notice_letters: NoticeLettersTable
  notice_mails: NoticeMailsTable
  notice_marks: NoticeMarksTable
  notices: NoticesTable
  organisations: OrganisationsTable
  passwords: PasswordsTable
  persons: PersonsTable
  plan_tasks: PlanTasksTable
  plans: PlansTable
  posts: PostsTable
  reveals: RevealsTable
  round_adjustments: RoundAdjustmentsTable
  round_awards: RoundAwardsTable
  round_ballots: RoundBallotsTable
  round_commitment_states: RoundCommitmentStatesTable
  round_commitments: RoundCommitmentsTable
  round_draws: RoundDrawsTable
  round_notices: RoundNoticesTable
  round_photos: RoundPhotosTable
  round_places: RoundPlacesTable
  round_points: RoundPointsTable
  round_publications: RoundPublicationsTable
  round_recounts: RoundRecountsTable
  round_recusals: RoundRecusalsTable
  round_remarks: RoundRemarksTable
  round_reveals: RoundRevealsTable
  round_seat_holders: RoundSeatHoldersTable
  round_seat_keys: RoundSeatKeysTable
  round_seats: RoundSeatsTable
  round_sheets: RoundSheetsTable
  round_tallies: RoundTalliesTable
  round_tally_inputs: RoundTallyInputsTable
  round_turns: RoundTurnsTable
  round_units: RoundUnitsTable
  round_vote_marks: RoundVoteMarksTable
  round_votes: RoundVotesTable
  rounds: RoundsTable
  sandtable_showings: SandtableShowingsTable
  self_check_rows: SelfCheckRowsTable
  self_check_submissions: SelfCheckSubmissionsTable
  sessions: SessionsTable
  star_awards: StarAwardsTable
  star_candidacies: StarCandidaciesTable
  star_cycles: StarCyclesTable
  star_filings: StarFilingsTable
  star_honour_appeals: StarHonourAppealsTable
  star_honour_reports: StarHonourReportsTable
  star_honour_steps: StarHonourStepsTable
  star_honours: StarHonoursTable
  star_notices: StarNoticesTable
  star_objections: StarObjectionsTable
  star_plans: StarPlansTable
  star_publicities: StarPublicitiesTable
  star_quotas: StarQuotasTable
  star_report_formats: StarReportFormatsTable
  star_samples: StarSamplesTable
  star_steps: StarStepsTable
  star_targets: StarTargetsTable
  star_totals: StarTotalsTable
  unit_successions: UnitSuccessionsTable
  unit_versions: UnitVersionsTable
}

