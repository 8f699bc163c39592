import type { Connection } from '../database/pool/connection.ts'
import { createRoleStatement } from '../database/open/open-postgres.ts'

/** Reads every row of every table, and nothing else. No user logs in as it: only the owner assumes it, for a backup. */
const backupRole = 'visitkit_backup'
const policy = 'backup'

/** Row security applies to the owner too. Milliseconds that a policy waits for a table that is in use. */
const lockTimeout = 2_000
const attempts = 30

/**
 * Lets the owner read all rows: creates the role, and its policy on each table that lacks it. After the first time only for tables of
 * newer migrations. Not needed by a superuser, to whom row security does not apply.
 */
export const prepareBackupRole = async (owner: Connection): Promise<void> => {
  if (await isSuperuser(owner)) return
  await owner.execute(createRoleStatement(backupRole, 'nologin'))
  await owner.execute(`grant ${backupRole} to current_user with inherit false, set true`)
  const { rows: schemas } = await owner.execute(
    `select format('%I', nspname) as name from pg_namespace where nspname not like 'pg\\_%' and nspname <> 'information_schema'`,
  )
  for (const { name } of schemas as { name: string }[]) {
    await owner.execute(`grant usage on schema ${name} to ${backupRole}`)
    await owner.execute(`grant select on all tables in schema ${name} to ${backupRole}`)
  }
  const { rows: tables } = await owner.execute(`
    select format('%I.%I', nspname, relname) as name from pg_class as class
    join pg_namespace as namespace on namespace.oid = relnamespace
    where relrowsecurity and not exists (select from pg_policy where polrelid = class.oid and polname = '${policy}')`)
  await owner.execute(`set lock_timeout = ${lockTimeout}`)
  try {
    for (const { name } of tables as { name: string }[])
      await repeat(() => owner.execute(`create policy ${policy} on ${name} for select to ${backupRole} using (true)`))
  } finally {
    await owner.execute('reset lock_timeout')
  }
}

/** Within the transaction of a backup: the rest of it can read everything and change nothing. */
export const assumeBackupRole = async (owner: Connection): Promise<void> => {
  if (!(await isSuperuser(owner))) await owner.execute(`set local role ${backupRole}`)
}

const isSuperuser = async (owner: Connection): Promise<boolean> => {
  const { rows } = await owner.execute(
    'select rolsuper or rolbypassrls as powerful from pg_roles where rolname = current_user',
  )
  return (rows[0] as { powerful: boolean } | undefined)?.powerful ?? false
}

/** Requests go on while it waits: it gives up its place before they wait long behind it. */
const repeat = async (run: () => Promise<unknown>): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await run()
      return
    } catch (error) {
      if (attempt === attempts || (error as { code?: unknown }).code !== '55P03') throw error
    }
  }
}
