import type { Kysely } from 'kysely'

/** Tables are typed inside each store (`db.withTables<SchedulingTables>()`). This interface does not name them. */
// oxlint-disable-next-line typescript/no-explicit-any -- Kysely's type parameter is invariant: this is the one place where it is erased
export type AnyKysely = Kysely<any>

/** The database of the process. Each reader and transaction has one role and one organization. */
export interface Database {
  reader(scope: DatabaseScope): AnyKysely
  transact<T>(scope: DatabaseScope, run: (tx: AnyKysely) => Promise<T>): Promise<T>
  /** As the owner. Only migrations, the checkpointer and the command line use it. */
  owner(): AnyKysely
  readonly engine: 'pglite' | 'postgres'
  close(): Promise<void>
}

export interface DatabaseScope {
  /** The domain's role without prefix, e.g. `scheduling`. */
  readonly domain: string
  readonly organizationId: string
}

/** Whether a read locks its row: with `for-update`, others cannot change it until the transaction ends. */
export type RowLock = 'none' | 'for-update'

/** One SQL statement, its parameters as `$1`, `$2` ... */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}
