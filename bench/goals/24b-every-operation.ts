import { setTimeout as wait } from 'node:timers/promises'
import { operations, type CostClass, type OperationId } from '@visitkit/contract/operations'
import { attackedOperations, isStream, requestsOf, withoutSession, type AttackPlan } from '../attack-plan.ts'
import { startBenchProcess, type BenchProcess } from '../bench-process.ts'
import { millis, times, verdictOf, type Finding, type GoalRun, type MeasureGoal } from '../goal.ts'
import { openConnections, requestBytes, type HttpConnection } from '../http-client.ts'
import { sendAtRate, type Answers } from '../open-loop.ts'
import { startBenchPostgres } from '../postgres.ts'
import type { EveryOperationReady } from '../servers/every-operation.ts'
import { quantile } from '../statistics.ts'

const othersPerSecond = 150
/** Prepared together: their tokens and times do not expire before they are used. */
const chunk = 16
const gate = 3
const stretch = 1.5
const atMostMs = 200

/** What others measured while one person sent an operation. */
interface Attacked {
  readonly id: OperationId
  readonly others: Answers
  /** How many answers that person got, by status. */
  readonly answered: string
}

/** One person sends each operation of the contract as fast as their limits admit, and faster, while the requests of others are measured. */
export const measure: MeasureGoal = async (run) => {
  const postgres = await startBenchPostgres()
  try {
    const server = await startBenchProcess<EveryOperationReady>('every-operation', { database: postgres.url })
    try {
      return await measureEach(run, server)
    } finally {
      await server.stop()
    }
  } finally {
    await postgres.stop()
  }
}

/** All, or those that are named, to look at a few again: `BENCH_OPERATIONS=getMe,searchSlots npm run bench -- --only 24b`. */
const chosen = (): readonly OperationId[] => {
  const names = process.env['BENCH_OPERATIONS']?.split(',')
  return attackedOperations.filter((id) => names?.includes(id) ?? true)
}

