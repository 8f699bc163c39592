import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Server } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openPostgres } from './open-postgres.ts'

const ready = Buffer.from('Z\0\0\0\u0005I', 'latin1')

let relay: Server
let url: string
let operator: pg.Client
/** While set: a connection that became ready is ended before its client reads that it is ready. */
let endsReady = false

/** Passes bytes on to the PostgreSQL of the tests, in both directions. */
const startRelay = async (): Promise<Server> => {
  const target = new URL(inject('postgresUrl'))
  const server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    let held: Buffer | undefined
    for (const socket of [client, upstream]) socket.on('error', () => undefined)
    client.pipe(upstream)
    upstream.on('data', (bytes: Buffer) => {
      const all = held ? Buffer.concat([held, bytes]) : bytes
      held = undefined
      if (!endsReady || !all.subarray(-ready.length).equals(ready)) return void client.write(all)
      held = all
      void operator.query(`select pg_terminate_backend(pid) from pg_stat_activity where client_port = $1`, [
        upstream.localPort,
      ])
    })
    upstream.on('end', () => client.end())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}

beforeAll(async () => {
  operator = new pg.Client({ connectionString: inject('postgresUrl') })
  await operator.connect()
  relay = await startRelay()
  const through = new URL(inject('postgresUrl'))
  through.port = String((relay.address() as AddressInfo).port)
  url = through.href
})
afterAll(async () => {
  relay.close()
  await operator.end()
})

test('a connection that the server ends as it becomes ready is refused, and the process goes on', async () => {
  const engine = await openPostgres({ url, appUrl: undefined, statementTimeout: 5_000 })
  endsReady = true
  await expect(engine.connect(() => undefined)).rejects.toMatchObject({ status: 503, code: 'database_unavailable' })
  endsReady = false
  const connection = await engine.connect(() => undefined)
  expect((await connection.execute('select 1 as one')).rows).toEqual([{ one: 1 }])
  await connection.end()
})
