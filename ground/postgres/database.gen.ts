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

export interface CredentialsTable {
  person: string
  unit: string
  login: ColumnType<string | null, string | null | undefined, string | null>
  hash: ColumnType<string | null, string | null | undefined, string | null>
  must_change: boolean
  set_at: ColumnType<Date | null, Date | null | undefined, Date | null>
  language: ColumnType<string | null, string | null | undefined, string | null>
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
  file: string
  name: string
  media: string
  bytes: number
  width: ColumnType<number | null, number | null | undefined, number | null>
  height: ColumnType<number | null, number | null | undefined, number | null>
  preview: string
  small: ColumnType<string | null, string | null | undefined, string | null>
  large: ColumnType<string | null, string | null | undefined, string | null>
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
  credentials: CredentialsTable
  evidence_citations: EvidenceCitationsTable
  evidence_items: EvidenceItemsTable
  evidence_uploads: EvidenceUploadsTable
  feedback_cases: FeedbackCasesTable
  feedback_steps: FeedbackStepsTable
  idempotency: IdempotencyTable
  identities: IdentitiesTable
  instance: InstanceTable
  invitations: InvitationsTable
  linked_officers: LinkedOfficersTable
  organisations: OrganisationsTable
  persons: PersonsTable
  posts: PostsTable
  reveals: RevealsTable
  sessions: SessionsTable
  unit_successions: UnitSuccessionsTable
  unit_versions: UnitVersionsTable
}

