import { setTimeout as wait } from 'node:timers/promises'
import { millis, times, verdictOf, type Finding, type GoalRun, type MeasureGoal } from '../goal.ts'
import { openConnections, requestBytes } from '../http-client.ts'
import { startLoadTest, type LoadTest } from '../load-test.ts'
import { sendAtRate, type Answers } from '../open-loop.ts'
import { startBenchPostgres } from '../postgres.ts'
import { quantile } from '../statistics.ts'

/** People who have had a visit, and so have documents. */
const withHistory = 8
/** Others, whose requests are measured. */
const others = 20
const othersPerSecond = 80
const gate = 3
const stretch = 1.5

/** What one person asks for: more than their limit admits, at once and then without a pause. */
interface Attack {
  readonly what: string
  readonly burst: number
  readonly perSecond: number
  readonly requests: readonly Uint8Array[]
}

/** One person asks for as much as their limits admit, and more; the requests of others are compared with those without that person. */
export const measure: MeasureGoal = async (run) => {
  const postgres = await startBenchPostgres()
  const loadTest = await startLoadTest({
    database: postgres.url,
    databaseProcess: postgres.processId,
    visits: withHistory + others,
    limitsRates: true,
  }).catch(async (error: unknown) => {
    await postgres.stop()
    throw error
  })
  try {
    const visitIds: string[] = []
    for (let count = 0; count < withHistory; count++) {
      const { visits, failures } = await loadTest.load(1, 1)
      if (failures.length > 0) throw new Error(failures[0])
      visitIds.push(visits[0]?.visitId ?? '')
    }
    await loadTest.server.call('settle')
    return await measureAttacks(run, loadTest, attacksOf(loadTest, visitIds))
  } finally {
    await loadTest.stop()
    await postgres.stop()
  }
}

const attacksOf = ({ server }: LoadTest, visitIds: readonly string[]): readonly Attack[] => {
  const { patients, visitTypeId } = server.ready
  const get = (person: number, path: string): Uint8Array =>
    // As a browser asks. Without it the generator would read megabytes, and measure itself.
    requestBytes({
      method: 'GET',
      path,
      token: patients[person]?.token ?? '',
      headers: { 'Accept-Encoding': 'gzip' },
    })
  const list = (name: string): Uint8Array => get(0, `/v1/patients/${patients[0]?.id}/${name}?limit=50`)
  const from = new Date(Date.now() + 86_400_000).toISOString()
  const to = new Date(Date.now() + 8 * 86_400_000).toISOString()
  const search = new URLSearchParams({ visitTypeId, from, to, patientId: patients[0]?.id ?? '' })
  return [
    {
      what: 'their summary as a PDF, 140 at once and then 20 a second',
      burst: 140,
      perSecond: 20,
      requests: [get(0, `/v1/visits/${visitIds[0]}/summary/pdf`)],
    },
    {
      // Nothing of it was made before, so all of it is work for the threads.
      what: 'as a PDF, eight people at once, each the summary and the superbill of their visit for the first time',
      burst: 2 * (withHistory - 1),
      perSecond: 0.001,
      requests: visitIds
        .map((visitId, person) => [person, visitId] as const)
        .slice(1)
        .flatMap(([person, id]) => [
          get(person, `/v1/visits/${id}/summary/pdf`),
          get(person, `/v1/visits/${id}/superbill`),
        ]),
    },
    {
      what: 'lists of their record, 140 at once and then 20 a second',
      burst: 140,
      perSecond: 20,
      requests: ['accesses', 'statement', 'prescriptions', 'lab-orders', 'summaries'].map(list),
    },
    {
      what: 'a search for times in a week, 100 at once and then 12 a second',
      burst: 100,
      perSecond: 12,
      requests: [get(0, `/v1/slots?${search}`)],
    },
  ]
}

const measureAttacks = async (run: GoalRun, { server }: LoadTest, attacks: readonly Attack[]): Promise<Finding[]> => {
  const seconds = run.quick ? 3 : 15
  const people = server.ready.patients.slice(-others)
  const own = people.map(({ token }) => requestBytes({ method: 'GET', path: '/v1/me', token }))
  const probes = await openConnections(server.ready.url, others)
  const during = async (attack: Attack | null): Promise<{ others: Answers; attacker: Answers | null }> => {
    // Opened now: the server closes a connection that is idle for the time of a measurement.
    const attackers = attack === null ? [] : await openConnections(server.ready.url, 64)
    let isOver = false
    const until = (): boolean => isOver
    const probing = sendAtRate({
      connections: probes,
      requestOf: (turn) => own[turn % own.length] as Uint8Array,
      perSecond: othersPerSecond,
      until,
    })
    const attacking =
      attack === null
        ? null
        : sendAtRate({
            connections: attackers,
            requestOf: (turn) => attack.requests[turn % attack.requests.length] as Uint8Array,
            perSecond: attack.perSecond,
            burst: attack.burst,
            until,
          })
    await wait(seconds * 1_000)
    isOver = true
    const answers = { others: await probing, attacker: await attacking }
    for (const connection of attackers) connection.close()
    return answers
  }
  const p99 = ({ sorted }: Answers): number => quantile(sorted, 0.99)
  const findings: Finding[] = []
  try {
    await during(null)
    for (const attack of attacks) {
      // Before and after, so that other work on the machine shows.
      const before = await during(null)
      const attacked = await during(attack)
      await wait(1_000)
      const after = await during(null)
      const idle = (p99(before.others) + p99(after.others)) / 2
      const ratio = p99(attacked.others) / idle
      const answered = Object.entries(attacked.attacker?.statuses ?? {}).map(
        ([status, count]) => `${count} x ${status}`,
      )
      if (!attacked.attacker?.statuses[200]) throw new Error(`Nothing was answered of ${attack.what}.`)
      const refused = Object.entries(attacked.others.statuses).filter(([status]) => status !== '200')
      run.log(`${attack.what}: ${times(ratio)}; ${answered.join(', ')}`)
      findings.push({
        goal: '24',
        what: `One person asks for ${attack.what}: p99 of others, against idle`,
        gate: `${times(gate)} and 200 ms`,
        stretch: times(stretch),
        measured: `${times(ratio)} (${millis(p99(attacked.others))}, idle ${millis(p99(before.others))} and ${millis(p99(after.others))}); that person: ${answered.join(', ')}${refused.length > 0 ? `; others refused: ${JSON.stringify(refused)}` : ''}`,
        verdict:
          refused.length > 0 || p99(attacked.others) > 200
            ? 'missed'
            : verdictOf(ratio, { gate, stretch, is: 'at most' }),
        how: `The whole server on PostgreSQL with the limits that ship. ${others} other people read \`/v1/me\`, ${othersPerSecond} a second together, at a fixed rate, ${seconds} s before, during and after. Latency counts from the time at which a request was to be sent. The generator shares the machine, and so do the threads that make documents.`,
      })
    }
    return findings
  } finally {
    for (const connection of probes) connection.close()
  }
}
