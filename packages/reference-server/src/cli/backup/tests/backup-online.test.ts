import { createHmac, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createBackupKey, loadBackupPublicKey, loadBackupPrivateKey } from '../../../platform/backup/backup-key.ts'
import { readBackup } from '../../../platform/backup/read-backup.ts'
import { writeBackup } from '../../../platform/backup/write-backup.ts'
import { openDatabase } from '../../../platform/database/open/open-database.ts'
import {
  createTestPlatform,
  testCaller,
  testRow,
  type TestPlatform,
} from '../../../platform/tests/create-platform.testing.ts'

let kit: TestPlatform
let keys: { readonly secret: string; readonly public: string }
beforeAll(async () => {
  kit = await createTestPlatform('postgres', [])
  keys = await createBackupKey(join(kit.folder, 'backup-keys'))
})
afterAll(() => kit.stop())

const rowsIn = async (path: string): Promise<readonly string[]> => {
  const found: string[] = []
  await readBackup(path, await loadBackupPrivateKey(keys.secret), async () => ({
    rows: async (table, lines) => void (table === 'audit.access_rows' && found.push(...lines)),
    end: async () => undefined,
  }))
  return found
}

test('is of one moment, while the server goes on to write', async () => {
  const caller = testCaller()
  const { ledger, database } = kit.platform
  let [written, isDone] = [0, false]
  const writer = (async () => {
    for (; !isDone; written += 1) await ledger.append([testRow(caller, `p${written}`)])
  })()
  await expect.poll(() => written).toBeGreaterThan(20)
  const path = join(kit.folder, 'online.backup')
  const before = written
  const { manifest } = await writeBackup({
    database,
    path,
    recipient: await loadBackupPublicKey(keys.public),
    region: 'us',
  })
  const during = written - before
  isDone = true
  await writer
  expect(during, 'writes were acknowledged during the backup').toBeGreaterThan(0)
  const found = await rowsIn(path)
  const { rows } = await sql<{
    n: number
  }>`select count(*)::integer as n from audit.access_rows where at < ${manifest.at}`.execute(database.owner())
  expect(found.length).toBeGreaterThanOrEqual(before)
  expect(found.length).toBeLessThanOrEqual(written)
  expect(rows[0]?.n).toBeGreaterThanOrEqual(before)
})

test('is whole for an owner to whom row security applies', async () => {
  const caller = testCaller()
  await kit.platform.ledger.append([testRow(caller, 'kept')])
  const server = new pg.Client({ connectionString: kit.databaseUrl })
  await server.connect()
  const owner = `owner_${randomBytes(4).toString('hex')}`
  const name = new URL(kit.databaseUrl).pathname.slice(1)
  try {
    await server.query(`create role ${owner} login createrole password 'of-this-test'`)
    await server.query(`alter database ${name} owner to ${owner}`)
    const { rows } = await server.query<{ text: string }>(`
      select format('alter table %I.%I owner to ${owner}', nspname, relname) as text from pg_class
        join pg_namespace as space on space.oid = relnamespace where relkind in ('r', 'v') and nspname in ('platform', 'vault', 'audit')
      union all select format('alter schema %I owner to ${owner}', nspname) from pg_namespace where nspname in ('platform', 'vault', 'audit')`)
    for (const { text } of rows) await server.query(text)
    const url = new URL(kit.databaseUrl)
    ;[url.username, url.password] = [owner, 'of-this-test']
    const { rows: count } = await server.query<{ n: string }>('select count(*) as n from audit.access_rows')

    const database = await openDatabase({ url: url.href, appUrl: appUrlOf(kit.databaseUrl), notice: () => undefined })
    const path = join(kit.folder, 'secured.backup')
    try {
      const { tables } = await writeBackup({
        database,
        path,
        recipient: await loadBackupPublicKey(keys.public),
        region: 'us',
      })
      expect(tables.get('audit.access_rows')?.rows).toBe(Number(count[0]?.n))
      await writeBackup({
        database,
        path: `${path}.2`,
        recipient: await loadBackupPublicKey(keys.public),
        region: 'us',
      })
    } finally {
      await database.close()
    }
    expect(await rowsIn(path)).toHaveLength(Number(count[0]?.n))
  } finally {
    await server.query(`reassign owned by ${owner} to current_user`)
    await server.query(`drop owned by ${owner}`)
    await server.query(`drop role ${owner}`)
    await server.end()
  }
})

/** The login of the server, which belongs to the cluster: its password stays that of the tests. */
const appUrlOf = (ownerUrl: string): string => {
  const url = new URL(ownerUrl)
  const secret = decodeURIComponent(url.password)
  url.username = 'visitkit_app'
  url.password = createHmac('sha256', secret).update('visitkit login visitkit_app').digest('hex')
  return url.href
}
