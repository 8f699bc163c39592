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

/**
 * The whole server on a separate PostgreSQL, in separate processes. A given PostgreSQL gets a new database, and its owner stops it.
 * `benchFolder`: the bench of another version of the repository.
 */
export const startHospital = async (
  options: Omit<HospitalOptions, 'database'>,
  given?: BenchPostgres,
  benchFolder?: string,
): Promise<Hospital> => {
  const postgres = given ?? (await startBenchPostgres())
  const stopPostgres = async (): Promise<void> => {
    if (!given) await postgres.stop()
  }
  try {
    const database = given ? await given.createDatabase() : postgres.url
    const server = await startBenchProcess<HospitalReady>(
      'hospital',
      { ...options, database },
      benchFolder === undefined ? {} : { benchFolder },
    )
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

const slotMs = 30 * 60_000

/** Books through the API, each time once, from two days from now on. `skipped`: times of each practitioner that are booked already. */
export const bookingsAt = (hospital: HospitalReady, skipped = 0) => {
  const firstStart = (Math.ceil(Date.now() / slotMs) + skipped) * slotMs + 2 * 86_400_000
  let booked = 0
  /** The next patient with the next practitioner. */
  return async (connection: HttpConnection): Promise<void> => {
    const turn = booked++
    const practitioner = hospital.practitioners[turn % hospital.practitioners.length]
    const patient = hospital.patients[turn % hospital.patients.length]
    const post = async (path: string, body: object): Promise<{ id: string }> => {
      const headers = { 'Idempotency-Key': crypto.randomUUID() }
      const token = patient?.token ?? ''
      const { status, body: bytes } = await connection.send(
        requestBytes({ method: 'POST', path, token, body, headers }),
      )
      if (status !== 201) throw new Error(`${path} responded with ${status}: ${bytes.toString().slice(0, 300)}`)
      return JSON.parse(bytes.toString()) as { id: string }
    }
    const hold = await post('/v1/holds', {
      visitTypeId: hospital.visitTypeId,
      start: new Date(firstStart + Math.floor(turn / hospital.practitioners.length) * slotMs)
        .toISOString()
        .replace('.000', ''),
      practitionerId: practitioner?.id,
      patientId: patient?.id,
    })
    await post('/v1/appointments', { holdId: hold.id, patientId: patient?.id })
  }
}

/** Each patient gets an appointment, in turn with each practitioner, who may then read the chart. */
export const bookForEachPatient = async (hospital: HospitalReady): Promise<void> => {
  const connections = await openConnections(hospital.url, 1)
  const book = bookingsAt(hospital)
  for (const _ of hospital.patients) await book(connections[0] as HttpConnection)
  for (const connection of connections) connection.close()
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

/** The hospital of the goals about audited reads. */
export const hospitalOfReads = { practitioners: 2, patients: 200, visitType: 'primary-care-follow-up' } as const

/** A candidate that reads the demographics of its patients, by its two practitioners in turn. */
export const readsOfPatients = (
  { patients, practitioners }: HospitalReady,
  url: string,
  concurrency: number,
): ReturnType<typeof readsFrom> =>
  readsFrom(url, concurrency, (turn) => ({
    path: `/v1/patients/${patients[turn % patients.length]?.id}`,
    token: practitioners[turn % 2]?.token ?? '',
  }))
