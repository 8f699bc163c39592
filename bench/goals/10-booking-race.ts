import pg from 'pg'
import { millis, times, verdictOf, worstOf, type MeasureGoal } from '../goal.ts'
import { startHospital, type Hospital } from '../hospital.ts'
import { openConnections, requestBytes, type HttpConnection } from '../http-client.ts'
import { median, quantile } from '../statistics.ts'

const bookers = 200
const stepMs = 15 * 60_000
const blockedMs = 20 * 60_000

interface Race {
  readonly attemptsPerSecond: number
  readonly refusalP99: number
  readonly won: number
}
/** True when the attempt got the slot. */
type Attempt = (booker: number, start: number) => Promise<boolean>

/** All bookers try at the same time, repeatedly, for random starts of one practitioner's day; neighboring starts overlap. */
const race = async (attempts: number, day: number, attempt: Attempt): Promise<Race> => {
  const refusals: number[] = []
  let won = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: bookers }, async (_, booker) => {
      for (let turn = 0; turn < attempts; turn++) {
        const start = day + ((booker * 7 + turn * 31) % 96) * stepMs
        const asked = performance.now()
        if (await attempt(booker, start)) won += 1
        else refusals.push(performance.now() - asked)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1_000
  return {
    attemptsPerSecond: (attempts * bookers) / seconds,
    refusalP99: quantile(
      refusals.toSorted((a, b) => a - b),
      0.99,
    ),
    won,
  }
}

/** Two hundred people request the same practitioner's slots at the same moment. */
export const measure: MeasureGoal = async (run) => {
  const repeats = run.quick ? 1 : 5
  const attempts = run.quick ? 3 : 5
  const hospital = await startHospital({
    practitioners: repeats + 1,
    patients: bookers * (repeats + 1),
    visitType: 'urgent-care-visit',
  })
  const statements = await openStatements(hospital.postgres.url)
  const connections = await openConnections(hospital.url, bookers)
  const day = Math.ceil((Date.now() + 3_600_000) / stepMs) * stepMs
  try {
    const ours: Race[] = []
    const plain: Race[] = []
    const bare: Race[] = []
    // The first round of each warms up.
    for (let round = 0; round <= repeats; round++) {
      run.log(`round ${round} of ${repeats}`)
      ours.push(await race(attempts, day, viaApi(hospital, connections, round)))
      plain.push(
        await race(
          attempts,
          day,
          statements.attempt('insert into bench.busy (practitioner, during) values ($1, tstzrange($2, $3))', round * 2),
        ),
      )
      bare.push(
        await race(
          attempts,
          day,
          statements.attempt(
            'insert into bench.busy (practitioner, during) values ($1, tstzrange($2, $3)) on conflict do nothing',
            round * 2 + 1,
          ),
        ),
      )
    }
    const { rows } = await statements.pool.query<{ doubles: number; booked: number }>(`
      select (select count(*)::integer from scheduling.busy a join scheduling.busy b
        on a.practitioner_id = b.practitioner_id and a.id < b.id and a.during && b.during where a.active and b.active) as doubles,
        (select count(*)::integer from scheduling.appointments where status = 'booked') as booked`)
    const { doubles = -1, booked = -1 } = rows[0] ?? {}
    const won = ours.reduce((sum, each) => sum + each.won, 0)
    if (booked !== won)
      throw new Error(`${won} people received a confirmation of an appointment, and ${booked} have one`)
    const rate = (races: readonly Race[]): number =>
      median(races.slice(1).map(({ attemptsPerSecond }) => attemptsPerSecond))
    const refusal = median(ours.slice(1).map(({ refusalP99 }) => refusalP99))
    const [ratio, againstBare] = [rate(ours) / rate(plain), rate(ours) / rate(bare)]
    return [
      {
        goal: '10',
        what: 'Booking race of 200: attempts through the API against a plain insert on the exclusion constraint',
        gate: '0 double bookings; >= 20x; refusals p99 <= 100 ms',
        stretch: '>= 0.9x of a bare insert with ON CONFLICT',
        measured: `${doubles} double bookings of ${won}; ${times(ratio)} (${Math.round(rate(ours))}/s against ${Math.round(rate(plain))}/s); refusals p99 ${millis(refusal)}; ${times(againstBare)} of the bare insert (${Math.round(rate(bare))}/s)`,
        verdict: worstOf([
          verdictOf(doubles, { gate: 0, stretch: 0, is: 'at most' }),
          verdictOf(ratio, { gate: 20, stretch: 20, is: 'at least' }),
          verdictOf(refusal, { gate: 100, stretch: 100, is: 'at most' }),
          verdictOf(againstBare, { gate: 0, stretch: 0.9, is: 'at least' }),
        ]),
        known:
          'A refusal through the API is a complete request: token, patient record decrypted, a check whether the calendar has changed, a refusal stored in the ledger; 0.6 to 1 ms CPU of server and database, so that 200 patients in a closed loop wait longer than 100 ms. The bare statement does none of that.',
        how: `200 patients with their own sessions, ${attempts} attempts each at half-overlapping starts of one practitioner's day, a new practitioner each round. An attempt of ours is a hold and, when it is granted, the booking: token, permission, audit, events and the response included. The other sides are one SQL statement each on 50 connections, nothing else. Rates are wall-clock, because a plain insert mostly waits. Double bookings are counted by SQL, and every person with a confirmed appointment has one.`,
      },
    ]
  } finally {
    connections.forEach((connection) => connection.close())
    await statements.pool.end()
    await hospital.stop()
  }
}

const viaApi =
  (hospital: Hospital, connections: readonly HttpConnection[], round: number): Attempt =>
  async (booker, start) => {
    const { id: patientId, token } = hospital.patients[round * bookers + booker] ?? { id: '', token: '' }
    const connection = connections[booker] as HttpConnection
    const post = async (path: string, body: object) => {
      const headers = { 'Idempotency-Key': crypto.randomUUID() }
      const answer = await connection.send(requestBytes({ method: 'POST', path, token, body, headers }))
      return { status: answer.status, body: JSON.parse(answer.body.toString()) as { id: string; code?: string } }
    }
    const practitionerId = hospital.practitioners[round]?.id
    const held = await post('/v1/holds', {
      visitTypeId: hospital.visitTypeId,
      start: new Date(start).toISOString().replace('.000', ''),
      practitionerId,
      patientId,
    })
    if (held.status === 409 && held.body.code === 'slot_taken') return false
    if (held.status !== 201) throw new Error(`a hold was answered with ${held.status} ${held.body.code}`)
    const booked = await post('/v1/appointments', { holdId: held.body.id, patientId })
    if (booked.status !== 201) throw new Error(`a booking was answered with ${booked.status} ${booked.body.code}`)
    return true
  }

const openStatements = async (url: string) => {
  const pool = new pg.Pool({ connectionString: url, max: 50 })
  await pool.query('create schema bench')
  await pool.query(
    'create table bench.busy (id bigint generated always as identity primary key, practitioner uuid not null, during tstzrange not null, exclude using gist (practitioner with =, during with &&))',
  )
  return {
    pool,
    attempt: (text: string, practitioner: number): Attempt => {
      const id = `00000000-0000-4000-8000-${String(practitioner).padStart(12, '0')}`
      return async (_, start) => {
        try {
          const { rowCount } = await pool.query({
            name: text.length > 90 ? 'bare' : 'plain',
            text,
            values: [id, new Date(start), new Date(start + blockedMs)],
          })
          return rowCount === 1
        } catch (error) {
          // The slot is taken, or this was the victim of a deadlock.
          const { code } = error as { code?: string }
          if (code === '23P01' || code === '40P01') return false
          throw error
        }
      }
    },
  }
}
