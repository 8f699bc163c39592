import { operations, type OperationId } from '@visitkit/contract/operations'
import type { components } from '@visitkit/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { readPolicies } from '../../../platform/http/read-policies.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { startSignIns, type TestSignIns } from '../../directory/tests/sign-ins.testing.ts'

type Schemas = components['schemas']
const policies = readPolicies()
const { openPermissions } = policies.sessions.expiredTraining
type Answer = { readonly status: number; readonly body: { readonly code?: string; readonly [name: string]: unknown } }

/** Control C59: a course that stops access does so, for those who must take it, and not longer than until it is recorded. */
describe.each(domainEngines)('a course that stops access, on %s', (engine) => {
  let people: TestSignIns
  let administrator: SignedInClient
  let officer: SignedInClient
  beforeAll(async () => {
    people = await startSignIns(engine)
    administrator = await people.hospital.as('administrator')
    officer = await people.hospital.as('privacy-officer')
  })
  afterAll(() => people.stop())

  const done = async <T>(asked: Promise<{ status: number; body: unknown }>): Promise<T> => {
    const { status, body } = await asked
    expect(status, JSON.stringify(body)).toBeLessThan(300)
    return body as T
  }
  /** A member who has accepted an invitation, and signs in at the health system. */
  const employ = async (role: Schemas['Role']) => {
    const subject = newId()
    const { id } = await done<Schemas['Member']>(
      administrator.post('/v1/members', { displayName: `Sample ${role}`, roles: [role] }),
    )
    const { secret } = await done<{ secret: string }>(administrator.post(`/v1/members/${id}/invitations`))
    await done(people.signIn(subject, secret))
    return { id, subject }
  }
  const signIn = async (subject: string) => {
    people.hospital.clock.advance({ seconds: 1 })
    const { access_token: token } = await done<{ access_token: string }>(people.signIn(subject))
    return async (method: string, path: string, body?: object): Promise<Answer> => {
      const response = await fetch(`${people.hospital.url}${path}`, {
        method,
        // What is not refused may be a stream, which does not end.
        signal: AbortSignal.timeout(5_000),
        headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      })
      return { status: response.status, body: response.status === 204 ? {} : await response.json() }
    }
  }
  const addCourse = (roles: Schemas['Role'][]) =>
    done<Schemas['TrainingCourse']>(
      officer.post('/v1/training-courses', { title: 'Privacy', roles, validDays: 365, stopsAccess: true }),
    )
  const record = (courseId: string, memberId: string, completedOn?: string) =>
    done(
      officer.post(`/v1/training-courses/${courseId}/completions`, { memberId, ...(completedOn && { completedOn }) }),
    )
  const update = (courseId: string, body: object) => done(officer.patch(`/v1/training-courses/${courseId}`, body))

  /** Without those of the session, one of which ends it. */
  const granted = (Object.keys(operations) as OperationId[]).filter(
    (id) =>
      operations[id].permission in (policies.permissions.roles['nurse'] ?? {}) &&
      operations[id].permission !== 'session:own',
  )

  it('lets a member see no patients after its last day, until it is recorded again', async () => {
    const nurse = await employ('nurse')
    const before = await signIn(nurse.subject)
    expect((await before('GET', '/v1/session')).body['trainingEndsAt']).toBeNull()
    const { id, version } = await addCourse(['nurse'])
    // In the first 30 days no one is stopped: to the end of the last one, where the organization is. Who is new has 30 days too.
    const atFirst = await signIn(nurse.subject)
    const firstEnd = (await atFirst('GET', '/v1/session')).body['trainingEndsAt'] as string
    expect(firstEnd).toMatch(/T0[45]:00:00Z$/)
    expect(firstEnd >= '2026-12-26').toBe(true)
    expect((await atFirst('GET', '/v1/care-teams')).body.code).not.toBe('training_expired')

    await record(id, nurse.id, '2025-11-24')
    const late = await signIn(nurse.subject)
    expect((await late('GET', '/v1/session')).body['trainingEndsAt']).toBe('2026-11-25T05:00:00Z')
    const different: unknown[] = []
    for (const operation of granted) {
      const { method, path, permission, requestType } = operations[operation]
      const address = path.replaceAll(/\{\w+\}/g, newId())
      const hasBody = method !== 'get' && requestType?.includes('json') === true
      const { status, body } = await late(method.toUpperCase(), address, hasBody ? {} : undefined).catch(() => ({
        status: 0,
        body: { code: 'no answer' },
      }))
      const isStopped = status === 403 && body.code === 'training_expired'
      if (isStopped === openPermissions.includes(permission)) different.push({ operation, status, code: body.code })
    }
    expect(different).toEqual([])

    await record(id, nurse.id)
    const recorded = await signIn(nurse.subject)
    expect((await recorded('GET', '/v1/session')).body['trainingEndsAt']).toBe('2027-11-26T05:00:00Z')
    expect((await recorded('GET', '/v1/care-teams')).body.code).not.toBe('training_expired')
    await update(id, { active: false, version })
  })

  it('stops no one in another role, and no one at all when people may work without it', async () => {
    const [nurse, biller] = [await employ('nurse'), await employ('biller')]
    const { id, version } = await addCourse(['nurse'])
    for (const { id: memberId } of [nurse, biller]) await record(id, memberId, '2025-01-01')
    const codeFor = async ({ subject }: { subject: string }) =>
      (await (await signIn(subject))('GET', '/v1/tasks')).body.code
    expect(await codeFor(nurse)).toBe('training_expired')
    expect(await codeFor(biller)).not.toBe('training_expired')
    await update(id, { stopsAccess: false, version })
    expect(await codeFor(nurse)).not.toBe('training_expired')
    await update(id, { stopsAccess: true, version: version + 1 })
    expect(await codeFor(nurse)).toBe('training_expired')
    await update(id, { active: false, version: version + 2 })
    expect(await codeFor(nurse)).not.toBe('training_expired')
  })

  it('leaves an administrator what records trainings', async () => {
    const owner = await employ('administrator')
    const { id } = await addCourse(['administrator'])
    await record(id, owner.id, '2025-01-01')
    const late = await signIn(owner.subject)
    expect(await late('GET', '/v1/members')).toMatchObject({ status: 403, body: { code: 'training_expired' } })
    expect((await late('GET', '/v1/training')).status).toBe(200)
    const own = await late('POST', `/v1/training-courses/${id}/completions`, { memberId: owner.id })
    expect(own).toMatchObject({ status: 400, body: { errors: [{ pointer: '/memberId', code: 'own' }] } })
    expect(await late('GET', '/v1/members')).toMatchObject({ status: 403 })
    const colleague = await employ('privacy-officer')
    const byColleague = await signIn(colleague.subject)
    const other = await late('POST', `/v1/training-courses/${id}/completions`, { memberId: colleague.id })
    expect(other.status, JSON.stringify(other.body)).toBe(200)
    const recorded = await byColleague('POST', `/v1/training-courses/${id}/completions`, { memberId: owner.id })
    expect(recorded.status, JSON.stringify(recorded.body)).toBe(200)
    expect((await (await signIn(owner.subject))('GET', '/v1/members')).status).toBe(200)
  })
})
