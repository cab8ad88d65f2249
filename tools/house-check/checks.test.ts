import { expect, test } from 'vitest'
import { printFinding } from '../source/finding.ts'
import { plant } from '../source/planted.ts'
import { checkRoot } from './checks.ts'
import { soundHouse } from './sound-house.ts'

const found = async (changed: Readonly<Record<string, string | null>>): Promise<string> => {
  const files = Object.fromEntries(
    Object.entries({ ...soundHouse, ...changed }).filter((entry): entry is [string, string] => entry[1] !== null),
  )
  return (await checkRoot(plant(files))).map(printFinding).join('\n')
}
const at = {
  room: 'rooms/ledgers/room.ts',
  contract: 'rooms/ledgers/contract.ts',
  problems: 'rooms/ledgers/problems.ts',
  core: 'rooms/ledgers/core/close.ts',
  sql: 'rooms/ledgers/data/migrations/0001-ledgers.sql',
  policies: 'rooms/ledgers/data/policies.sql',
  screen: 'rooms/ledgers/faces/desk/Ledger.tsx',
  zh: 'rooms/ledgers/faces/desk/zh.ts',
}
/** In parts, so that a search of the repository does not find the fault here. */
const spelt = (...parts: string[]): string => parts.join('')
/** One file of the sound house with a part of its text replaced; a part that is not there is a mistake of the test. */
const edit = (path: string, part: string, by: string): Record<string, string> => {
  const text = soundHouse[path] ?? ''
  if (!text.includes(part)) throw new Error(`${path} has no ${part}`)
  return { [path]: text.replace(part, by) }
}
const more = (path: string, text: string): Record<string, string> => ({ [path]: `${soundHouse[path] ?? ''}\n${text}` })

test('a sound house has no findings', async () => {
  expect(await found({})).toBe('')
})

type Planted = readonly [string, Readonly<Record<string, string | null>>, string]

const plan: readonly Planted[] = [
  ['a room without README', { 'rooms/ledgers/README.md': null }, 'a room needs a README.md'],
  ['a room without name-plate', { [at.room]: null }, 'a room needs its name-plate'],
  ['a name-plate that breaks', { [at.room]: `throw new Error('half written')` }, 'cannot be read: half written'],
  ['a folder beside the plan', { 'rooms/ledgers/lib/x.ts': '// x' }, 'not on the floor plan'],
  ['a name that says nothing', { 'ground/http/utils.ts': '// x' }, 'a name that says nothing'],
  ['a file in snake_case', { 'ground/http/my_file.ts': '// x' }, 'kebab-case'],
  ['a zh.ts alone', { 'rooms/ledgers/faces/desk/en.ts': null }, 'has no rooms/ledgers/faces/desk/en.ts beside it'],
  ['a long file', { [at.core]: `// long\n${'\n'.repeat(300)}export const x = 1` }, '302 lines'],
  ['a hidden clock', edit(at.core, 'new Date(day)', 'new Date()'), 'never asks the machine for the time'],
  ['a file that does not say what it is for', { [at.core]: 'export const x = 1' }, 'opening: '],
  ['an export nobody explains', more(at.core, 'export const open = 1'), 'open is exported without a word'],
  ['a note to oneself', more(at.core, `// ${spelt('TO', 'DO')} later`), 'do it, or write an issue'],
  ['a muted compiler', more(at.core, `// ${spelt('@ts', '-ignore')}`), 'fix the cause'],
  ['a test that does not run', { 'ground/x.test.ts': `test.${spelt('sk', 'ip')}('x', () => {})` }, 'a test runs or is not there'],
  [
    'a page that a journey reads once',
    { 'rooms/ledgers/faces/desk/ledger.journey.test.ts': `expect(${spelt('aw', 'ait')} page.getByText('x').count()).toBe(0)` },
    'a page is asked until it holds',
  ],
  ['a module replaced beside others', { 'ground/x.test.ts': `${spelt('vi', '.mock')}('./x.ts')` }, 'is called isolated-*.test.ts'],
]

