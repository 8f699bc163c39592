import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import type { TestHospital } from '../../../test-kit/test-hospital.ts'
import { ok, peopleOf } from './people.testing.ts'
import { startSignIns, type TestSignIns } from './sign-ins.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { createLakeside, insertPatientDirectly } from './lakeside.testing.ts'

type Schemas = components['schemas']

describe.each(domainEngines)('an invitation on %s', (engine) => {
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

  const offered = (given: Partial<Schemas['CreateProxy']> = {}, by = self, id = patient.id) =>
    ok(
      by.post(`/v1/patients/${id}/proxies`, {
        displayName: 'Alex Proxysample',
        relationship: 'spouse',
        scope: ['record'],
        from: '2026-01-01',
        ...given,
      }),
    ) as Promise<Schemas['CreatedProxy'] & { invitation: { secret: string } }>
  const newMember = (roles = ['nurse']): Promise<Schemas['Member']> =>
    ok(admin.post('/v1/members', { displayName: 'Robin Example', roles }))
  const invited = (path: string, by: SignedInClient): Promise<Schemas['CreatedInvitation']> =>
    ok(by.post(`/v1/${path}/invitations`))
  const meOf = async (accessToken: string) =>
    (
      await fetch(`${hospital.url}/v1/me`, {
        headers: { authorization: `Bearer ${accessToken}`, origin: hospital.portal.origin },
      })
    ).json() as Promise<Schemas['Me']>
  const refused = async (response: Promise<{ status: number; body: { code: string; detail: string } }>) => {
    const { status, body } = await response
    return [status, body.code]
  }
  const lastRow = async (operation: string) => (await hospital.accessRows({ operation })).at(-1)

  it('lets an unknown person sign in and act for the patient, on the record', async () => {
    const { id, invitation } = await offered()
    expect(await refused(people.signIn(subject))).toEqual([400, 'invalid_grant'])
    const { access_token: token } = await ok(people.signIn(subject, invitation.secret))
    expect(await meOf(token)).toMatchObject({ kind: 'proxy', personId: id, patients: [{ id: patient.id }] })
    expect((await ok(self.get(`/v1/patients/${patient.id}/proxies`))).items).toMatchObject([{ id, status: 'active' }])
    const rows = await hospital.accessRows({ patientId: patient.id })
    expect(rows.find(({ because }) => because === 'invitation')).toMatchObject({
      operation: 'exchangeToken',
      action: 'update',
      entity: 'Proxy',
      entityId: id,
      actorKind: 'proxy',
      actorId: id,
      outcome: 'done',
    })
    expect((await eventsOf(hospital, 'directory.proxy-granted')).at(-1)).toEqual({
      proxyId: id,
      personId: id,
      patientId: patient.id,
    })
    // From now on without a code.
    expect((await people.signIn(subject)).status).toBe(200)
  })

  it('lets a member and a patient sign in as themselves', async () => {
    const member = await newMember(['nurse', 'biller'])
    const forMember = await invited(`members/${member.id}`, admin)
    expect(forMember).toMatchObject({ kind: 'member', memberId: member.id, patientId: null, proxyId: null })
    expect((await ok(people.signIn(subject, forMember.secret))).session_id).toEqual(expect.any(String))
    expect(await people.whoIs(subject)).toMatchObject({
      kind: 'member',
      personId: member.id,
      roles: ['nurse', 'biller'],
    })
    expect(
      (await ok(admin.get('/v1/members'))).items.find(({ id }: Schemas['Member']) => id === member.id),
    ).toMatchObject({ login: 'linked' })

    const forPatient = await invited(`patients/${patient.id}`, desk)
    const theirs = newId()
    expect(await ok(desk.get(`/v1/patients/${patient.id}/login`))).toEqual({ patientId: patient.id, status: 'none' })
    await ok(people.signIn(theirs, forPatient.secret))
    expect(await people.whoIs(theirs)).toMatchObject({ kind: 'patient', personId: patient.id })
    expect(await ok(desk.get(`/v1/patients/${patient.id}/login`))).toEqual({ patientId: patient.id, status: 'linked' })
  })

  it('is accepted in any spelling of the code, and again by the same person after a lost response', async () => {
    const { invitation } = await offered()
    const typed = ` ${invitation.secret.toLowerCase().replaceAll('-', ' ')} `
    expect((await people.signIn(subject, typed)).status).toBe(200)
    expect((await people.signIn(subject, invitation.secret)).status).toBe(200)
    expect(
      (await eventsOf(hospital, 'directory.proxy-granted')).filter(({ patientId }) => patientId === patient.id),
    ).toHaveLength(1)
  })

  it('adds rights to a signed-in person, who need not sign in again', async () => {
    const second = await insertPatientDirectly(hospital)
    const theirs = await hospital.as('patient', { personId: second.id })
    const { invitation } = await offered()
    await ok(people.signIn(subject, invitation.secret))
    const person = await people.whoIs(subject)
    const acting = await hospital.as('proxy', { personId: person?.personId ?? '', patientIds: [patient.id] })
    const further = await offered({}, theirs, second.id)
    expect(await ok(acting.post('/v1/invitations/accept', { secret: further.invitation.secret }))).toMatchObject({
      status: 'accepted',
      proxyId: further.id,
      patientId: second.id,
    })
    expect(await lastRow('acceptInvitation')).toMatchObject({ entity: 'Proxy', patientId: second.id, outcome: 'done' })
    expect((await people.whoIs(subject))?.patientIds).toEqual([patient.id, second.id])

    // A patient who acts for another stays a patient.
    const third = await offered({}, theirs, second.id)
    await ok(self.post('/v1/invitations/accept', { secret: third.invitation.secret }))
    const forSelf = await invited(`patients/${patient.id}`, desk)
    const own = newId()
    await ok(people.signIn(own, forSelf.secret))
    expect(await people.whoIs(own)).toMatchObject({ kind: 'patient', patientIds: [patient.id, second.id] })
  })

  it('is refused once another sign-in has accepted it, when it has expired, and when it was withdrawn or replaced', async () => {
    const used = await offered()
    await ok(people.signIn(newId(), used.invitation.secret))
    // Also by a person who is known here, and has a right of their own.
    const known = newId()
    await ok(people.signIn(known, (await offered()).invitation.secret))
    expect(await refused(people.signIn(known, used.invitation.secret))).toEqual([409, 'invitation_used'])
    const replaced = await offered()
    const newer = await invited(`patients/${patient.id}/proxies/${replaced.id}`, self)
    const withdrawn = await offered()
    await ok(self.post(`/v1/invitations/${withdrawn.invitation.id}/revoke`))
    const ended = await offered()
    await ok(self.post(`/v1/patients/${patient.id}/proxies/${ended.id}/end`))
    for (const [{ invitation }, status, code] of [
      [used, 409, 'invitation_used'],
      [replaced, 410, 'invitation_revoked'],
      [withdrawn, 410, 'invitation_revoked'],
      [ended, 410, 'invitation_revoked'],
    ] as const) {
      const { body, ...answer } = await people.signIn(subject, invitation.secret)
      expect([answer.status, body.code, body.error]).toEqual([status, code, 'invalid_grant'])
      expect(body.detail).toMatch(/Ask|ask|Use|Sign in/)
      expect(await lastRow('exchangeToken')).toMatchObject({ outcome: 'refused', refusal: code, patientId: null })
    }
    hospital.clock.advance({ hours: 7 * 24 })
    expect(await refused(people.signIn(subject, newer.secret))).toEqual([410, 'invitation_expired'])
    expect(await lastRow('exchangeToken')).toMatchObject({ outcome: 'refused', refusal: 'invitation_expired' })
    expect(await people.whoIs(subject)).toBeNull()
  })

  it('of another organization looks like a wrong code, and a typing error does not count as a guess', async () => {
    const elsewhere = newId()
    await createLakeside(hospital, elsewhere)
    const theirs = await insertPatientDirectly(hospital, {}, elsewhere)
    const by = await hospital.as('patient', { personId: theirs.id, organizationId: elsewhere })
    const { invitation } = await offered({}, by, theirs.id)
    const foreign = await people.signIn(subject, invitation.secret)
    const guess = await people.signIn(subject, '7K3M9-QXT4W-ZR8NB-H2CVD')
    expect([foreign.status, foreign.body.code]).toEqual([404, 'unknown_invitation'])
    const { requestId: _one, ...emitted } = foreign.body
    const { requestId: _two, ...same } = guess.body
    expect(emitted).toEqual(same)
    expect(await lastRow('exchangeToken')).toMatchObject({ refusal: 'unknown_invitation', patientId: null })
    expect((await people.signIn(subject, 'not a code')).body.errors).toMatchObject([
      { pointer: '/invitation', code: 'wrong_format' },
    ])
    expect((await self.post('/v1/invitations/accept', { secret: 'not a code' })).body.errors).toMatchObject([
      { pointer: '/secret', code: 'wrong_format' },
    ])
    expect(await refused(self.post('/v1/invitations/accept', { secret: invitation.secret }))).toEqual([
      404,
      'unknown_invitation',
    ])
    expect(await lastRow('acceptInvitation')).toMatchObject({ outcome: 'refused', refusal: 'unknown_invitation' })
  })

  it('is refused to people in another role: staff for family, patients for themselves, anyone twice', async () => {
    const wrong = [403, 'invitation_wrong_person']
    const member = await newMember()
    await ok(people.signIn(subject, (await invited(`members/${member.id}`, admin)).secret))
    const { invitation } = await offered()
    expect(await refused(people.signIn(subject, invitation.secret))).toEqual(wrong)
    expect(await lastRow('exchangeToken')).toMatchObject({ refusal: 'invitation_wrong_person' })
    expect(await refused((await hospital.as('nurse')).post('/v1/invitations/accept', invitation))).toEqual([
      403,
      'forbidden',
    ])
    expect(await refused(people.signIn(subject, (await invited(`patients/${patient.id}`, desk)).secret))).toEqual(wrong)

    const own = newId()
    await ok(people.signIn(own, (await invited(`patients/${patient.id}`, desk)).secret))
    expect(await refused(people.signIn(own, invitation.secret))).toEqual(wrong)
    expect(await refused(self.post('/v1/invitations/accept', { secret: invitation.secret }))).toEqual(wrong)
    const other = await newMember()
    expect(await refused(people.signIn(own, (await invited(`members/${other.id}`, admin)).secret))).toEqual(wrong)
    // A code for a login cannot be used in a session either.
    const forOther = await invited(`patients/${(await insertPatientDirectly(hospital)).id}`, desk)
    expect(await refused(self.post('/v1/invitations/accept', { secret: forOther.secret }))).toEqual(wrong)
    // None of this used up a code.
    expect((await people.signIn(newId(), invitation.secret)).status).toBe(200)
  })

  it('needs a token of a registered issuer, and no session to step up', async () => {
    const { invitation } = await offered()
    const forged = await people.issuer.idToken(subject, hospital.clock.now(), {
      claims: { iss: 'https://evil.example' },
    })
    const { status, body } = await people.signIn(subject, invitation.secret, { subject_token: forged })
    expect([status, body.code]).toEqual([400, 'unknown_issuer'])
    expect(await lastRow('exchangeToken')).toMatchObject({ outcome: 'refused', refusal: 'unknown_issuer' })
    const both = await people.signIn(subject, invitation.secret, { session_id: newId() })
    expect(both.body.errors).toMatchObject([{ pointer: '/invitation' }])
    expect((await people.signIn(subject, invitation.secret)).status).toBe(200)
  })

  it('to a right that begins later is accepted, and the response contains when the person may sign in', async () => {
    const { id, invitation } = await offered({ from: '2026-11-27' })
    expect(await refused(people.signIn(subject, invitation.secret))).toEqual([403, 'right_not_started'])
    expect((await ok(self.get(`/v1/patients/${patient.id}/proxies`))).items).toMatchObject([{ id, status: 'active' }])
    hospital.clock.set('2026-11-27T15:00:00Z')
    expect((await people.signIn(subject)).status).toBe(200)
  })

  it('leaves its code in no table, log, event or ledger row, nor the sign-in that accepts it', async () => {
    const canary = `canary-${newId()}@mail.example`
    const key = `key-${newId()}`
    const given = { displayName: 'Alex', relationship: 'spouse', scope: ['record'], from: '2026-01-01' }
    const created = await ok(self.post(`/v1/patients/${patient.id}/proxies`, given, { idempotencyKey: key }))
    const again = await ok(self.post(`/v1/patients/${patient.id}/proxies`, given, { idempotencyKey: key }))
    const { secret, ...shown } = created.invitation
    expect(again).toEqual({ ...created, invitation: shown })
    const forMember = await invited(`members/${(await newMember()).id}`, admin)
    await ok(people.signIn(canary, secret))
    await people.signIn(newId(), forMember.secret)
    const owner = hospital.platform.database.owner()
    const { rows: tables } = await sql<{ name: string }>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
      where schemaname not in ('pg_catalog', 'information_schema')`.execute(owner)
    const texts: string[] = hospital.logged.map((line) => JSON.stringify(line))
    for (const { name } of tables)
      for (const { row } of (
        await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} as t`.execute(owner)
      ).rows)
        texts.push(row)
    const all = texts.join('\n').toLowerCase()
    expect(all).toContain(created.id)
    for (const code of [secret, forMember.secret].map((each: string) => each.toLowerCase()))
      for (const form of [code, code.replaceAll('-', ''), Buffer.from(code).toString('hex')])
        expect(all).not.toContain(form)
    expect(all).not.toContain(canary.toLowerCase())
  })
})
