import { operations, type OperationId } from '@visitkit/contract/operations'
import { newId } from '../../packages/reference-server/src/platform/database/ids/new-id.ts'
import {
  rateCostOf,
  rateLimits,
  readPolicies,
} from '../../packages/reference-server/src/platform/http/read-policies.ts'
import type { SessionPolicy } from '../../packages/reference-server/src/platform/identity/session-limits.ts'
import { createHospital, permissions, type Person } from '../../tests/hospital/create-hospital.ts'
import { startPartners } from '../../tests/hospital/start-partners.ts'
import { startServer } from '../../tests/hospital/start-server.ts'
import { everyRequest } from '../../tests/requests/every-request.ts'
import type { PrepareRequest } from '../../tests/requests/prepared-request.ts'
import { addressOf, type AnyRequest } from '../../tests/requests/send-request.ts'
import { personIn } from '../../tests/requests/guests.ts'
import { attackerOf, type AttackPlan } from '../attack-plan.ts'
import { serveBench } from '../bench-process.ts'

export interface EveryOperationReady {
  /** The server with the limits that ship. */
  readonly url: string
}

/** Others, whose requests are measured. */
const others = 20

/** Moves the clock of the requests of tests, whose dates are fixed. Milliseconds. */
const clockStep = 5

/** The people who prepare requests are signed in once, for longer than a bench takes. */
const sessionsOfADay = (policy: SessionPolicy): SessionPolicy => ({
  ...policy,
  stepUpSeconds: 86_400,
  limits: Object.fromEntries(
    Object.keys(policy.limits).map((role) => [role, { idleSeconds: 86_400, absoluteSeconds: 86_400 }]),
  ) as SessionPolicy['limits'],
})

const bodyOf = (id: OperationId, { body }: AnyRequest): string | null => {
  const { requestType } = operations[id]
  if (requestType === null || body === undefined) return null
  const bytes =
    body instanceof Uint8Array
      ? body
      : requestType === 'application/x-www-form-urlencoded'
        ? new URLSearchParams(body as Record<string, string>).toString()
        : /json/.test(requestType)
          ? JSON.stringify(body)
          : (body as string)
  return Buffer.from(bytes).toString('base64')
}

/**
 * The requests of the tests against the whole server: two servers of one deployment in one process, one without limits that prepares what a
 * request needs, and one with the limits that ship, which is measured.
 */
await serveBench<{ readonly database: string }>(async ({ database }) => {
  const organizationId = newId()
  const partners = await startPartners(organizationId, () => preparing.clock.now())
  const environment = { ...partners.environment, VISITKIT_LOG_LEVEL: 'error', VISITKIT_LOG_REQUESTS: 'failures' }
  const policies = { sessions: sessionsOfADay(readPolicies().sessions) }
  const preparing = await startServer({ databaseUrl: database, environment, policies })
  const startedAt = performance.now()
  const opensAt = preparing.clock.now().getTime()
  const ticking = setInterval(() => preparing.clock.set(new Date(opensAt + performance.now() - startedAt)), clockStep)
  const limited = await startServer({
    databaseUrl: database,
    environment,
    policies,
    sameDeployment: preparing,
    limitsRates: true,
  })
  const hospital = await createHospital(preparing, organizationId)
  const people: Person[] = []
  for (let count = 0; count < others; count++) people.push(await hospital.person('patient'))
  const { rates } = readPolicies()
  const limits = rateLimits(rates)

  const prepare = async (id: OperationId): Promise<AttackPlan> => {
    const declaration = operations[id]
    const role = attackerOf(id, permissions)
    if (role === undefined) throw new Error(`No role may call ${id}.`)
    const person = await personIn(hospital, role)
    const request = (await (everyRequest[id] as PrepareRequest<OperationId>)(hospital, person)) as AnyRequest
    const { rateClass, units } = rateCostOf(rates)(id, declaration)
    const limit = limits[role === 'service' ? `service/${rateClass}` : rateClass]
    if (limit === undefined) throw new Error(`${id} has no limit.`)
    return {
      id,
      role,
      token: await person.accessToken(),
      origin: person.origin,
      path: addressOf(id, request),
      body: bodyOf(id, request),
      headers: {
        ...(declaration.requestType === null ? {} : { 'Content-Type': declaration.requestType }),
        ...request.headers,
      },
      burst: Math.ceil(limit.burst / units),
      perSecond: limit.perSecond / units,
    }
  }

  const ready: EveryOperationReady = { url: limited.url }
  return {
    ready,
    calls: {
      /** A new person for each, whose limits are full, and everything that their request needs. */
      prepare: async (ids: readonly OperationId[]): Promise<AttackPlan[]> => {
        const plans: AttackPlan[] = []
        for (const id of ids) plans.push(await prepare(id))
        for (const { composed } of [preparing, limited]) await composed.platform.relay.settle()
        return plans
      },
      /** With new tokens. */
      others: () =>
        Promise.all(people.map(async (person) => ({ token: await person.accessToken(), origin: person.origin }))),
    },
    stop: async () => {
      clearInterval(ticking)
      await limited.close()
      await preparing.stop()
      await partners.stop()
    },
  }
})
