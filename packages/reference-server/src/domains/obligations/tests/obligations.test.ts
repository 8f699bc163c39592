import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { addMember } from '../../directory/index.ts'

type Schemas = components['schemas']

describe.each(domainEngines)('obligations on %s', (engine) => {
  let hospital: TestHospital
  let officer: SignedInClient
  let officerId: string
  let nurse: Schemas['Member']
  beforeAll(async () => {
    hospital = await createTestHospital({ engine })
    const add = (displayName: string, role: Schemas['Role']) =>
      hospital.keep('directory', (context) => addMember(context, { displayName, roles: [role] }))
    officerId = (await add('Pia Officersample', 'privacy-officer')).id
    nurse = await add('Robin Nursesample', 'nurse')
    officer = await hospital.as('privacy-officer', { personId: officerId })
  })
  afterAll(() => hospital.stop())

  const done = async <T>(asked: Promise<{ status: number; body: unknown }>, status = 200): Promise<T> => {
    const { status: got, body } = await asked
    expect(got, JSON.stringify(body)).toBe(status)
    return body as T
  }
  const findings = () => done<{ today: string; items: Schemas['Finding'][] }>(officer.get('/v1/findings'))
  const create = (given: object) =>
    done<Schemas['Obligation']>(
      officer.post('/v1/obligations', { kind: 'restore-drill', title: 'Restore', ownerId: officerId, ...given }),
      201,
    )

  it('are due at once when they were never done, and again after their interval', async () => {
    const { today } = await findings()
    expect(today).toBe('2026-11-25')
    const missing = { kind: 'nothing-recorded', status: 'soon', dueOn: today, obligationKind: 'restore-drill' }
    expect((await findings()).items).toContainEqual(missing)
    const drill = await create({})
    expect(drill).toMatchObject({ everyDays: 90, dueOn: today, version: 1 })
    expect((await findings()).items).not.toContainEqual(missing)
    const complete = (given: object) => officer.post(`/v1/obligations/${drill.id}/completions`, given)
    const after = await done<Schemas['Obligation']>(complete({ evidence: 'Drill 7', version: 1 }))
    expect(after).toMatchObject({ lastCompletedOn: today, dueOn: '2027-02-23', version: 2 })
    expect((await complete({ evidence: 'Drill 7', version: 1 })).body.code).toBe('version_conflict')
    expect((await complete({ evidence: 'x', completedOn: '2026-11-26', version: 2 })).body.errors[0].pointer).toBe(
      '/completedOn',
    )
    const history = await done<{ items: Schemas['ObligationCompletion'][] }>(
      officer.get(`/v1/obligations/${drill.id}/completions`),
    )
    expect(history.items).toMatchObject([
      { completedOn: today, evidence: 'Drill 7', recordedBy: { displayName: 'Pia Officersample' } },
    ])
  })

  it('are repeated at least as often as the policy says, and owned by a member', async () => {
    const tooLong = await officer.post('/v1/obligations', { kind: 'restore-drill', title: 'Restore', everyDays: 91 })
    expect(tooLong.body.errors[0]).toMatchObject({
      pointer: '/everyDays',
      message: 'Must be at most 90 for this kind.',
    })
    const stranger = await officer.post('/v1/obligations', { kind: 'restore-drill', title: 'x', ownerId: 'no-one' })
    expect(stranger.body.errors[0].pointer).toBe('/ownerId')
  })

  it('count training from the last completion, for those who have the role', async () => {
    const course = await done<Schemas['TrainingCourse']>(
      officer.post('/v1/training-courses', { title: 'Privacy', roles: ['nurse'] }),
      201,
    )
    const standing = async () =>
      (await done<{ items: Schemas['MemberTraining'][] }>(officer.get('/v1/training'))).items.filter(
        ({ courseId, member }) => courseId === course.id && member.memberId === nurse.id,
      )
    expect(await standing()).toMatchObject([{ status: 'missing' }])
    const record = (completedOn: string) =>
      officer.post(`/v1/training-courses/${course.id}/completions`, { memberId: nurse.id, completedOn })
    expect(await done(record('2025-11-01'))).toMatchObject({ status: 'expired', validUntil: '2026-11-01' })
    expect(await done(record('2026-11-25'))).toMatchObject({ status: 'current', validUntil: '2027-11-25' })
    // What is recorded late changes nothing.
    expect(await done(record('2026-01-01'))).toMatchObject({ status: 'current', validUntil: '2027-11-25' })
    expect(await standing()).toMatchObject([{ status: 'current', completedOn: '2026-11-25' }])
  })

  it('are read in pages that together are the whole list, with totals of all on each', async () => {
    const pagesOf = async (path: string) => {
      const pages: { items: unknown[]; nextCursor: string | null; totals: unknown }[] = []
      for (let cursor: string | null = ''; cursor !== null; cursor = pages.at(-1)?.nextCursor ?? null)
        pages.push(await done(officer.get(`${path}?limit=2${cursor && `&cursor=${cursor}`}`)))
      return pages
    }
    await done(officer.post('/v1/training-courses', { title: 'Safety', roles: ['nurse', 'privacy-officer'] }), 201)
    for (const path of ['/v1/findings', '/v1/training']) {
      const whole = await done<{ items: unknown[]; nextCursor: string | null; totals: unknown }>(
        officer.get(`${path}?limit=100`),
      )
      expect(whole.nextCursor).toBeNull()
      const pages = await pagesOf(path)
      expect(pages.length).toBeGreaterThan(1)
      expect(pages.flatMap(({ items }) => items)).toEqual(whole.items)
      for (const { totals } of pages) expect(totals).toEqual(whole.totals)
      const wrong = await officer.get(`${path}?cursor=${Buffer.from('later').toString('base64url')}`)
      expect([wrong.status, wrong.body.code]).toEqual([400, 'cursor_invalid'])
    }
    const { totals } = await done<Schemas['TrainingPage']>(officer.get('/v1/training?limit=1'))
    expect(totals.map(({ total }) => total)).toEqual(expect.arrayContaining([1, 2]))
  })

  it('let no one confirm their own roles, or roles that are not those of the member any more', async () => {
    const review = (memberId: string, roles: string[]) =>
      officer.post(`/v1/members/${memberId}/access-reviews`, { decision: 'confirmed', roles })
    expect((await review(officerId, ['privacy-officer'])).body.code).toBe('own_roles')
    expect((await review(nurse.id, ['nurse', 'biller'])).body.code).toBe('version_conflict')
    expect(await done(review(nurse.id, ['nurse']))).toMatchObject({ reviewedOn: '2026-11-25', dueOn: '2027-02-23' })
  })

  it('list risks by their size, and count the next review from the last change', async () => {
    const risk = (given: object) =>
      done<Schemas['Risk']>(
        officer.post('/v1/risks', {
          asset: 'Laptops',
          threat: 'Theft',
          likelihood: 2,
          impact: 2,
          treatment: 'mitigate',
          controls: ['C16'],
          ...given,
        }),
        201,
      )
    const small = await risk({})
    const great = await risk({ likelihood: 5, impact: 5 })
    const listed = await done<{ items: Schemas['Risk'][] }>(officer.get('/v1/risks'))
    expect(listed.items.map(({ id }) => id)).toEqual([great.id, small.id])
    expect(small).toMatchObject({ reviewOn: '2027-11-25', controls: ['C16'] })
    const closed = await done(officer.patch(`/v1/risks/${great.id}`, { active: false, version: 1 }))
    expect(closed).toMatchObject({ active: false, version: 2 })
    expect((await officer.patch(`/v1/risks/${great.id}`, { version: 1 })).body.code).toBe('version_conflict')
  })

  it('let everyone report an incident, and only privacy officers read one', async () => {
    const reporter = await hospital.as('nurse', { personId: nurse.id })
    const { id } = await done<{ id: string }>(
      reporter.post('/v1/incidents', { description: 'A letter went to Sample Street.' }),
      201,
    )
    expect((await reporter.get('/v1/incidents')).status).toBe(403)
    const [incident] = (await done<{ items: Schemas['Incident'][] }>(officer.get('/v1/incidents'))).items
    expect(incident).toMatchObject({
      id,
      status: 'open',
      description: 'A letter went to Sample Street.',
      reportedBy: { displayName: 'Robin Nursesample' },
      notices: [],
    })
    const assessed = await done<Schemas['Incident']>(
      officer.put(`/v1/incidents/${id}/assessment`, {
        factors: { nature: 2, recipient: 1, acquired: 1, remaining: 1 },
        findings: 'It was opened.',
        patientsConcerned: 1,
        version: 1,
      }),
    )
    expect(assessed).toMatchObject({ status: 'assessed', isBreach: true, description: incident?.description })
    const tell = (recipient: string, version: number) =>
      officer.post(`/v1/incidents/${id}/notices`, { recipient, version })
    expect((await tell('media', 2)).body.code).toBe('notice_not_due')
    expect(await done(tell('individuals', 2))).toMatchObject({ status: 'assessed' })
    expect(await done(tell('hhs', 3))).toMatchObject({ status: 'closed', findings: 'It was opened.' })
    expect((await findings()).items.filter(({ subjectId }) => subjectId === id)).toEqual([])
  })
})
