import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { ConnectionPool } from '../connection-pool.ts'
import { millis, verdictOf, type MeasureGoal } from '../goal.ts'
import { startHospital, type Hospital } from '../hospital.ts'
import { createPersonClient, type PersonClient } from '../person-client.ts'
import type { HospitalPerson } from '../servers/hospital-people.ts'
import { median, quantile } from '../statistics.ts'
import { comeToVisit } from '../visit-pipeline.ts'

/** As in the waiting room of the elements. Milliseconds. */
const pollIntervalMs = 20_000
const admittedPerSecond = 10
/** People who get ready at the same time. */
const gettingReady = 40

interface Waiting {
  readonly patient: HospitalPerson
  readonly practitioner: HospitalPerson
  readonly visitId: string
  readonly socket: WebSocket
  readonly poll: ReturnType<typeof setInterval>
  /** Called when their page knows that they are admitted. */
  admitted: () => void
}

/** From the press of "Admit" to the patient's page, while a thousand patients wait, each with an open waiting room. */
export const measure: MeasureGoal = async (run) => {
  const count = run.quick ? 20 : 1_000
  const hospital = await startHospital({ practitioners: count, patients: count })
  const pool = new ConnectionPool(hospital.url)
  const client = createPersonClient(pool)
  const waiting: Waiting[] = []
  try {
    run.log(`${count} patients get ready`)
    const places = hospital.patients.map((patient, index) => ({ patient, practitioner: hospital.practitioners[index] }))
    await Promise.all(
      Array.from({ length: gettingReady }, async () => {
        for (let next = places.pop(); next?.practitioner; next = places.pop())
          waiting.push(await openWaitingRoom(hospital, client, { ...next, practitioner: next.practitioner }))
      }),
    )
    run.log(`${waiting.length} wait`)
    await hospital.settle()
    // The first of each kind of request compiles the server's code.
    const warm = waiting.splice(0, Math.ceil(count / 5))
    await admitAll(client, warm)
    const sorted = (await admitAll(client, waiting)).toSorted((a, b) => a - b)
    const last = quantile(sorted, 0.99)
    return [
      {
        goal: '28',
        what: `From "Admit" to the patient's page, 99th percentile, ${count} waiting rooms open`,
        gate: '<= 250 ms',
        stretch: '100 ms',
        measured: `${millis(last)} (median ${millis(median(sorted))}, slowest ${millis(sorted.at(-1) ?? Number.NaN)}, ${sorted.length} admissions)`,
        verdict: verdictOf(last, { gate: 250, stretch: 100, is: 'at most' }),
        how: `The real server with PostgreSQL, one process, on the machine that also sends the requests. Each patient has a session, an open socket, and reads the place in line every ${pollIntervalMs / 1_000} s and at each message about it, as the waiting room of the elements does. ${admittedPerSecond} are admitted each second, whatever the server's speed. Measured from the request of the clinician to the response with which the patient's page shows "Join the visit". What the browser takes to draw it is not included.`,
      },
    ]
  } finally {
    for (const { socket, poll } of waiting) {
      clearInterval(poll)
      socket.terminate()
    }
    pool.close()
    await hospital.stop()
  }
}

const openWaitingRoom = async (
  hospital: Hospital,
  client: PersonClient,
  { patient, practitioner }: Pick<Waiting, 'patient' | 'practitioner'>,
): Promise<Waiting> => {
  const { visitId } = await comeToVisit(client, { visitTypeId: hospital.visitTypeId, patient, practitioner })
  const { ticket } = await client.call(patient, 'createLiveTicket')
  const socket = new WebSocket(`${hospital.url.replace('http', 'ws')}/v1/live`, ['visitkit.v1', `ticket.${ticket}`], {
    perMessageDeflate: false,
  })
  let isReading = false
  let isStale = false
  const read = async (): Promise<void> => {
    isStale = isReading
    if (isReading) return
    isReading = true
    const { status } = await client.now(patient, 'getQueuePosition', { path: { visitId } })
    isReading = false
    if (status !== 'waiting') room.admitted()
    else if (isStale) await read()
  }
  const room: Waiting = {
    ...{ patient, practitioner, visitId, socket },
    poll: setInterval(() => void read(), pollIntervalMs),
    admitted: () => undefined,
  }
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject)
    socket.on('message', (data: Buffer) => {
      const text = data.toString()
      if (text.includes('"ready"')) resolve()
      if (/"(visit|queue|seat)\.changed"/.test(text)) void read()
    })
  })
  return room
}

/** Admits them one after the other at a fixed rate. Resolves with the milliseconds of each, until its page knows. */
const admitAll = async (client: PersonClient, rooms: readonly Waiting[]): Promise<readonly number[]> => {
  const began = performance.now()
  return Promise.all(
    rooms.map(async (room, index) => {
      const due = (index / admittedPerSecond) * 1_000
      await wait(Math.max(0, due - (performance.now() - began)))
      const startedAt = performance.now()
      const known = new Promise<number>((resolve) => {
        room.admitted = () => resolve(performance.now() - startedAt)
      })
      await client.now(room.practitioner, 'admitPatient', { path: { visitId: room.visitId } })
      const took = await known
      clearInterval(room.poll)
      room.socket.terminate()
      return took
    }),
  )
}
