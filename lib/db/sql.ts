import { database } from './client'
import { Prisma } from './generated/client'
import { UNNAMED } from './statement-names'

export const { sql, join, raw, empty } = Prisma
export type Sql = Prisma.Sql

/** Runs one parameterised statement and returns its rows (snake_case keys as the statement names them). */
export const query = <Row>(statement: Sql): Promise<Row[]> => database().prisma.$queryRaw<Row[]>(statement)

/**
 * The same for a statement whose best plan depends on its values, or whose text is one of many: it is planned for these
 * values, and takes no name from the statements that run all the time.
 */
export const queryOnce = <Row>(statement: Sql): Promise<Row[]> => query<Row>(sql`${raw(UNNAMED)} ${statement}`)