const offers: readonly Planted[] = [
  ['an endpoint without access', edit(at.contract, `access: {`, `axess: {`), 'close names no access'],
  ['an endpoint without problems', edit(at.contract, 'problems: [problems.unknown],', ''), 'close has no list of problems'],
  ['a problem that is not there', edit(at.contract, 'problems.unknown]', 'problems.gone]'), 'that problems.ts does not have'],
  ['an endpoint without example', edit(at.contract, 'example:', 'sample:'), 'close has no example'],
  ['an example without its output', edit(at.contract, ', output: { closed: true }', ''), 'its example has no output'],
  ['a summary in one language', edit(at.contract, `zh: '销号'`, `zh: 'Close'`), 'no Chinese summary'],
  ['an endpoint without a test', { 'rooms/ledgers/api/close.test.ts': `test('enclosed', () => {})` }, 'names the endpoint close'],
  ['a contract without a test', { 'rooms/ledgers/api/close.test.ts': null }, 'a contract without a test'],
  ['a number outside the band', edit(at.problems, '1000', '2000'), 'outside 1000–1999'],
  ['a number taken twice', more(at.problems, `export const others = { other: maker(1000, 'ledgers/other') }`), 'share the number 1000'],
  ['a problem in one language', edit(at.problems, '没有这本台账', ''), 'both languages'],
  [
    'a permission nobody grants',
    edit(at.room, `grants: { 'ledgers.close': ['secretary'] }`, 'grants: {}'),
    'asks for ledgers.close, which no name-plate grants',
  ],
  [
    'a permission nobody asks for',
    edit(at.room, 'grants: {', `grants: { 'ledgers.open': ['secretary'],`),
    'grants ledgers.open, which nothing asks for',
  ],
  ['a role that does not exist', edit(at.room, `['secretary']`, `['emperor']`), 'which is no role'],
  [
    'a policy that asks for what nobody has',
    more(at.policies, `create policy x on ledgers using (app_may('ledgers.see'));`),
    'asks for ledgers.see',
  ],
]

const database: readonly Planted[] = [
  ['a table that is not declared', edit(at.sql, `select app_table('ledgers'`, `select app_tables('ledgers'`), 'is not declared'],
  ['a table without a comment', edit(at.sql, `'An entry; the secretary''s own (one a line).'`, `''`), 'has no comment in app_table'],
  ['a table of no class', edit(at.sql, `'growing'`, `'big'`), 'has the class big'],
  ['a table of another room', edit(at.sql, `'growing', 'ledgers'`, `'growing', 'units'`), 'belongs to ledgers'],
  ['a growing table without unit', edit(at.sql, 'unit     text collate "C" not null', 'owner    text'), 'needs unit text'],
  [
    'a growing table without collation',
    edit(at.sql, 'district text collate "C" not null', 'district text not null'),
    'needs district text',
  ],
  ['a growing table without the district check', edit(at.sql, 'left(unit, 6)', 'left(unit, 4)'), 'needs check (district = left(unit, 6))'],
  [
    'a primary key without district',
    edit(at.sql, 'primary key (district, id)', 'primary key (id)'),
    'its primary key (id) must start with district',
  ],
  [
    'a unique index without district',
    edit(at.sql, '(district, lower(phone))', '(lower(phone))'),
    'unique key (lower(phone)) must start with district',
  ],
  ['a reference without on delete', edit(at.sql, ' on delete cascade', ''), 'does not say what happens on delete'],
  ['on delete set null', edit(at.sql, 'on delete cascade', 'on delete set null'), 'no on delete set null'],
  [
    'a reference that forgets the district',
    edit(at.sql, '(district, parent) references ledgers (district, id)', '(parent) references ledgers (id)'),
    'on both sides',
  ],
  [
    'a standard table that refers to a growing one',
    more(
      at.sql,
      `create table kinds (id int primary key, l uuid references ledgers (id) on delete cascade);\nselect app_table('kinds', 'standard', 'ledgers', 'A kind.');`,
    ),
    'may not refer to a growing one',
  ],
  [
    'a reference inside create table',
    edit(at.sql, 'parent   uuid,', 'parent   uuid references ledgers (id) on delete cascade,'),
    'after app_table',
  ],
  ['a table without a policy', { [at.policies]: '-- none\n' }, 'ledgers has no policy'],
  ['a table without a policy test', { 'rooms/ledgers/data/policies.test.ts': `test('x', () => {})` }, 'is named in no policies.test.ts'],
  ['a restrictive policy', more(at.policies, 'create policy y on ledgers as restrictive using (true);'), 'restrictive policies'],
  ['a sub-select in a policy', more(at.policies, 'create policy y on ledgers using (unit in (select code from units));'), 'no sub-select'],
  ['a grant in a migration', more(at.sql, 'grant select on ledgers to liangxing_app;'), 'stand in data/policies.sql'],
  ['a view that runs as its owner', edit(at.sql, ' with (security_invoker = true)', ''), 'security_invoker'],
  [
    'a trigger that notifies',
    more(
      at.sql,
      `create function tell() returns trigger language plpgsql as $$ begin perform pg_notify('x', 'y'); return new; end $$;\ncreate trigger t after insert on ledgers for each row execute function tell();`,
    ),
    'may not notify',
  ],
  ['the clock in an update', more(at.sql, 'update ledgers set parent = null, at = now() where id is null;'), 'no now() or random()'],
  [
    'the clock in a conflict',
    {
      'rooms/ledgers/data/queries.ts':
        '// Queries.\nexport const q = sql`insert into l values (1) on conflict (id) do update set at = now()`',
    },
    'queries.ts:2  sql: ',
  ],
  ['a personal column that does not say so', edit(at.sql, 'personal: purpose', 'a purpose'), 'ledgers.phone looks personal'],
  ['a personal column without days', edit(at.sql, '; days=90', ''), 'does not say days='],
  ['a personal column for ever', edit(at.sql, 'days=90', 'days=always'), 'is no number of days'],
]

