import { Problem } from '../../problems/problem.ts'

/**
 * A statement that the database refused. It has properties for decisions and no row values: PostgreSQL's message, detail and hint quote
 * values ("Key (name)=(Jane Roe) already exists"), so they are dropped and reach no log.
 */
export class DatabaseError extends Error {
  /** SQLSTATE, e.g. `23505` unique, `23P01` exclusion, `42501` insufficient privilege or row security. */
  readonly code: string
  readonly constraint: string | null
  /** Schema-qualified, if the database reports it. */
  readonly table: string | null

  constructor(code: string, constraint: string | null, table: string | null) {
    super(`SQLSTATE ${code}${table === null ? '' : ` on ${table}`}${constraint === null ? '' : ` (${constraint})`}`)
    this.name = 'DatabaseError'
    this.code = code
    this.constraint = constraint
    this.table = table
  }
}

/** 503: the connection was lost, or none was available in time. The request may be repeated. */
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
/** Connection exceptions, operator intervention (shutdown, crash), too many connections. Cancelled statements are not included. */
const lostStates = /^(08...|57P0.|53300)$/

/** The disk is full, or the database cannot use its files. The connection is usable; the statement did nothing. */
const outOfSpace: ReadonlySet<string> = new Set(['53100', '58030'])

/** Messages of the driver, without a code, for a lost connection; and the trap of an embedded engine that crashed. */
const lostMessages = /^(Connection terminated|Client (has encountered|was closed)|timeout exp)/

/** Whether the connection that raised `error` cannot be used again. */
export const isConnectionLost = (error: unknown): boolean => {
  const code = stringOf(error, 'code')
  if (code !== null) return !sqlState.test(code) || lostStates.test(code)
  return error instanceof Error && (lostMessages.test(error.message) || error.name === 'RuntimeError')
}

/** The error of the driver, without the values that it quotes. */
export const withoutValues = (error: unknown): Error => {
  const code = stringOf(error, 'code')
  if (isConnectionLost(error) || (code !== null && outOfSpace.has(code)))
    return databaseLost(code ?? (error instanceof Error ? error.name : 'unknown'))
  // Not from the database: a value that cannot be serialized as a parameter. The driver's message would quote it.
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
