import { setTimeout as wait } from 'node:timers/promises'
import { times, verdictOf, type Finding, type GoalRun, type MeasureGoal } from '../goal.ts'
import { openConnections, requestBytes, type HttpConnection } from '../http-client.ts'
import { bookForEachPatient, startHospital, type Hospital } from '../hospital.ts'
import { sendAtRate } from '../open-loop.ts'

const people = 40
/** So small that the generator can fill it. Lists may fill 60 % of it. */
const maxInFlight = 64
const placesOfLists = Math.ceil(maxInFlight * 0.6)
/** As many as are admitted, with room for the requests of visits. */
const peakClients = placesOfLists - 4
/** A client that is refused waits: less than `Retry-After` says, as an impatient one does. */
const impatienceMs = 200

/** Twice as many lists as there are places for, with the requests of running visits among them. */
export const measure: MeasureGoal = async (run) => {
  const hospital = await startHospital({ practitioners: people, patients: people, maxInFlight })
  try {
    await bookForEachPatient(hospital)
    return await measureOverload(run, hospital)
  } finally {
    await hospital.stop()
  }
}

interface Goodput {
  readonly perSecond: number
  readonly refused: number
  readonly failed: number
}

/** Each client asks again as soon as it is answered. */
const readLists = async (
  hospital: Hospital,
  connections: readonly HttpConnection[],
  until: () => boolean,
): Promise<Goodput> => {
  const requests = hospital.patients.map(({ id, token }) =>
    requestBytes({ method: 'GET', path: `/v1/appointments?patientId=${id}`, token }),
  )
  const counts = { good: 0, refused: 0, failed: 0 }
  const startedAt = performance.now()
  await Promise.all(
    connections.map(async (connection, at) => {
      for (let turn = at; !until(); turn++) {
        const { status } = await connection.send(requests[turn % requests.length] as Uint8Array)
        if (status === 200) counts.good++
        else if (status === 503) {
          counts.refused++
          await wait(impatienceMs)
        } else counts.failed++
      }
    }),
  )
  return { ...counts, perSecond: (counts.good / (performance.now() - startedAt)) * 1_000 }
}

const measureOverload = async (run: GoalRun, hospital: Hospital): Promise<Finding[]> => {
  const seconds = run.quick ? 2 : 10
  const rounds = run.quick ? 2 : 5
  const clients = await openConnections(hospital.url, 2 * placesOfLists)
  const visiting = await openConnections(hospital.url, 16)
  const ofVisits = hospital.practitioners.flatMap(({ id, token }) => [
    requestBytes({ method: 'GET', path: `/v1/practitioners/${id}/queue`, token }),
    requestBytes({ method: 'GET', path: '/v1/session', token }),
  ])
  const load = async (connections: readonly HttpConnection[]) => {
    let isOver = false
    const until = (): boolean => isOver
    const lists = readLists(hospital, connections, until)
    const visits = sendAtRate({
      connections: visiting,
      requestOf: (turn) => ofVisits[turn % ofVisits.length] as Uint8Array,
      perSecond: 40,
      until,
    })
    await wait(seconds * 1_000)
    isOver = true
    return { lists: await lists, visits: await visits }
  }
  const peaks: number[] = []
  const overloads: number[] = []
  let refused = 0
  let failed = 0
  const statuses: Record<string, number> = {}
  try {
    await load(clients.slice(0, placesOfLists))
    for (let round = 0; round < rounds; round++) {
      peaks.push((await load(clients.slice(0, peakClients))).lists.perSecond)
      const { lists, visits } = await load(clients)
      overloads.push(lists.perSecond)
      refused += lists.refused
      failed += lists.failed
      for (const [status, count] of Object.entries(visits.statuses)) statuses[status] = (statuses[status] ?? 0) + count
    }
  } finally {
    for (const connection of [...clients, ...visiting]) connection.close()
  }
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  const ratio = mean(overloads) / mean(peaks)
  const errors = Object.entries(statuses).filter(([status]) => status !== '200')
  run.log(`${times(ratio)}, ${refused} refused, running visits ${JSON.stringify(statuses)}`)
  const how = `${2 * placesOfLists} clients read lists without a pause from a server that admits ${placesOfLists} of them (\`VISITKIT_MAX_IN_FLIGHT=${maxInFlight}\`), and ask again ${impatienceMs} ms after a refusal; the peak is with ${peakClients} clients. In between, 40 requests a second of running visits (queue, session). ${rounds} rounds of ${seconds} s each, in turn.`
  return [
    {
      goal: '25a',
      what: '2x overload: lists answered, against the peak',
      gate: '0.90x',
      stretch: '-',
      measured: `${times(ratio)} (${Math.round(mean(overloads))} of ${Math.round(mean(peaks))} a second; ${refused} refused with 503, ${failed} other)`,
      verdict: failed > 0 ? 'missed' : verdictOf(ratio, { gate: 0.9, is: 'at least' }),
      how,
    },
    {
      goal: '25b',
      what: '2x overload: errors of running visits',
      gate: '0',
      stretch: '-',
      measured: `${errors.reduce((sum, [, count]) => sum + count, 0)} of ${Object.values(statuses).reduce((sum, count) => sum + count, 0)}`,
      verdict: errors.length === 0 && refused > 0 ? 'met' : 'missed',
      how,
    },
  ]
}
