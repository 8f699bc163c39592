import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { createHospital } from '../tests/hospital/create-hospital.ts'
import type { startPartners } from '../tests/hospital/start-partners.ts'
import type { startServer } from '../tests/hospital/start-server.ts'
import type { everyRequest } from '../tests/requests/every-request.ts'
import type { send } from '../tests/requests/send-request.ts'
import { CpuMeter } from './cpu-time.ts'
import { startDatabaseProxy } from './database-proxy.ts'
import { recordOperationCosts, type OperationCost } from './operation-costs-record.ts'
import { startBenchPostgres } from './postgres.ts'

/**
 * What one request of an operation costs, in this version or in another one: lines of its handler's file, statements, waits for the
 * database, and CPU until the answer. The requests are those of the tests, one after another, on a server that has nothing else to do.
 *
 *     node bench/operation-costs.ts --of ../before --as before
 *     node bench/operation-costs.ts --as now
 *
 * `--as` records it for docs/benchmarks.md, which `npm run bench` writes.
 */
const { values } = parseArgs({
  options: { of: { type: 'string', default: '.' }, as: { type: 'string' }, times: { type: 'string', default: '15' } },
})
const root = resolve(values.of)
const times = Number(values.times)

const measured = {
  holdSlot: { role: 'patient', file: 'hold-slot.ts' },
  bookAppointment: { role: 'patient', file: 'book-appointment.ts' },
  postMessage: { role: 'patient', file: 'post-message.ts' },
  signNote: { role: 'practitioner', file: 'sign-note.ts' },
  checkIn: { role: 'patient', file: 'check-in.ts' },
} as const

const costs: Record<string, OperationCost> = {}

const linesOf = (file: string): number => {
  const domains = join(root, 'packages/reference-server/src/domains')
  const found = readdirSync(domains, { recursive: true, encoding: 'utf8' }).find((path) =>
    path.endsWith(`/operations/${file}`),
  )
  if (found === undefined) throw new Error(`no ${file}`)
  return readFileSync(join(domains, found), 'utf8').trimEnd().split('\n').length
}

interface Imported {
  readonly createHospital: typeof createHospital
  readonly startServer: typeof startServer
  readonly startPartners: typeof startPartners
  readonly everyRequest: typeof everyRequest
  readonly send: typeof send
}

/** Of the other version, if there is one. */
const imported = async (): Promise<Imported> => {
  const modules = [
    'hospital/create-hospital',
    'hospital/start-server',
    'hospital/start-partners',
    'requests/every-request',
  ]
  const all = [...modules, 'requests/send-request'].map((name) => import(join(root, 'tests', `${name}.ts`)))
  return Object.assign({}, ...(await Promise.all(all))) as Imported
}

const medianOf = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0

const version = await imported()
const postgres = await startBenchPostgres()
const proxy = await startDatabaseProxy(postgres.url)
const organizationId = crypto.randomUUID()
const now = new Date('2026-11-25T15:00:00Z')
const partners = await version.startPartners(organizationId, () => now)
const server = await version.startServer({
  databaseUrl: proxy.url,
  environment: { ...partners.environment, VISITKIT_LOG_LEVEL: 'error', VISITKIT_LOG_REQUESTS: 'failures' },
})
const hospital = await version.createHospital(server, organizationId)
const meter = new CpuMeter(() => [postgres.processId], true)
try {
  for (const [name, { role, file }] of Object.entries(measured)) {
    const id = name as keyof typeof measured
    const statements: number[] = []
    const waits: number[] = []
    const cpu: number[] = []
    for (let time = 0; time < times; time += 1) {
      const person = await hospital.person(role)
      const request = await version.everyRequest[id](hospital, person)
      // What the preparation left to the background is done.
      await server.composed.platform.relay.settle()
      await wait(400)
      const before = proxy.counts()
      meter.start()
      const { status } = await version.send(person, id, request)
      const spent = meter.read()
      const after = proxy.counts()
      if (status >= 300) throw new Error(`${id} was answered ${status}`)
      statements.push(after.statements - before.statements)
      waits.push(after.waits - before.waits)
      cpu.push(spent / 1_000)
    }
    const cost: OperationCost = {
      lines: linesOf(file),
      statements: medianOf(statements),
      waits: medianOf(waits),
      cpu: Math.round(medianOf(cpu) * 10) / 10,
    }
    costs[id] = cost
    console.log(`${id}: ${JSON.stringify(cost)}`)
  }
} finally {
  await server.stop()
  await partners.stop()
  await proxy.stop()
  await postgres.stop()
}
if (values.as === 'before' || values.as === 'now') {
  const commit = execFileSync('git', ['-C', root, 'rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  await recordOperationCosts(values.as, { commit, times, load: loadavg()[0] ?? 0, costs })
}
process.exit(0)
