import { startBenchProcess } from '../bench-process.ts'
import { micros, rounds, times, verdictOf, worstOf, type MeasureGoal } from '../goal.ts'
import { compare, cpuRatio } from '../harness.ts'
import { openConnections, requestBytes, type HttpConnection } from '../http-client.ts'
import type { FrameworkName } from '../servers/framework.ts'

const concurrency = 32
const names = ['raw', 'ours', 'fastify', 'koa-router'] as const satisfies readonly FrameworkName[]

/** What our Koa costs compared with node:http, and what its router and body reader save. */
export const measure: MeasureGoal = async (run) => {
  const servers = await Promise.all(
    names.map((name) => startBenchProcess<{ url: string; token: string }>('framework', { name })),
  )
  const all: HttpConnection[] = []
  try {
    const candidates = await Promise.all(
      servers.map(async ({ ready }, index) => {
        const connections = await openConnections(ready.url, concurrency)
        all.push(...connections)
        const body = {
          patientId: '01930000-0000-7000-8000-000000000001',
          start: '2026-11-25T15:30:00Z',
          reason: 'A cough for three days, worse at night. No fever. Would like to know whether to come in.',
          language: 'en',
        }
        const bytes = requestBytes({
          method: 'POST',
          path: '/v1/things60/01930000-0000-7000-8000-000000000002/acts',
          token: ready.token,
          body,
        })
        const send = async (worker: number): Promise<void> => {
          const { status } = await (connections[worker] as HttpConnection).send(bytes)
          if (status !== 201) throw new Error(`${names[index]} answered ${status}`)
        }
        return [names[index] as FrameworkName, { run: send }] as const
      }),
    )
    const measured = await compare(
      Object.fromEntries(candidates) as Record<FrameworkName, (typeof candidates)[number][1]>,
      {
        concurrency,
        ...rounds(run),
        processes: () => servers.map(({ processId }) => processId),
        countsThisProcess: false,
      },
    )
    const over = measured.ours.cpuMicroseconds - measured.raw.cpuMicroseconds
    const [againstFastify, againstUsual] = [
      cpuRatio(measured.ours, measured.fastify),
      cpuRatio(measured.ours, measured['koa-router']),
    ]
    return [
      {
        goal: '15',
        what: 'Framework tax: our Koa stack over node:http, against Fastify, against @koa/router with @koa/bodyparser',
        gate: '<= 10 µs; >= 0.85x; >= 1.8x',
        stretch: '7 µs; 0.9x; 2x',
        measured: `${micros(over)} over ${micros(measured.raw.cpuMicroseconds)}; ${times(againstFastify)} (${micros(measured.fastify.cpuMicroseconds)}); ${times(againstUsual)} (${micros(measured['koa-router'].cpuMicroseconds)})`,
        verdict: worstOf([
          verdictOf(over, { gate: 10, stretch: 7, is: 'at most' }),
          verdictOf(againstFastify, { gate: 0.85, stretch: 0.9, is: 'at least' }),
          verdictOf(againstUsual, { gate: 1.8, stretch: 2, is: 'at least' }),
        ]),
        known:
          'No single cause: Koa creates its context and response, each step of the pipeline is a promise, the body is scanned once for its depth before it is parsed. Steps that never wait could be plain functions.',
        how: 'POST of 200 B of JSON to the last of 61 routes, 32 at a time, each server in its own process. All find the session of a token that was verified before, validate the body with Ajv and respond with 120 B of JSON. Ours is the real application, router, body reader, contract validation and session gate; its steps without a counterpart in the others (audit, rate limits, headers, validation of the response) are omitted.',
      },
    ]
  } finally {
    all.forEach((connection) => connection.close())
    await Promise.all(servers.map((server) => server.stop()))
  }
}
