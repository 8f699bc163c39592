import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCareRegister, type CareRegister } from '../care/care-register.ts'
import type { CareParticipant, Circle, CircleEmergency } from '../care/relationship.ts'
import { sampleEvent } from '../contracts/sample-event.testing.ts'
import { newId } from '../database/ids/new-id.ts'
import { notesContract, notesPermissions } from './tests/notes-contract.testing.ts'
import { createNotesDomain, type NotesFaults } from './tests/notes-domain.testing.ts'
import { startTestServer } from './tests/start-test-server.testing.ts'
import type { SignedInClient, TestServer } from './tests/start-test-server.testing.ts'
import { platformEngines } from '../database/tests/platform-engines.testing.ts'

const { roles, ...others } = notesPermissions
const permissions = {
  ...others,
  roles: { ...roles, practitioner: { ...roles.practitioner, 'note:read': 'assigned', 'note:write': 'assigned' } },
} as const

describe.each(platformEngines)('a request at reach `assigned` on %s', (engine) => {
  let server: TestServer
  let desk: SignedInClient
  let practitioner: SignedInClient
  let care: CareRegister
  const faults: NotesFaults = {}
  /** Practitioners by patient, and those the caller covers, as the domains would return them. */
  const treatedBy = new Map<string, string>()
  /** Every patient with a note. */
  const everyone: string[] = []
  const covers: { practitionerId: string; kind: 'cover' | 'hand-over' | 'supervision' }[] = []
  const emergencies: CircleEmergency[] = []
  /** What happens while a request reads the circle. */
  let during: () => void = () => undefined
  const asked = { circles: 0, participants: 0 }

  beforeAll(async () => {
    care = createCareRegister(
      {
        circleOf: async ({ memberId, practitionerId }): Promise<Circle> => {
          asked.circles += 1
          const open = [...emergencies]
          during()
          const from = new Date(0)
          const until = new Date('2030-01-01')
          const each = covers.map((cover) => ({ ...cover, memberId: null, from, until }))
          return {
            memberId,
            practitionerId,
            specialties: [],
            chartReach: 'assigned',
            team: new Set(),
            covers: each,
            emergencies: open,
          }
        },
        participantSources: [
          async (_, ids): Promise<CareParticipant[]> => {
            asked.participants += 1
            return ids.flatMap((patientId) => {
              const practitionerId = treatedBy.get(patientId)
              return practitionerId === undefined ? [] : [{ patientId, basis: 'visit' as const, practitionerId }]
            })
          },
        ],
      },
      {
        relationshipDays: 365,
        coverHours: 12,
        openCovers: 5,
        handOverDays: 90,
        emergencyMinutes: 60,
        emergencyReviewDays: 3,
      },
    )
    server = await startTestServer({
      engine,
      now: '2026-11-25T15:00:00Z',
      modules: () => [createNotesDomain(faults, 'webhook-secret')],
      contract: notesContract,
      policies: { permissions },
      care,
    })
    desk = await server.as('patient')
    practitioner = await server.as('practitioner', { practitionerId: newId() })
  })
  afterAll(() => server.stop())

  /** A patient, treated by this practitioner or by none, with a note. */
  const patient = async (by: string | null): Promise<{ patientId: string; noteId: string }> => {
    const self = await server.as('patient')
    const { body } = await self.post('/v1/notes', { patientId: self.caller.personId, text: 'as written' })
    everyone.push(self.caller.personId)
    if (by !== null) treatedBy.set(self.caller.personId, by)
    return { patientId: self.caller.personId, noteId: body.id }
  }
  const own = () => patient(practitioner.caller.practitionerId)
  const rowsOf = async (headers: Headers) =>
    (await server.accessRows()).filter(({ requestId }) => requestId === headers.get('x-request-id'))

  it('shows a note of a patient that the caller treats', async () => {
    const { noteId, patientId } = await own()
    const { status, headers } = await practitioner.get(`/v1/notes/${noteId}`)
    expect(status).toBe(200)
    expect(await rowsOf(headers)).toMatchObject([{ patientId, outcome: 'done', because: 'chart', onBehalfOf: null }])
  })

  it('shows nothing of other patients, names the remedy, and records the refusal without a patient', async () => {
    const colleague = newId()
    const { noteId } = await patient(colleague)
    const { status, headers, body } = await practitioner.get(`/v1/notes/${noteId}`)
    expect(status).toBe(403)
    expect(body).toMatchObject({ code: 'no_treatment_relationship', owners: [colleague] })
    expect(JSON.stringify(body)).not.toContain('as written')
    expect(await rowsOf(headers)).toMatchObject([
      { outcome: 'refused', refusal: 'no_treatment_relationship', patientId: null, because: 'chart', onBehalfOf: null },
    ])
  })

  it('exports nothing of a patient without a relationship, where the response itself names no patient', async () => {
    const { noteId } = await patient(null)
    expect((await practitioner.get(`/v1/notes/${noteId}/file`)).body).toMatchObject({
      code: 'no_treatment_relationship',
    })
    const mine = await own()
    expect((await practitioner.get(`/v1/notes/${mine.noteId}/file`)).status).toBe(200)
  })

  it('withholds a whole list if one patient has no relationship to the caller', async () => {
    const { noteId } = await own()
    await patient(null)
    expect((await practitioner.get('/v1/notes?limit=100')).body).toMatchObject({ code: 'no_treatment_relationship' })
    expect((await practitioner.get(`/v1/notes/${noteId}`)).status).toBe(200)
  })

  it('stores nothing of a write that touches a patient without a relationship only in its transaction', async () => {
    const { patientId } = await patient(null)
    const before = await server.accessRows({ patientId })
    const written = await practitioner.post('/v1/notes', { patientId, text: 'never kept' })
    expect(written.body).toMatchObject({ code: 'no_treatment_relationship' })
    const { noteId } = await patient(null)
    expect((await practitioner.delete(`/v1/notes/${noteId}`)).body).toMatchObject({ code: 'no_treatment_relationship' })
    expect(await server.accessRows({ patientId })).toEqual(before)
    const events = await server.platform.database
      .readerAcross('platform')
      .selectFrom('platform.outbox')
      .select('data')
      .execute()
    expect(events.filter(({ data }) => (data as { patientId: string }).patientId === patientId)).toHaveLength(1)
  })

  it('runs a write again after reading a relationship, and stores it once, under one idempotency key', async () => {
    const { patientId } = await own()
    const key = newId()
    const post = () => practitioner.post('/v1/notes', { patientId, text: 'kept once' }, { idempotencyKey: key })
    const [first, again] = [await post(), await post()]
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.body.id).toBe(first.body.id)
    expect(await server.accessRows({ patientId, operation: 'writeNote' })).toHaveLength(3)
  })

  it('does not replay a response to a caller who would be refused now', async () => {
    const { patientId } = await own()
    const key = newId()
    const post = () => practitioner.post('/v1/notes', { patientId, text: 'kept once' }, { idempotencyKey: key })
    expect((await post()).status).toBe(201)
    treatedBy.delete(patientId)
    const { organizationId } = server
    care.invalidate({ ...sampleEvent('follow_up.task-changed', { patientId }), organizationId })
    expect((await post()).status).toBe(403)
  })

  it('does not query the domains again for a known relationship', async () => {
    const { noteId } = await own()
    await practitioner.get(`/v1/notes/${noteId}`)
    const before = { ...asked }
    for (let count = 0; count < 3; count += 1) expect((await practitioner.get(`/v1/notes/${noteId}`)).status).toBe(200)
    expect(asked).toEqual(before)
  })

  it('never refuses from the cache: a cover that has just been taken counts', async () => {
    const colleague = newId()
    const { noteId, patientId } = await patient(colleague)
    expect((await practitioner.get(`/v1/notes/${noteId}`)).status).toBe(403)
    covers.push({ practitionerId: colleague, kind: 'hand-over' })
    const { status, headers } = await practitioner.get(`/v1/notes/${noteId}`)
    expect(status).toBe(200)
    expect(await rowsOf(headers)).toMatchObject([{ patientId, because: 'hand-over', onBehalfOf: colleague }])
    covers.length = 0
  })

  describe('whose chart is open in an emergency', () => {
    const openFor = async (seconds: number) => {
      const { noteId, patientId } = await patient(newId())
      const from = server.clock.now()
      emergencies.splice(0, emergencies.length, {
        patientId,
        reason: 'nobody-reachable',
        from,
        until: new Date(from.getTime() + seconds * 1_000),
      })
      care.invalidate({ ...sampleEvent('directory.emergency-access-opened'), organizationId: server.organizationId })
      return { noteId, patientId }
    }

    it('is shown, and the ledger has the reason and the purpose', async () => {
      const { noteId, patientId } = await openFor(3_600)
      const { status, headers } = await practitioner.get(`/v1/notes/${noteId}`)
      expect(status).toBe(200)
      expect(await rowsOf(headers)).toMatchObject([
        { patientId, outcome: 'done', because: 'emergency-nobody-reachable', purpose: 'BTG', onBehalfOf: null },
      ])
    })

    it('is shown to a caller who states that they break the glass, but only with patients whose chart is open so', async () => {
      const { noteId, patientId: opened } = await openFor(3_600)
      await own()
      const headers = { 'x-purpose-of-use': 'BTG' }
      const alone = await practitioner.get(`/v1/notes/${noteId}`, { headers })
      expect(await rowsOf(alone.headers)).toMatchObject([{ outcome: 'done', purpose: 'BTG' }])
      for (const patientId of everyone)
        if (patientId !== opened) treatedBy.set(patientId, String(practitioner.caller.practitionerId))
      expect((await practitioner.get('/v1/notes?limit=100')).status).toBe(200)
      const together = await practitioner.get('/v1/notes?limit=100', { headers })
      expect(together).toMatchObject({ status: 403, body: { code: 'purpose_not_permitted' } })
      expect(together.body.detail).toContain('opened no chart in an emergency')
    })

    it('is refused when it ends while the request runs, and nothing is stored', async () => {
      const { noteId } = await openFor(60)
      during = () => server.clock.advance({ seconds: 60 })
      const read = await practitioner.get(`/v1/notes/${noteId}`)
      expect(read.body).toMatchObject({ code: 'no_treatment_relationship' })
      expect(JSON.stringify(read.body)).not.toContain('as written')
      expect(await rowsOf(read.headers)).toMatchObject([{ outcome: 'refused', patientId: null }])
      during = () => undefined
      const written = await openFor(60)
      during = () => server.clock.advance({ seconds: 60 })
      const before = await server.accessRows({ patientId: written.patientId })
      const post = await practitioner.post('/v1/notes', { patientId: written.patientId, text: 'never kept' })
      expect(post.body).toMatchObject({ code: 'no_treatment_relationship' })
      expect(await server.accessRows({ patientId: written.patientId })).toEqual(before)
      during = () => undefined
    })
  })

  it('refuses a caller who states that they break the glass, and has opened nothing', async () => {
    const { noteId } = await own()
    const ask = (purpose: string) =>
      practitioner.get(`/v1/notes/${noteId}`, { headers: { 'x-purpose-of-use': purpose } })
    expect(await ask('BTG')).toMatchObject({ status: 403, body: { code: 'purpose_not_permitted' } })
    const { status, headers } = await ask('TREAT')
    expect(status).toBe(200)
    expect(await rowsOf(headers)).toMatchObject([{ purpose: 'TREAT' }])
  })

  it('does not apply to patients, who have reach `own`', async () => {
    const { noteId } = await patient(null)
    expect((await desk.get(`/v1/notes/${noteId}`)).status).toBe(404)
  })
})
