import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import { loadInvitationPolicy } from '../index.ts'
import { startSignIns, type TestSignIns } from './sign-ins.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { insertPatientDirectly } from './lakeside.testing.ts'

type Schemas = components['schemas']
const { retentionDays } = await loadInvitationPolicy()

describe.each(domainEngines)('pending invitations on %s', (engine) => {
  let people: TestSignIns
  let hospital: TestHospital
  let admin: SignedInClient
  let desk: SignedInClient
  let patient: Schemas['Patient']
  let self: SignedInClient
  beforeAll(async () => {
    people = await startSignIns(engine)
    ;({ hospital } = people)
  })
  afterAll(() => people.stop())
  beforeEach(async () => {
    hospital.clock.set('2026-11-25T15:00:00Z')
    patient = await insertPatientDirectly(hospital)
    ;[admin, desk, self] = await Promise.all([
      hospital.as('administrator'),
      hospital.as('front-desk'),
      hospital.as('patient', { personId: patient.id }),
    ])
  })

  const offered = async (by = self, id = patient.id) =>
    (
      await by.post(`/v1/patients/${id}/proxies`, {
        displayName: 'Alex Proxysample',
        relationship: 'spouse',
        scope: ['record'],
        from: '2026-01-01',
      })
    ).body
  const newMember = async () =>
    (await admin.post('/v1/members', { displayName: 'Robin Example', roles: ['nurse'] })).body
  const idsOf = async (client: SignedInClient, query = '?limit=100') =>
    (await client.get(`/v1/invitations${query}`)).body.items.map(({ id }: Schemas['Invitation']) => id) as string[]

  it('are shown to those who create them, newest first, and never with a code', async () => {
    const other = await insertPatientDirectly(hospital)
    const theirs = await hospital.as('patient', { personId: other.id })
    const [mine, foreign] = [await offered(), await offered(theirs, other.id)]
    const forPatient = (await desk.post(`/v1/patients/${patient.id}/invitations`)).body
    const forMember = (await admin.post(`/v1/members/${(await newMember()).id}/invitations`)).body
    const all = [mine.invitation.id, foreign.invitation.id, forPatient.id, forMember.id]
    const among = async (client: SignedInClient) => (await idsOf(client)).filter((id) => all.includes(id))
    expect(await among(self)).toEqual([mine.invitation.id])
    expect(await among(theirs)).toEqual([foreign.invitation.id])
    expect(await among(desk)).toEqual([forPatient.id, foreign.invitation.id, mine.invitation.id])
    expect(await among(admin)).toEqual([forMember.id])
    expect((await (await hospital.as('nurse')).get('/v1/invitations')).status).toBe(403)
    const text = JSON.stringify((await desk.get('/v1/invitations?limit=100')).body)
    expect(text).not.toContain(forPatient.secret)
    expect(text).not.toContain('secret')
    const rows = await hospital.accessRows({ operation: 'listInvitations', patientId: other.id })
    expect(new Set(rows.map(({ actorRole }) => actorRole))).toEqual(new Set(['front-desk', 'patient']))
  })

  it('are filtered by status, page by page', async () => {
    const [waiting, used, withdrawn] = [await offered(), await offered(), await offered()]
    await people.signIn(newId(), used.invitation.secret)
    await self.post(`/v1/invitations/${withdrawn.invitation.id}/revoke`)
    expect(await idsOf(self, '?status=pending')).toEqual([waiting.invitation.id])
    expect(await idsOf(self, '?status=accepted')).toEqual([used.invitation.id])
    expect(await idsOf(self, '?status=revoked')).toEqual([withdrawn.invitation.id])
    expect(await idsOf(self, '?status=expired')).toEqual([])
    const first = (await self.get('/v1/invitations?limit=2')).body
    const second = (await self.get(`/v1/invitations?limit=2&cursor=${first.nextCursor}`)).body
    expect([...first.items, ...second.items].map(({ id }: Schemas['Invitation']) => id)).toEqual([
      withdrawn.invitation.id,
      used.invitation.id,
      waiting.invitation.id,
    ])
    expect(second.nextCursor).toBeNull()
    hospital.clock.advance({ hours: 7 * 24 })
    self = await hospital.as('patient', { personId: patient.id })
    expect(await idsOf(self, '?status=expired')).toEqual([waiting.invitation.id])
    expect(await idsOf(self, '?status=pending')).toEqual([])
  })

  it('are withdrawn once by those who create them, and not after they were accepted', async () => {
    const [first, used] = [await offered(), await offered()]
    const path = `/v1/invitations/${first.invitation.id}/revoke`
    const stranger = await hospital.as('patient', { personId: (await insertPatientDirectly(hospital)).id })
    const both = await hospital.as('patient', {
      personId: stranger.caller.personId,
      patientIds: [stranger.caller.personId, patient.id],
    })
    for (const client of [stranger, both, admin, await hospital.as('front-desk', { organizationId: newId() })])
      expect((await client.post(path)).status).toBe(404)
    const before = (await eventsOf(hospital, 'directory.invitation-revoked')).length
    expect((await desk.post(path)).body).toMatchObject({ id: first.invitation.id, status: 'revoked' })
    expect((await self.post(path)).body).toMatchObject({ id: first.invitation.id, status: 'revoked' })
    expect((await eventsOf(hospital, 'directory.invitation-revoked')).slice(before)).toEqual([
      { invitationId: first.invitation.id, subjectId: first.id },
    ])
    await people.signIn(newId(), used.invitation.secret)
    expect(await self.post(`/v1/invitations/${used.invitation.id}/revoke`)).toMatchObject({
      status: 409,
      body: { code: 'invitation_accepted' },
    })
    expect(await self.post(`/v1/patients/${patient.id}/proxies/${used.id}/invitations`)).toMatchObject({
      status: 409,
      body: { code: 'proxy_not_invited' },
    })
    // The offered right stays, and can be offered again.
    expect((await self.post(`/v1/patients/${patient.id}/proxies/${first.id}/invitations`)).status).toBe(201)
  })

  it('are deleted some time after they expired, and not before', async () => {
    const { invitation } = await offered()
    const codeOf = async () => (await people.signIn(newId(), invitation.secret)).body.code
    hospital.clock.advance({ hours: (7 + retentionDays) * 24 })
    await hospital.runJob('directory.delete-old-invitations')
    expect(await codeOf()).toBe('invitation_expired')
    hospital.clock.advance({ seconds: 1 })
    await hospital.runJob('directory.delete-old-invitations')
    expect(await codeOf()).toBe('unknown_invitation')
  })
})
