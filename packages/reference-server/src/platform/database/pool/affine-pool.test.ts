import { createHmac } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Migration } from '../../contracts/migration.ts'
import { AffinePool } from './affine-pool.ts'
import { inBackground } from './background.ts'
import type { Connection } from './connection.ts'
import type { ConnectionScope } from './scope-statements.ts'
import { domainSchema } from '../migrate/domain-schema.ts'
import { newId } from '../ids/new-id.ts'
import { openDatabase } from '../open/open-database.ts'
import { createTestDatabase, type TestDatabase } from '../tests/create-test-database.testing.ts'

/** A fake connection that counts its scope switches. */
const fakeConnection = (): Connection & { switches: number } => {
  let scope: ConnectionScope | null = null
  const fake = {
    switches: 0,
    lost: false,
    has: (other: ConnectionScope) => scope?.role === other.role && scope.organization === other.organization,
    switchTo: async (next: ConnectionScope) => {
      if (fake.has(next)) return
      scope = next
      fake.switches += 1
    },
    end: async () => undefined,
  }
  return fake as unknown as Connection & { switches: number }
}
const scope = (organization: string): ConnectionScope => ({ role: 'r', organization })

describe('the pool', () => {
  const poolOf = (size: number, maxWait = 1_000, more: { maxInBackground?: number } = {}) => {
    const made: (Connection & { switches: number })[] = []
    const connect = async () => {
      const connection = fakeConnection()
      made.push(connection)
      return connection
    }
    return { pool: new AffinePool({ size, connect, maxWait, ...more }), made }
  }

  test('gives an organization its previous connection, without a statement', async () => {
    const { pool, made } = poolOf(2)
    for (let turn = 0; turn < 10; turn += 1)
      for (const name of ['a', 'b']) pool.release(await pool.acquire(scope(name)))
    expect(made.map(({ switches }) => switches)).toEqual([1, 1])
  })

  test('prefers waiters of the current scope, but does not starve the others', async () => {
    const { pool } = poolOf(1)
    const held = await pool.acquire(scope('a'))
    const order: string[] = []
    const take = async (name: string): Promise<void> => {
      const connection = await pool.acquire(scope(name))
      order.push(name)
      pool.release(connection)
    }
    const all = [take('b'), ...Array.from({ length: 20 }, () => take('a'))]
    pool.release(held)
    await Promise.all(all)
    expect(order.indexOf('b')).toBe(8)
  })

  test('serves requests before background work, but does not starve background work', async () => {
    const { pool } = poolOf(1)
    const held = await pool.acquire(scope('a'))
    const order: string[] = []
    const take = async (name: string): Promise<void> => {
      const connection = await pool.acquire(scope('a'))
      order.push(name)
      pool.release(connection)
    }
    const background = inBackground(() => [take('background'), take('background')])
    const all = [...background, ...Array.from({ length: 30 }, () => take('request'))]
    pool.release(held)
    await Promise.all(all)
    expect(order.indexOf('background')).toBe(10)
    expect(order.lastIndexOf('background')).toBe(21)
  })

  test('gives background work only its share, even while connections are free', async () => {
    const { pool } = poolOf(3, 1_000, { maxInBackground: 1 })
    const order: string[] = []
    const inTheBackground = <T>(name: string, use: Promise<T>): Promise<T> =>
      use.then((given) => {
        order.push(name)
        return given
      })
    const first = await inBackground(() => pool.acquire(scope('a')))
    const second = inBackground(() => inTheBackground('transaction', pool.acquire(scope('a'))))
    const third = inBackground(() => inTheBackground('statement', pool.lease(scope('a'))))
    const last = inBackground(() => inTheBackground('last', pool.acquire(scope('a'))))
    // Requests get the remaining connections at once.
    pool.release(await pool.acquire(scope('b')))
    expect(order).toEqual([])
    pool.release(first)
    pool.release(await second)
    const { sent, answered } = await third
    sent?.()
    await Promise.resolve()
    // The connection is free again while the statement is still under way.
    expect(order).toEqual(['transaction', 'statement'])
    answered?.()
    pool.release(await last)
    expect(order).toEqual(['transaction', 'statement', 'last'])
    await pool.close()
  })

  test('refuses with 503 a request that waits too long, and every request after it is closed', async () => {
    const { pool } = poolOf(1, 20)
    const held = await pool.acquire(scope('a'))
    await expect(pool.acquire(scope('b'))).rejects.toMatchObject({ status: 503, code: 'database_unavailable' })
    const closing = pool.close()
    await expect(pool.acquire(scope('a'))).rejects.toMatchObject({ code: 'database_unavailable' })
    pool.release(held)
    await closing
  })
})

const migrations: readonly Migration[] = [{ id: 'gardens/0001-schema', statements: domainSchema('gardens') }]

