// A complete little house in which no check finds anything: the tests plant one fault at a time in it.

const problems = `const maker = (code, id) => Object.assign(() => ({}), { code, id, status: 404, title: { zh: '没有这本台账', en: 'No such ledger' } })
export const problems = { unknown: maker(1000, 'ledgers/unknown') }`

const room = `import { contract } from './contract.ts'
import { problems } from './problems.ts'
export const room = {
  name: 'ledgers', title: { zh: '台账', en: 'Ledgers' }, needs: [], contract, problems,
  grants: { 'ledgers.close': ['secretary'] }, menu: [{ path: '/ledgers', permission: 'ledgers.close' }],
}`

const contract = `import { problems } from './problems.ts'
export const contract = {
  close: {
    method: 'POST', path: '/ledgers/:id/close', summary: { zh: '销号', en: 'Close an entry' },
    access: { kind: 'post', permission: 'ledgers.close', at: 'record' }, params: {}, output: {},
    problems: [problems.unknown], example: { params: { id: '1' }, output: { closed: true } },
  },
}`

const migration = `-- Ledgers; one row an entry.
create table ledgers (
  district text collate "C" not null,
  unit     text collate "C" not null,
  id       uuid not null,
  phone    text, -- how to reach who reported; may hold a ; or (
  parent   uuid,
  primary key (district, id),
  constraint ledgers_district check (district = left(unit, 6))
);
select app_table('ledgers', 'growing', 'ledgers', 'An entry; the secretary''s own (one a line).');
comment on column ledgers.phone is 'personal: purpose=to call back; basis=consent; seen-by=the unit; days=90';
alter table ledgers add constraint ledgers_parent foreign key (district, parent) references ledgers (district, id) on delete cascade;
create unique index ledgers_phone on ledgers (district, lower(phone));
create view open_ledgers with (security_invoker = true) as select district, unit, id from ledgers;
`

const screen = `import { words } from './words.ts'
export const Ledger = () => <p className="wide and tall as a house">{words.title}: {'ok'}</p>
`

const manifest = JSON.stringify({ type: 'module', dependencies: { pg: '8.23.1' } })

/** Path → text of every file. */
export const soundHouse: Readonly<Record<string, string>> = {
  'package.json': manifest,
  'docs/house.md': '## Problem numbers\n\n100–999 ground · 1000–1999 ledgers\n',
  'docs/dependencies.md': '| package | why | keeper | replace |\n|---|---|---|---|\n| `pg` | the driver | brianc | postgres.js |\n',
  'tools/house-check/never/allow.txt': '# path | word | reason\n',
  'rooms/people/README.md': '# people',
  'rooms/people/room.ts': `export const room = { name: 'people', needs: [], contract: {}, problems: {}, grants: {}, menu: [] }`,
  'rooms/people/core/roles.ts': `// Roles.\nexport const roles = [{ name: 'secretary' }]`,
  'rooms/ledgers/README.md': '# ledgers',
  'rooms/ledgers/room.ts': room,
  'rooms/ledgers/contract.ts': contract,
  'rooms/ledgers/problems.ts': problems,
  'rooms/ledgers/core/close.ts': '// Closing.\n\n/** The day. */\nexport const close = (day: string) => new Date(day)',
  'rooms/ledgers/data/migrations/0001-ledgers.sql': migration,
  'rooms/ledgers/data/policies.sql':
    '-- Who may.\ncreate policy ledgers_read on ledgers for select to liangxing_app using (app_reads(unit));\n',
  'rooms/ledgers/data/policies.test.ts': `test('outsiders see no ledgers', () => {})`,
  'rooms/ledgers/api/close.test.ts': `test('ledgers.close', () => call('close'))`,
  'rooms/ledgers/faces/desk/Ledger.tsx': screen,
  'rooms/ledgers/faces/desk/zh.ts': `export const zh = { title: '台账' }`,
  'rooms/ledgers/faces/desk/en.ts': `export const en = { title: 'Ledger' }`,
}
