// How PostgreSQL's types appear in the program: days and exact numbers as text, instants as Date, bigints as text.

import pg from 'pg'

type Parse = (value: string) => unknown

const dateOid = 1082
const ordinary = pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => Parse

/** Parsers for one connection; everything not named here is node-postgres' own. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary'): Parse => (oid === dateOid ? (value) => value : ordinary(oid, format)),
}
