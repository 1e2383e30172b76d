import { database } from './client'
import { Prisma } from './generated/client'

export const { sql, join, raw, empty } = Prisma
export type Sql = Prisma.Sql

/** Runs one parameterised statement and returns its rows (snake_case keys as the statement names them). */
export const query = <Row>(statement: Sql): Promise<Row[]> => database().prisma.$queryRaw<Row[]>(statement)