const words: readonly Planted[] = [
  ['Chinese in a component', edit(at.screen, `{words.title}`, '台账'), 'sentence: move “台账'],
  ['Chinese in an attribute', edit(at.screen, `className="`, `title="台账" className="`), 'sentence: move “台账'],
  ['an English sentence in a component', edit(at.screen, `'ok'`, `'Nothing to close today'`), 'sentence: move “Nothing to close'],
  ['a check-in column', edit(at.sql, 'parent   uuid,', 'parent   uuid, last_check_in timestamptz,'), 'no check-ins'],
  ['a field for religion', edit(at.contract, 'closed: true', 'residentReligion: true'), 'religion is not recorded'],
  ['points for users', edit(at.zh, `title: '台账'`, `title: '台账', userPoints: '积分'`), 'no points or levels for users'],
  ['打卡 in a dictionary', edit(at.zh, '台账', '每日打卡'), '“打卡”: no check-ins'],
  ['a flag of shame in a pack', { 'packs/x/pack.json': '{"blackFlag": 1}' }, 'no flags of shame'],
  ['a header of a pack', { 'packs/x/people.csv': 'code,key_person\n1,2\n' }, 'no key persons'],
  ['an allowance without use', more('tools/house-check/never/allow.txt', 'a.ts | gps | because'), 'allows nothing any more'],
  ['a link to nothing', { 'docs/x.md': '# X\n\nsee [y](y.md)' }, 'docs/x.md:3  link: y.md leads nowhere'],
  ['a link to a heading that is gone', { 'docs/x.md': '# X\n\nsee [y](house.md#tables)' }, 'that page has no such heading'],
  ['a path of one machine', { 'docs/x.md': ['see /wo', 'rk/main'].join('') }, 'is a path of one machine'],
  ['a dependency nobody explains', { 'docs/dependencies.md': '# none' }, 'pg is explained nowhere'],
  ['a dependency without a keeper', edit('docs/dependencies.md', '| brianc |', '| |'), 'pg is explained nowhere'],
  ['a version that floats', edit('package.json', '8.23.1', '^8.23.1'), 'write an exact one'],
]

test.each([...plan, ...offers, ...database, ...words])('finds %s', async (_name, changed, expected) => {
  expect(await found(changed)).toContain(expected)
})

test('the allow-list lets one word stand in one place', async () => {
  const planted = edit(at.zh, '台账', '不打卡')
  expect(await found(planted)).toContain('打卡')
  expect(await found({ ...planted, ...more('tools/house-check/never/allow.txt', `${at.zh} | 打卡 | says that there is none`) })).toBe('')
})

test('links to headings, folders, other sites and examples in code are left in peace', async () => {
  const page =
    '# X\n\n[a](house.md#problem-numbers) [b](../rooms/) [c](https://example.org/x.md) [d](#x)\n```\n[e](gone.md)\n```\n`[f](gone.md)`'
  expect(await found({ 'docs/x.md': page })).toBe('')
})

test('a local table may state why it has no policy, another class may not', async () => {
  const table = (kind: string): Record<string, string> =>
    more(
      at.sql,
      `create table queue (id int primary key);\nselect app_table('queue', '${kind}', 'ledgers', 'Queue; no policy: only the owner reads it.');`,
    )
  expect(await found(table('standard'))).toContain('queue has no policy')
  expect(await found(table('local'))).not.toContain('queue has no policy')
})
