import type { DatabaseScope, Statement } from '../../contracts/database.ts'
import type { AffinePool } from '../pool/affine-pool.ts'
import type { StatementOfRole } from '../pool/connection.ts'
import { noOrganization } from '../pool/organization-gate.ts'
import type { ConnectionScope } from '../pool/scope-statements.ts'
import { requireNoTransaction } from '../pool/transaction-context.ts'
import { connectionScope } from './connection-scope.ts'

export interface GroupConnections {
  /** One transaction. Returns the first row of each statement, as text. On PostgreSQL, fails with 55P03 if a row stays locked. */
  execute(statements: readonly DomainStatement[]): Promise<readonly (readonly (string | null)[] | null)[]>
  /** A transaction of its own that waits for locks, on a connection that no group uses. */
  executeAlone(statement: DomainStatement): Promise<readonly (string | null)[] | null>
}

/** A statement that runs with the role of a domain. It sets its organization itself (`organizationGate`). */
export interface DomainStatement extends Statement, DatabaseScope {
  /** Prepared under this name, which differs for each text. Null: sent once. */
  readonly name: string | null
}

/** Groups use their own connections; a statement that runs alone uses one of the requests. */
export const groupConnections = (ofGroups: AffinePool, ofRequests: AffinePool): GroupConnections => ({
  execute: (statements) => executeTogether(ofGroups, statements),
  executeAlone: async (statement) => (await executeTogether(ofRequests, [statement]))[0] ?? null,
})

const executeTogether = async (
  pool: AffinePool,
  statements: readonly DomainStatement[],
): Promise<readonly (readonly (string | null)[] | null)[]> => {
  requireNoTransaction('transaction')
  const all = statements.map(statementOfRole)
  const [first, ...others] = new Set(all.map(({ role }) => role)).values().map(scopeOf)
  if (!first) return []
  const connection = await pool.take(first, others)
  try {
    // Those of the role that the connection has come first, so that it need not be set.
    const isFirst = all.map(({ role }) => connection.scope?.role === role)
    const order = [...all.keys().filter((place) => isFirst[place]), ...all.keys().filter((place) => !isFirst[place])]
    const rows = await connection.executeTogether(order.flatMap((place) => all[place] ?? []))
    return all.map((_, place) => rows[order.indexOf(place)] ?? null)
  } finally {
    pool.release(connection)
  }
}

const scopeOf = (role: string): ConnectionScope => ({ role, organization: noOrganization })

/** A plan under row security is valid for one role, so each role has its own statement. */
const statementOfRole = (statement: DomainStatement): StatementOfRole => {
  const { role } = connectionScope(statement)
  const { name, text, values } = statement
  return { role, name: name === null ? null : `${name}_${role}`, text, values }
}
