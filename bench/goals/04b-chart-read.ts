import { micros, rounds, times, verdictOf, type Finding, type MeasureGoal } from '../goal.ts'
import { compare, cpuRatio } from '../harness.ts'
import { bookForEachPatient, startHospital } from '../hospital.ts'
import { openConnections, requestBytes, type HttpConnection } from '../http-client.ts'

const levels = [
  { concurrency: 32, gate: 1, stretch: 1.5 },
  { concurrency: 128, gate: 1.25, stretch: 1.5 },
]

/** Enough that the lists of one person rarely wait for their turn. */
const practitioners = 20

/** What the element `visit-chart` reads first. */
const chartOf = (id: string): readonly string[] => [
  `/v1/patients/${id}`,
  `/v1/alerts?patientId=${id}`,
  `/v1/patients/${id}/allergies`,
  `/v1/patients/${id}/outcomes?questionnaire=phq-9&limit=100`,
  `/v1/patients/${id}/outcomes?questionnaire=gad-7&limit=100`,
  `/v1/patients/${id}/conditions?active=true`,
  `/v1/patients/${id}/conditions?active=false`,
  `/v1/patients/${id}/prescriptions?active=true`,
  `/v1/patients/${id}/lab-results?limit=8`,
  `/v1/patients/${id}/notes?limit=8`,
  `/v1/patients/${id}/vitals`,
  `/v1/tasks?patientId=${id}&status=open&limit=8`,
  `/v1/referrals?patientId=${id}&limit=8`,
  `/v1/patients/${id}/care-plan`,
]

interface Opened {
  readonly run: (worker: number) => Promise<void>
  close(): void
}

/** Opens the chart of the next patient: with the requests of one chart, one after the other. */
const openCharts = async (
  url: string,
  concurrency: number,
  charts: readonly (readonly Buffer[])[],
  requireAll: (body: Buffer) => void,
): Promise<Opened> => {
  const connections = await openConnections(url, concurrency)
  let turn = 0
  return {
    run: async (worker) => {
      const connection = connections[worker] as HttpConnection
      for (const request of charts[turn++ % charts.length] ?? []) {
        const { status, body } = await connection.send(request)
        if (status !== 200) throw new Error(`answered ${status}: ${body.toString().slice(0, 300)}`)
        requireAll(body)
      }
    },
    close: () => connections.forEach((connection) => connection.close()),
  }
}

/** Each of the reads has succeeded. Not parsed: that would cost as much as the server does. */
const requireReads = (count: number) => (body: Buffer) => {
  const succeeded = body.toString().split('{"status":200,"body":').length - 1
  if (succeeded !== count) throw new Error(`${succeeded} of ${count} reads succeeded: ${body.toString().slice(0, 300)}`)
}

/** A whole chart in one audited request, against the same reads one by one and unaudited. */
export const measure: MeasureGoal = async (run) => {
  const hospital = await startHospital({
    practitioners,
    patients: 200,
    visitType: 'primary-care-follow-up',
    variants: ['shipped', 'unaudited'],
  })
  const findings: Finding[] = []
  try {
    await bookForEachPatient(hospital)
    const charts = hospital.patients.map(({ id }, turn) => ({
      paths: chartOf(id),
      token: hospital.practitioners[turn % practitioners]?.token ?? '',
    }))
    const together = charts.map(({ paths, token }) => [
      requestBytes({ method: 'POST', path: '/v1/reads', token, body: { paths } }),
    ])
    const single = charts.map(({ paths, token }) => paths.map((path) => requestBytes({ method: 'GET', path, token })))
    const reads = chartOf('').length
    for (const { concurrency, gate, stretch } of levels) {
      run.log(`${concurrency} charts at a time`)
      const { shipped, unaudited } = hospital.variants
      const [coalesced, audited, plain] = await Promise.all([
        openCharts(shipped, concurrency, together, requireReads(reads)),
        openCharts(shipped, concurrency, single, () => undefined),
        openCharts(unaudited, concurrency, single, () => undefined),
      ])
      const settle = hospital.settle
      const measured = await compare(
        {
          plain: { run: plain.run, settle },
          coalesced: { run: coalesced.run, settle },
          audited: { run: audited.run, settle },
        },
        { concurrency, ...rounds(run), processes: hospital.processes, countsThisProcess: false },
      )
      for (const each of [coalesced, audited, plain]) each.close()
      const ratio = cpuRatio(measured.coalesced, measured.plain)
      const [read, alone, bare] = [measured.coalesced, measured.audited, measured.plain].map(
        ({ cpuMicroseconds }) => cpuMicroseconds / reads,
      ) as [number, number, number]
      findings.push({
        goal: '4b',
        what: `A chart of ${reads} reads in one audited request, against the same reads one by one and unaudited, ${concurrency} at a time`,
        gate: `>= ${gate}x`,
        stretch: `${stretch}x`,
        measured: `${times(ratio)} (${micros(read)} a read against ${micros(bare)}; audited one by one ${micros(alone)}); the chart is complete after ${measured.coalesced.p50Milliseconds.toFixed(1)} ms (p99 ${measured.coalesced.p99Milliseconds.toFixed(1)}), one by one and audited after ${measured.audited.p50Milliseconds.toFixed(1)} (${measured.audited.p99Milliseconds.toFixed(1)})`,
        verdict: verdictOf(ratio, { gate, stretch, is: 'at least' }),
        how: `What the chart element reads first, by ${practitioners} practitioners over 200 patients on PostgreSQL: in one POST /v1/reads, or with one GET for each part, one after the other on one connection. Each read has its permission, relationship, validation and audit rows in both. Records are nearly empty, so that the cost of asking is what differs. Linking the rows into the hash chain is awaited and counted.`,
      })
    }
  } finally {
    await hospital.stop()
  }
  return findings
}
