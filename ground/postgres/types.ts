// How PostgreSQL's types appear in the program: days and exact numbers as text, instants as Date, bigints as text.

import pg from 'pg'

const dateOid = 1082

/** Parsers for one connection; everything not named here is node-postgres' own. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === dateOid) return (value: string) => value
    return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
  },
} as pg.CustomTypesConfig
