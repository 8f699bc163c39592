import { getEventListeners } from 'node:events'
import { describe, expect, test } from 'vitest'
import { problemReply } from '../../fixtures/start-server.ts'
import { booking, failure, useClient } from '../../fixtures/use-client.ts'

const context = useClient()

/** Answers each read of `POST /v1/reads` by its path. */
const respondTogether = (one: (path: string) => { status: number; body: unknown }) => {
  context.server.respond(({ path, body }) =>
    path === '/v1/reads'
      ? { json: { responses: (JSON.parse(body) as { paths: string[] }).paths.map(one) } }
      : { json: { alone: path } },
  )
}
const sent = () => context.server.requests.map(({ method, path }) => `${method} ${path}`)
const ok = (path: string) => ({ status: 200, body: { path } })

describe('reads of one turn', () => {
  test('are sent in one request, with their queries, and answered one by one', async () => {
    respondTogether(ok)
    const { me, patients, conditions, consents } = context.connect().together
    const answers = await Promise.all([
      me.get(),
      patients.get('patient/1'),
      conditions.ofPatient('patient-1', { active: true }).page(),
      consents.requirements('patient-1', { purposes: ['recording', 'messaging'], language: undefined }),
    ])
    expect(answers.map((answer) => (answer as unknown as { path: string }).path)).toEqual([
      '/v1/me',
      '/v1/patients/patient%2F1',
      '/v1/patients/patient-1/conditions?active=true',
      '/v1/patients/patient-1/consent-requirements?purposes=recording%2Cmessaging',
    ])
    expect(sent()).toEqual(['POST /v1/reads'])
  })

  test('fail alone', async () => {
    const problem = { code: 'not_found', detail: 'There is no such patient.', requestId: 'request-1' }
    respondTogether((path) => (path.includes('patients') ? { status: 404, body: problem } : ok(path)))
    const { me, patients } = context.connect().together
    const [mine, refused] = await Promise.all([me.get(), failure(patients.get('patient-1'))])
    expect(mine).toEqual({ path: '/v1/me' })
    expect(refused).toMatchObject({ status: 404, code: 'not_found', requestId: 'request-1' })
    expect(sent()).toEqual(['POST /v1/reads'])
  })

  test.each([
    ['which the server cannot serve now', 503, 'overloaded'],
    ['of which there were too many', 429, 'too_many_requests'],
    ['which needs a step-up', 401, 'step_up_required'],
  ])('a read %s is sent again, alone', async (_name, status, code) => {
    respondTogether((path) => (path === '/v1/me' ? { status, body: { code } } : ok(path)))
    const { me, patients } = context.connect().together
    expect(await Promise.all([me.get(), patients.get('p')])).toEqual([{ alone: '/v1/me' }, { path: '/v1/patients/p' }])
    expect(sent()).toEqual(['POST /v1/reads', 'GET /v1/me'])
  })

  test('all fail with the request that carries them, after its retries', async () => {
    context.server.respond(() => problemReply(403, 'wrong_origin'))
    const { me, patients } = context.connect().together
    const problems = await Promise.all([failure(me.get()), failure(patients.get('p'))])
    expect(problems.map(({ code }) => code)).toEqual(['wrong_origin', 'wrong_origin'])
  })

  test('are sent twenty at a time, and the last without company alone', async () => {
    respondTogether(ok)
    const { patients } = context.connect().together
    await Promise.all(Array.from({ length: 41 }, (_, index) => patients.get(`p${index}`)))
    expect(sent().toSorted()).toEqual(['GET /v1/patients/p40', 'POST /v1/reads', 'POST /v1/reads'])
  })
})

test('one read, a write, and a read with headers of its own are sent alone', async () => {
  respondTogether(ok)
  const { me, patients, appointments } = context.connect().together
  await Promise.all([me.get(), patients.get('p', { headers: { 'accept-language': 'es' } }), appointments.book(booking)])
  expect(sent().toSorted()).toEqual(['GET /v1/me', 'GET /v1/patients/p', 'POST /v1/appointments'])
})

describe('an aborted read', () => {
  test('is not sent if it waits, and fails at once', async () => {
    respondTogether(ok)
    const { me, patients } = context.connect().together
    const leaving = new AbortController()
    const [left, stays] = [patients.get('p', { signal: leaving.signal }), me.get()]
    leaving.abort(new Error('left'))
    await expect(left).rejects.toThrow('left')
    await stays
    expect(sent()).toEqual(['GET /v1/me'])
  })

  test('does not stop the others; when all are, the request is', async () => {
    const closed: string[] = []
    const { promise: reached, resolve } = Promise.withResolvers<void>()
    context.server.respond(() => (response) => {
      resolve()
      response.once('close', () => closed.push('closed'))
    })
    const { me, patients } = context.connect().together
    const [one, other] = [new AbortController(), new AbortController()]
    const reads = [me.get({ signal: one.signal }), patients.get('p', { signal: other.signal })]
    const settled = Promise.allSettled(reads)
    await reached
    one.abort(new Error('one'))
    await expect(reads[0]).rejects.toThrow('one')
    expect(closed).toEqual([])
    other.abort(new Error('other'))
    await settled
    await expect.poll(() => closed).toEqual(['closed'])
  })

  test('leaves nothing on its signal when it has been answered', async () => {
    respondTogether(ok)
    const { me, patients } = context.connect().together
    const { signal } = new AbortController()
    await Promise.all([me.get({ signal }), patients.get('p', { signal })])
    expect(getEventListeners(signal, 'abort')).toHaveLength(0)
  })
})
