import { startBenchProcess, type BenchProcess } from './bench-process.ts'
import { openConnections, requestBytes, type HttpConnection } from './http-client.ts'
import { startBenchPostgres, type BenchPostgres } from './postgres.ts'
import type { HospitalOptions, HospitalReady } from './servers/hospital.ts'

export type { HospitalReady } from './servers/hospital.ts'

export interface Hospital extends HospitalReady {
  readonly process: BenchProcess<HospitalReady>
  readonly postgres: BenchPostgres
  /** The server and the database, whose CPU counts. */
  readonly processes: () => readonly number[]
  settle(): Promise<unknown>
  stop(): Promise<void>
}

/** The whole server on a separate PostgreSQL, in separate processes. A given PostgreSQL gets a new database, and its owner stops it. */
export const startHospital = async (
  options: Omit<HospitalOptions, 'database'>,
  given?: BenchPostgres,
): Promise<Hospital> => {
  const postgres = given ?? (await startBenchPostgres())
  const stopPostgres = async (): Promise<void> => {
    if (!given) await postgres.stop()
  }
  try {
    const server = await startBenchProcess<HospitalReady>('hospital', {
      ...options,
      database: given ? await given.createDatabase() : postgres.url,
    })
    return {
      ...server.ready,
      process: server,
      postgres,
      processes: () => [server.processId, postgres.processId],
      settle: () => server.call('settle'),
      stop: async () => {
        await server.stop()
        await stopPostgres()
      },
    }
  } catch (error) {
    await stopPostgres()
    throw error
  }
}

/** A candidate that sends GETs over one connection per loop, with the next path each time, and requires 200. */
export const readsFrom = async (
  url: string,
  concurrency: number,
  requestOf: (turn: number) => { path: string; token: string },
) => {
  const connections = await openConnections(url, concurrency)
  const made = Array.from({ length: 400 }, (_, turn) => requestBytes({ method: 'GET', ...requestOf(turn) }))
  let turn = 0
  return {
    run: async (worker: number): Promise<void> => {
      const connection = connections[worker] as HttpConnection
      const answer = await connection.send(made[turn++ % made.length] as Buffer)
      if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${answer.body.toString().slice(0, 300)}`)
    },
    close: () => connections.forEach((connection) => connection.close()),
  }
}