describe('the login of the server on PostgreSQL', () => {
  let kit: TestDatabase
  beforeAll(async () => {
    kit = await createTestDatabase({ engine: 'postgres', migrations, poolSize: 3 })
  })
  afterAll(() => kit.close())
  const db = () => kit.database.reader({ domain: 'gardens', organizationId: newId() })

  test('is not a superuser and has no rights before it switches to a domain role', async () => {
    const { rows } = await sql<{ session_user: string; current_user: string; super: boolean }>`
      select session_user, current_user, (select rolsuper from pg_roles where rolname = session_user) as super`.execute(
      db(),
    )
    expect(rows).toEqual([{ session_user: 'visitkit_app', current_user: 'visitkit_gardens', super: false }])
    await expect(sql`set role postgres`.execute(db())).rejects.toMatchObject({ code: '42501' })
  })

  test('recovers after the server ended its connections, and refuses the statement under way with 503', async () => {
    const reader = db()
    // The handler is attached at once: on a busy machine the rejection may come before the next lines run.
    const refused = expect(sql`select pg_sleep(20)`.execute(reader)).rejects.toMatchObject({
      status: 503,
      code: 'database_unavailable',
      headers: { 'Retry-After': '2' },
    })
    const underWay = async (): Promise<number> => {
      const { rows } = await sql<{ n: number }>`
        select count(*)::integer as n from pg_stat_activity
        where datname = current_database() and state = 'active' and wait_event = 'PgSleep'`.execute(
        kit.database.owner(),
      )
      return rows[0]?.n ?? 0
    }
    await expect.poll(underWay, { timeout: 10_000 }).toBe(1)
    const ended = await sql<{ n: number }>`
      select count(pg_terminate_backend(pid))::integer as n from pg_stat_activity
      where datname = current_database() and usename = 'visitkit_app'`.execute(kit.database.owner())
    expect(ended.rows[0]?.n).toBeGreaterThan(0)
    await refused
    await expect
      .poll(() =>
        sql`select 1 as one`.execute(reader).then(
          ({ rows }) => rows,
          () => null,
        ),
      )
      .toEqual([{ one: 1 }])
    await kit.database.ping()
  })

  test('is refused if it is a superuser, to whom row security does not apply', async () => {
    await expect(openDatabase({ url: kit.url, appUrl: kit.url })).rejects.toThrow('superuser')
  })

  test.each(['postgres:///visitkit?host=/run/sockets', 'postgres://owner@db.hospital.example/visitkit'])(
    'is not given a guessable password: %s has none to derive it from',
    async (url) => {
      await expect(openDatabase({ url })).rejects.toThrow('VISITKIT_DATABASE_APP_URL')
    },
  )

  test('serves without the owner if the database is migrated elsewhere', async () => {
    const [{ password }] = [new URL(kit.url)]
    const derived = new URL(kit.url)
    derived.username = 'visitkit_app'
    derived.password = createHmac('sha256', password).update('visitkit login visitkit_app').digest('hex')
    const served = await openDatabase({ url: derived.href, poolSize: 1 })
    const { rows } = await sql`select 1 as one`.execute(served.reader({ domain: 'gardens', organizationId: newId() }))
    expect(rows).toEqual([{ one: 1 }])
    await served.close()
  })

  test('reports a parameter that cannot be sent, without its value, and continues', async () => {
    const circular: Record<string, unknown> = { name: 'Jane Roe-Fictional' }
    circular['self'] = circular
    const refused = await sql`select ${circular}::jsonb`.execute(db()).catch((error: unknown) => error)
    expect(String((refused as Error).stack)).toContain('A parameter could not be sent')
    expect(String((refused as Error).stack)).not.toContain('Jane')
    await kit.database.ping()
  })

  test('reports to the operator that the database cannot be reached', async () => {
    const url = new URL(inject('postgresUrl'))
    url.port = '1'
    await expect(openDatabase({ url: url.href })).rejects.toMatchObject({
      code: 'database_unavailable',
      reason: 'ECONNREFUSED',
    })
    await expect(openDatabase({ url: 'mysql://secret@host' })).rejects.toThrow('not with mysql:')
  })

  test('keeps a transaction on one connection while others run concurrently', async () => {
    const organizations = [newId(), newId(), newId(), newId(), newId()]
    const seen = await Promise.all(
      organizations.map((organizationId) =>
        kit.database.transact({ domain: 'gardens', organizationId }, async (tx) => {
          const backends: unknown[] = []
          for (let turn = 0; turn < 5; turn += 1) {
            const { rows } = await sql<{ pid: number; organization: string }>`
              select pg_backend_pid() as pid, current_setting('app.organization') as organization`.execute(tx)
            backends.push(rows[0])
          }
          return backends
        }),
      ),
    )
    seen.forEach((backends, index) => {
      expect(new Set(backends.map((each) => JSON.stringify(each))).size).toBe(1)
      expect(backends[0]).toMatchObject({ organization: organizations[index] })
    })
  })
})
