import { Problem } from '../../problems/problem.ts'

/**
 * A statement that the database refused. Carries what a program may decide by and nothing that a row holds: PostgreSQL's own
 * message, detail and hint quote values ("Key (name)=(Jane Roe) already exists"), so they are dropped here and reach no log.
 */
export class DatabaseError extends Error {
  /** SQLSTATE, e.g. `23505` unique, `23P01` exclusion, `42501` refused by a grant or by row security. */
  readonly code: string
  readonly constraint: string | null
  /** Schema-qualified, when the database says which. */
  readonly table: string | null

  constructor(code: string, constraint: string | null, table: string | null) {
    super(`SQLSTATE ${code}${table === null ? '' : ` on ${table}`}${constraint === null ? '' : ` (${constraint})`}`)
    this.name = 'DatabaseError'
    this.code = code
    this.constraint = constraint
    this.table = table
  }
}

/** 503: the connection is gone or none came free in time. The request may be repeated. */
export const databaseLost = (reason: string): Problem =>
  new Problem(
    503,
    'database_unavailable',
    'The service cannot reach its records at the moment. Nothing was lost. Try again shortly.',
    {
      reason,
      headers: { 'Retry-After': '2' },
    },
  )

const sqlState = /^[0-9A-Z]{5}$/
/** Connection exceptions, operator intervention (shutdown, crash), too many connections. A cancelled statement is not among them. */
const lostStates = /^(08...|57P0.|53300)$/

/** What the driver says, without a code, of a connection that is gone; and the trap of an embedded engine that crashed. */
const lostMessages = /^(Connection terminated|Client (has encountered|was closed)|timeout exp)/

/** Whether the connection on which `error` was met cannot be used again. */
export const isConnectionLost = (error: unknown): boolean => {
  const code = stringOf(error, 'code')
  if (code !== null) return !sqlState.test(code) || lostStates.test(code)
  return error instanceof Error && (lostMessages.test(error.message) || error.name === 'RuntimeError')
}

/** What the driver threw, without the values that it quotes. */
export const withoutValues = (error: unknown): Error => {
  const code = stringOf(error, 'code')
  if (isConnectionLost(error)) return databaseLost(code ?? (error instanceof Error ? error.name : 'unknown'))
  // Not from the database: a value that cannot be spelled as a parameter, and that the driver's message would quote.
  if (code === null) return new Error('A parameter could not be sent to the database.')
  const schema = stringOf(error, 'schema')
  const table = stringOf(error, 'table')
  return new DatabaseError(
    code,
    stringOf(error, 'constraint'),
    table === null ? null : `${schema ?? 'public'}.${table}`,
  )
}

const stringOf = (value: unknown, property: string): string | null => {
  if (typeof value !== 'object' || value === null) return null
  const found = (value as Record<string, unknown>)[property]
  return typeof found === 'string' ? found : null
}
