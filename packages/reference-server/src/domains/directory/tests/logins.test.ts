import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import { addMember, loadInvitationPolicy, registerIdentity } from '../index.ts'
import { ok, peopleOf } from './people.testing.ts'
import { startSignIns, type TestSignIns } from './sign-ins.testing.ts'
import { findLinked } from '../store/identities.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { insertPatientDirectly } from './lakeside.testing.ts'

type Schemas = components['schemas']
type Offered = Schemas['CreatedProxy'] & { invitation: { secret: string } }

const { maxProxies, maxPending } = await loadInvitationPolicy()

describe.each(domainEngines)('a sign-in on %s', (engine) => {
  let people: TestSignIns
  let hospital: TestHospital
  let admin: SignedInClient
  let desk: SignedInClient
  let patient: Schemas['Patient']
  let self: SignedInClient
  let subject: string
  beforeAll(async () => {
    people = await startSignIns(engine)
    ;({ hospital } = people)
  })
  afterAll(() => people.stop())
  beforeEach(async () => {
    hospital.clock.set('2026-11-25T15:00:00Z')
    subject = newId()
    ;({ patient, admin, desk, self } = await peopleOf(hospital))
  })

  const refused = async (response: Promise<{ status: number; body: { code: string } }>) => {
    const { status, body } = await response
    return [status, body.code]
  }
  const right = {
    displayName: 'Alex Proxysample',
    relationship: 'spouse',
    scope: ['record'],
    from: '2026-01-01',
  } as const
  const offer = (by: SignedInClient, id: string, given: object = {}) =>
    by.post(`/v1/patients/${id}/proxies`, { ...right, ...given })
  const offered = (given: object = {}): Promise<Offered> => ok(offer(self, patient.id, given))
  const end = (id: string) => ok(self.post(`/v1/patients/${patient.id}/proxies/${id}/end`))
  const newMember = (roles: string[] = ['nurse']): Promise<Schemas['Member']> =>
    ok(admin.post('/v1/members', { displayName: 'Robin Example', roles }))
  const invited = (path: string, by: SignedInClient): Promise<Schemas['CreatedInvitation']> =>
    ok(by.post(`/v1/${path}/invitations`))
  const stateOf = (token: string) =>
    fetch(`${hospital.url}/v1/session`, {
      headers: { authorization: `Bearer ${token}`, origin: hospital.portal.origin },
    }).then(({ status }) => status)
  const link = (person: Parameters<typeof registerIdentity>[2], name: string) =>
    hospital.keep('directory', (context) =>
      registerIdentity(context, { issuer: people.issuer.registration.issuer, subject: name }, person),
    )

  it('cannot be named by a patient, so that no one is blocked, and no one learns who is known here', async () => {
    // The attack: a patient offers rights to future staff, to current staff, and to a stranger.
    const staff = newId()
    const member = await newMember()
    await ok(people.signIn(staff, (await invited(`members/${member.id}`, admin)).secret))
    const identityOf = (name: string) => ({ identity: { issuer: people.issuer.registration.issuer, subject: name } })
    const named = await Promise.all(
      [staff, subject, newId()].map(async (name) => {
        const { status, body } = await offer(self, patient.id, identityOf(name))
        const { requestId: _, ...emitted } = body
        return { status, told: emitted }
      }),
    )
    // The property no longer exists, and the response is the same for every named person.
    expect(named.map(({ status }) => status)).toEqual([400, 400, 400])
    expect(named[0]).toEqual(named[1])
    expect(named[0]).toEqual(named[2])
    const offers = await Promise.all([offered(), offered()])
    expect(new Set(offers.map(({ status, relationship }) => `${status} ${relationship}`)).size).toBe(1)
    // The administrator employs the named person, who is no proxy.
    const next = await newMember()
    await ok(people.signIn(subject, (await invited(`members/${next.id}`, admin)).secret))
    expect(await people.whoIs(subject)).toMatchObject({ kind: 'member', personId: next.id, patientIds: [] })
  })

  it('names one person: no one else can be linked to it, not even by the operator', async () => {
    const other = await insertPatientDirectly(hospital)
    await link({ kind: 'patient', personId: patient.id }, subject)
    await expect(link({ kind: 'patient', personId: other.id }, subject)).rejects.toThrow('linked to another person')
    expect(await people.whoIs(subject)).toMatchObject({ kind: 'patient', personId: patient.id })
  })

  it('of a patient gets no right to act for another without accepting it', async () => {
    const other = await insertPatientDirectly(hospital)
    await link({ kind: 'patient', personId: other.id }, subject)
    await offered()
    expect((await people.whoIs(subject))?.patientIds).toEqual([other.id])
  })

  it('is free again when the last right of its person ends, and not before', async () => {
    const [first, second] = [await offered(), await offered()]
    for (const { invitation } of [first, second]) await ok(people.signIn(subject, invitation.secret))
    await end(first.id)
    expect((await people.whoIs(subject))?.personId).toBe(first.id)
    const before = (await eventsOf(hospital, 'directory.login-released')).length
    const isLinked = () =>
      hospital.keep('directory', async ({ tx }) => (await findLinked(tx, 'proxy', [first.id])).has(first.id))
    expect(await isLinked()).toBe(true)
    await end(second.id)
    expect(await isLinked()).toBe(false)
    expect((await eventsOf(hospital, 'directory.login-released')).slice(before)).toEqual([
      { personId: first.id, personKind: 'proxy' },
    ])
    // The same person starts work here.
    const member = await newMember()
    await ok(people.signIn(subject, (await invited(`members/${member.id}`, admin)).secret))
    expect(await people.whoIs(subject)).toMatchObject({ kind: 'member', personId: member.id })
  })

  it('is free again when the last right of its person lapses at midnight, whether or not the job has run', async () => {
    const lapsing = await offered({ to: '2026-11-25' })
    await ok(people.signIn(subject, lapsing.invitation.secret))
    const other = newId()
    await ok(people.signIn(other, (await offered({ to: '2026-11-25' })).invitation.secret))
    const unaccepted = await offered({ to: '2026-11-25' })
    hospital.clock.set('2026-11-26T06:00:00Z')
    admin = await hospital.as('administrator')
    const member = await newMember()
    await ok(people.signIn(subject, (await invited(`members/${member.id}`, admin)).secret))
    expect(await people.whoIs(subject)).toMatchObject({ personId: member.id })
    expect(await refused(people.signIn(newId(), unaccepted.invitation.secret))).toEqual([410, 'invitation_expired'])
    await hospital.runJob('directory.end-lapsed-proxies')
    await hospital.runJob('directory.end-lapsed-proxies')
    expect(await refused(people.signIn(newId(), unaccepted.invitation.secret))).toEqual([410, 'invitation_revoked'])
    const again = await newMember()
    await ok(people.signIn(other, (await invited(`members/${again.id}`, admin)).secret))
    expect(await people.whoIs(subject)).toMatchObject({ personId: member.id })
  })

  it('of a patient who also acts for others stays when those rights end', async () => {
    const child = await insertPatientDirectly(hospital)
    await link({ kind: 'patient', personId: patient.id }, subject)
    const { body: forChild } = await offer(desk, child.id)
    await ok(self.post('/v1/invitations/accept', { secret: forChild.invitation.secret }))
    await ok(desk.post(`/v1/patients/${child.id}/proxies/${forChild.id}/end`))
    expect(await people.whoIs(subject)).toMatchObject({ kind: 'patient', patientIds: [patient.id] })
  })

  it('is signed out on every device by an administrator or the front desk, and can sign in again', async () => {
    const member = await newMember()
    const atWork = newId()
    const atHome = newId()
    const proxy = await offered()
    await ok(people.signIn(atHome, proxy.invitation.secret))
    const tokens = [
      await ok(people.signIn(subject, (await invited(`patients/${patient.id}`, desk)).secret)),
      await ok(people.signIn(subject)),
      await ok(people.signIn(atWork, (await invited(`members/${member.id}`, admin)).secret)),
      await ok(people.signIn(atWork)),
      await ok(people.signIn(atHome)),
    ].map(({ access_token: token }) => token)
    const states = () => Promise.all(tokens.map(stateOf))
    expect(await states()).toEqual([200, 200, 200, 200, 200])
    expect(await refused(admin.post(`/v1/patients/${patient.id}/sign-out`))).toEqual([403, 'forbidden'])
    expect(await refused(desk.post(`/v1/members/${member.id}/sign-out`))).toEqual([403, 'forbidden'])
    expect(await refused(admin.post(`/v1/members/${newId()}/sign-out`))).toEqual([404, 'not_found'])
    await ok(desk.post(`/v1/patients/${patient.id}/sign-out`))
    await hospital.settle()
    expect(await states()).toEqual([401, 401, 200, 200, 200])
    await ok(admin.post(`/v1/members/${member.id}/sign-out`))
    await hospital.settle()
    expect(await states()).toEqual([401, 401, 401, 401, 200])
    await ok(desk.post(`/v1/patients/${patient.id}/proxies/${proxy.id}/sign-out`))
    await hospital.settle()
    expect(await states()).toEqual([401, 401, 401, 401, 401])
    for (const name of [subject, atWork, atHome])
      expect(await stateOf((await ok(people.signIn(name))).access_token)).toBe(200)
    expect((await hospital.accessRows({ operation: 'signOutPatient' })).at(-1)).toMatchObject({
      action: 'delete',
      entity: 'Session',
      patientId: patient.id,
      actorRole: 'front-desk',
      outcome: 'done',
    })
  })

  it('is released by an administrator or the front desk with a recent sign-in: sessions end, and it can be linked again', async () => {
    await ok(people.signIn(subject, (await invited(`patients/${patient.id}`, desk)).secret))
    const { access_token: token } = await ok(people.signIn(subject))
    const session = () => stateOf(token)
    expect(await session()).toBe(200)
    expect(await refused(desk.post(`/v1/patients/${patient.id}/invitations`))).toEqual([409, 'login_exists'])
    const stale = await hospital.as('front-desk', { authenticatedAt: new Date('2026-11-25T14:00:00Z') })
    expect(await refused(stale.post(`/v1/patients/${patient.id}/login/release`))).toEqual([401, 'step_up_required'])
    expect(await refused(admin.post(`/v1/patients/${patient.id}/login/release`))).toEqual([403, 'forbidden'])
    const released = { patientId: patient.id, status: 'none' }
    expect(await ok(desk.post(`/v1/patients/${patient.id}/login/release`))).toEqual(released)
    expect(await ok(desk.post(`/v1/patients/${patient.id}/login/release`))).toEqual(released)
    await hospital.settle()
    expect(await session()).toBe(401)
    expect(await refused(people.signIn(subject))).toEqual([400, 'invalid_grant'])
    expect((await hospital.accessRows({ operation: 'releasePatientLogin' })).at(-1)).toMatchObject({
      action: 'delete',
      entity: 'Login',
      patientId: patient.id,
      actorRole: 'front-desk',
      outcome: 'done',
    })
    await ok(people.signIn(subject, (await invited(`patients/${patient.id}`, desk)).secret))
    expect(await people.whoIs(subject)).toMatchObject({ kind: 'patient', personId: patient.id })
  })

  it('of a disabled member stays linked until it is released, because disabling can be undone', async () => {
    const member = await newMember()
    const waiting = await newMember()
    await ok(people.signIn(subject, (await invited(`members/${member.id}`, admin)).secret))
    const { secret } = await invited(`members/${waiting.id}`, admin)
    for (const { id } of [member, waiting])
      await ok(admin.patch(`/v1/members/${id}`, { status: 'disabled', version: 1 }))
    expect(await refused(people.signIn(newId(), secret))).toEqual([410, 'invitation_revoked'])
    expect(await refused(admin.post(`/v1/members/${waiting.id}/invitations`))).toEqual([409, 'member_disabled'])
    expect(await people.whoIs(subject)).toBeNull()
    await ok(admin.patch(`/v1/members/${member.id}`, { status: 'active', version: 2 }))
    expect(await people.whoIs(subject)).toMatchObject({ personId: member.id })
    await ok(admin.patch(`/v1/members/${member.id}`, { status: 'disabled', version: 3 }))
    expect(await ok(admin.post(`/v1/members/${member.id}/login/release`))).toMatchObject({
      login: 'none',
      status: 'disabled',
    })
    const { invitation } = await offered()
    await ok(people.signIn(subject, invitation.secret))
    expect(await people.whoIs(subject)).toMatchObject({ kind: 'proxy', patientIds: [patient.id] })
  })

  it('of the only administrator who can sign in is not released', async () => {
    const organizationId = newId()
    const founder = await hospital.as('administrator', { organizationId })
    const add = (name: string) =>
      hospital.keep(
        'directory',
        (context) =>
          addMember(context, {
            displayName: name,
            roles: ['administrator'],
            identity: { issuer: people.issuer.registration.issuer, subject: newId() },
          }),
        organizationId,
      )
    const only = await add('Only')
    await ok(founder.post('/v1/members', { displayName: 'Not invited yet', roles: ['administrator'] }))
    expect(await refused(founder.post(`/v1/members/${only.id}/login/release`))).toEqual([409, 'last_administrator'])
    await add('Second')
    expect(await ok(founder.post(`/v1/members/${only.id}/login/release`))).toMatchObject({ login: 'none' })
  })

  it('can be invited for a patient a limited number of times: the problem contains the number and the remedy', async () => {
    const first = await Promise.all(Array.from({ length: maxPending + 3 }, () => offer(self, patient.id)))
    expect(first.filter(({ status }) => status === 201)).toHaveLength(maxPending)
    const over = first.find(({ status }) => status !== 201)
    expect(over).toMatchObject({ status: 409, body: { code: 'too_many_invitations' } })
    expect(over?.body.detail).toContain(String(maxPending))
    // An expired invitation is not pending: the right can be invited again, within the same limit.
    hospital.clock.advance({ hours: 7 * 24 })
    ;[desk, self] = [await hospital.as('front-desk'), await hospital.as('patient', { personId: patient.id })]
    for (let rights = maxPending; rights < maxProxies; rights += 1) await offered()
    expect(await refused(offer(desk, patient.id))).toEqual([409, 'too_many_proxies'])
    const { body } = await offer(self, patient.id)
    expect(body.detail).toContain(String(maxProxies))
    expect((await hospital.accessRows({ operation: 'createProxy' })).at(-1)).toMatchObject({
      outcome: 'refused',
      refusal: 'too_many_proxies',
      patientId: null,
    })
    const expired = first.find(({ status }) => status === 201)?.body as Offered
    expect(await refused(self.post(`/v1/patients/${patient.id}/proxies/${expired.id}/invitations`))).toEqual([
      409,
      'too_many_invitations',
    ])
    await end(expired.id)
    expect(await refused(offer(self, patient.id))).toEqual([409, 'too_many_invitations'])
    // Another patient is not affected.
    const other = await insertPatientDirectly(hospital)
    expect((await offer(desk, other.id)).status).toBe(201)
  })
})