const measureEach = async (run: GoalRun, server: BenchProcess<EveryOperationReady>): Promise<Finding[]> => {
  const { url } = server.ready
  const [screenMs, idleMs, repeatMs, repeated] = run.quick ? [300, 300, 500, 3] : [1_200, 2_000, 6_000, 12]
  const probes = await openConnections(url, 20)
  const own: Uint8Array[] = []
  const refreshOthers = async (): Promise<void> => {
    const others = await server.call<{ token: string; origin: string }[]>('others')
    own.length = 0
    for (const { token, origin } of others)
      own.push(requestBytes({ method: 'GET', path: '/v1/me', token, headers: { Origin: origin } }))
  }
  const during = async (milliseconds: number, plan: AttackPlan | null): Promise<Attacked> => {
    const attackers = plan === null ? [] : await openConnections(url, 64)
    let isOver = false
    const until = (): boolean => isOver
    const probing = sendAtRate({
      connections: probes,
      requestOf: (turn) => own[turn % own.length] as Uint8Array,
      perSecond: othersPerSecond,
      until,
    })
    const attacking = plan === null ? null : attack(url, plan, attackers, until)
    await wait(milliseconds)
    isOver = true
    const others = await probing
    const statuses = (await attacking) ?? {}
    for (const connection of attackers) connection.close()
    const answered = Object.entries(statuses).map(([status, count]) => `${count} x ${status}`)
    return { id: plan?.id ?? 'getMe', others, answered: answered.join(', ') }
  }
  const p99 = ({ others: { sorted } }: Attacked): number => quantile(sorted, 0.99)
  try {
    await refreshOthers()
    await during(idleMs, null)
    const idle: number[] = []
    const screened: Attacked[] = []
    const all = chosen()
    for (let at = 0; at < all.length; at += chunk) {
      const plans = await server.call<AttackPlan[]>('prepare', all.slice(at, at + chunk))
      await refreshOthers()
      idle.push(...(await during(idleMs, null)).others.sorted)
      for (const plan of plans) {
        const attacked = await during(screenMs, plan)
        screened.push(attacked)
        run.log(
          `${plan.id} (${plan.role}): p50 ${millis(quantile(attacked.others.sorted, 0.5))}, p99 ${millis(p99(attacked))}; ${attacked.answered}`,
        )
        await wait(screenMs / 4)
      }
    }
    idle.sort((a, b) => a - b)
    const worst = screened.toSorted((a, b) => p99(b) - p99(a)).slice(0, repeated)
    const confirmed: { readonly ratio: number; readonly ms: number; readonly text: string }[] = []
    for (const { id } of worst) {
      const [plan] = await server.call<AttackPlan[]>('prepare', [id])
      await refreshOthers()
      const before = await during(repeatMs / 2, null)
      const attacked = await during(repeatMs, plan ?? null)
      await wait(1_000)
      const after = await during(repeatMs / 2, null)
      const ratio = p99(attacked) / ((p99(before) + p99(after)) / 2)
      const text = `\`${id}\` ${times(ratio)} (${millis(p99(attacked))}, idle ${millis(p99(before))} and ${millis(p99(after))}; ${attacked.answered})`
      run.log(`again: ${text}`)
      confirmed.push({ ratio, ms: p99(attacked), text })
    }
    const refused = screened.filter(({ others: { statuses } }) => Object.keys(statuses).some((one) => one !== '200'))
    const ratios = confirmed.map(({ ratio }) => ratio)
    const isMissed = refused.length > 0 || confirmed.some(({ ms }) => ms > atMostMs)
    return [
      {
        goal: '24b',
        what: `One person sends each of ${all.length} operations as fast as their limits admit, and faster: p99 of others, against idle, for the worst`,
        gate: `${times(gate)} and ${atMostMs} ms`,
        stretch: times(stretch),
        measured: `${times(Math.max(...ratios))} at worst: ${confirmed
          .toSorted((a, b) => b.ratio - a.ratio)
          .slice(0, 5)
          .map(({ text }) => text)
          .join(
            '; ',
          )}${refused.length > 0 ? `; others were refused during ${refused.map(({ id }) => id).join()}` : ''}`,
        verdict: isMissed ? 'missed' : verdictOf(Math.max(...ratios), { gate, stretch, is: 'at most' }),
        how: `The whole server on PostgreSQL with the limits that ship, and the requests of the permission tests: each succeeds once, and then as often as its rules allow. Each operation has a person of its own, who sends the burst of their limit and a fifth more at once, and then one and a half times what it admits, with new idempotency keys; ${millis(screenMs)} for each, in which 20 other people read \`/v1/me\`, ${othersPerSecond} a second together, at a fixed rate. The ${repeated} with the slowest p99 are measured again with another person, for ${repeatMs / 1_000} s, between two idle phases; these are compared with the gate. The generator shares the machine. Not sent, because no session calls them: ${Object.keys(withoutSession).join(', ')}.`,
      },
      {
        goal: '24b',
        what: 'The same by cost class: median of the p99 of others, and the worst, in the short measurement',
        gate: '-',
        stretch: '-',
        measured: `idle ${millis(quantile(idle, 0.99))} (p50 ${millis(quantile(idle, 0.5))}); ${byClass(screened, p99)}`,
        verdict: 'no gate',
        how: `As above. With ${Math.round((othersPerSecond * screenMs) / 1_000)} requests of others in each, its p99 is the slowest but one.`,
      },
    ]
  } finally {
    for (const connection of probes) connection.close()
  }
}

const byClass = (screened: readonly Attacked[], p99: (attacked: Attacked) => number): string =>
  (['light', 'standard', 'list', 'heavy'] satisfies CostClass[])
    .map((cost) => {
      const of = screened.filter(({ id }) => operations[id].cost === cost).toSorted((a, b) => p99(a) - p99(b))
      const last = of.at(-1)
      if (last === undefined) return `${cost} none`
      return `${cost} ${millis(quantile(of.map(p99), 0.5))}, worst ${millis(p99(last))} (\`${last.id}\`), of ${of.length}`
    })
    .join('; ')

/** More than the limit admits, at once and then without a pause. */
const attack = async (
  url: string,
  plan: AttackPlan,
  connections: readonly HttpConnection[],
  until: () => boolean,
): Promise<Readonly<Record<string, number>>> => {
  const burst = Math.ceil(plan.burst * 1.2)
  if (isStream(plan.id)) return openStreams(url, plan, burst, until)
  const requestOf = requestsOf(plan)
  const { statuses } = await sendAtRate({ connections, requestOf, perSecond: plan.perSecond * 1.5, burst, until })
  return statuses
}

/** Streams stay open to the end. */
const openStreams = async (
  url: string,
  { path, token, origin }: AttackPlan,
  count: number,
  until: () => boolean,
): Promise<Record<string, number>> => {
  const leaving = new AbortController()
  const headers = { Authorization: `Bearer ${token}`, ...(origin !== null && { Origin: origin }) }
  const opened = await Promise.all(
    Array.from({ length: count }, () => fetch(url + path, { headers, signal: leaving.signal })),
  )
  while (!until()) await wait(20)
  leaving.abort()
  const statuses: Record<string, number> = {}
  for (const { status } of opened) statuses[status] = (statuses[status] ?? 0) + 1
  return statuses
}
