import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { readPolicies } from '../../../platform/http/read-policies.ts'
import { createPermissions } from '../../../platform/identity/permissions.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { addMember } from '../index.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { cardiologist, createLakeside, insertPatientDirectly } from './lakeside.testing.ts'

type Schemas = components['schemas']

describe.each(domainEngines)('an organization and its people on %s', (engine) => {
  let hospital: TestHospital<'video'>
  let admin: SignedInClient
  beforeAll(async () => {
    hospital = await createTestHospital({ engine, partners: ['video'] })
    admin = await hospital.as('administrator')
  })
  afterAll(() => hospital.stop())

  describe('the organization', () => {
    it('is the only one that a session can read', async () => {
      expect((await admin.get('/v1/organization')).body).toMatchObject({
        id: hospital.organizationId,
        name: 'Lakeside Health (sample)',
        version: 1,
      })
      const stranger = await hospital.as('administrator', { organizationId: newId() })
      expect((await stranger.get('/v1/organization')).status).toBe(404)
    })

    it('changes once per version that was read', async () => {
      const change = { brand: { name: 'Lakeside', accentColor: '#123456' }, languages: ['en', 'es', 'ar'] }
      const { version } = (await admin.get('/v1/organization')).body
      expect((await admin.patch('/v1/organization', { ...change, version })).body).toMatchObject({
        ...change,
        version: version + 1,
        videoVendor: 'peer',
      })
      expect((await admin.patch('/v1/organization', { ...change, version })).body.code).toBe('version_conflict')
      expect(await eventsOf(hospital, 'directory.organization-changed')).toContainEqual({
        organizationId: hospital.organizationId,
        version: version + 1,
      })
    })

    it('accepts no vendor without an agreement', async () => {
      const { version } = (await admin.get('/v1/organization')).body
      const choose = async (videoVendor: string) =>
        (await admin.patch('/v1/organization', { videoVendor, version })).body
      hospital.permit('video', false)
      expect((await choose('daily')).code).toBe('vendor_not_permitted')
      // This deployment does not have it.
      expect((await choose('twilio')).code).toBe('vendor_not_permitted')
      expect((await admin.get('/v1/organization')).body.videoVendor).toBe('peer')
      hospital.permit('video', true)
      expect((await choose('daily')).videoVendor).toBe('daily')
    })

    it.each([
      'javascript:alert(1)',
      'data:text/html,x',
      '//evil.example/x.svg',
      '/\\evil.example',
      'http://plain.example/logo.svg',
    ])('accepts no logo from %s', async (logoUrl) => {
      const { version } = (await admin.get('/v1/organization')).body
      const { status, body } = await admin.patch('/v1/organization', {
        brand: { name: 'L', accentColor: '#123456', logoUrl },
        version,
      })
      expect([status, body.errors?.[0].pointer]).toEqual([422, '/brand/logoUrl'])
    })

    it('is changed by administrators only', async () => {
      for (const role of ['practitioner', 'front-desk', 'privacy-officer', 'patient']) {
        expect((await (await hospital.as(role)).patch('/v1/organization', { version: 1 })).status, role).toBe(403)
      }
    })
  })

  describe('members', () => {
    const add = async (given: object = {}): Promise<Schemas['Member']> => {
      const { status, body } = await admin.post('/v1/members', {
        displayName: 'Robin Example',
        roles: ['nurse'],
        ...given,
      })
      expect(status, JSON.stringify(body)).toBe(201)
      return body
    }

    it('are added with roles, each once, and listed', async () => {
      const member = await add({ roles: ['nurse', 'nurse', 'biller'], email: 'robin@staff.example' })
      expect(member).toMatchObject({
        roles: ['nurse', 'biller'],
        status: 'active',
        login: 'none',
        practitionerId: null,
        version: 1,
      })
      expect((await admin.get('/v1/members')).body.items).toContainEqual(member)
      const created = (await hospital.accessRows({ operation: 'createMember' })).at(-1)
      expect(created).toMatchObject({ action: 'create', patientId: null, outcome: 'done' })
    })

    it('never have the roles of patients, proxies or services, nor none', async () => {
      for (const roles of [['patient'], ['nurse', 'proxy'], ['service'], []]) {
        expect((await admin.post('/v1/members', { displayName: 'X', roles })).status, roles.join()).toBe(422)
      }
    })

    it('are changed only with a recent sign-in', async () => {
      const stale = await hospital.as('administrator', { authenticatedAt: new Date('2026-11-25T14:54:00Z') })
      expect((await stale.post('/v1/members', { displayName: 'X', roles: ['nurse'] })).body.code).toBe(
        'step_up_required',
      )
    })

    it('who lose a role or are disabled cause an event, so that their sessions end', async () => {
      const { id } = await add({ roles: ['nurse', 'biller'] })
      await admin.patch(`/v1/members/${id}`, { roles: ['nurse'], version: 1 })
      expect((await admin.patch(`/v1/members/${id}`, { roles: ['biller'], version: 1 })).body.code).toBe(
        'version_conflict',
      )
      await admin.patch(`/v1/members/${id}`, { status: 'disabled', version: 2 })
      expect((await eventsOf(hospital, 'directory.member-changed')).filter(({ memberId }) => memberId === id)).toEqual([
        { memberId: id, version: 1, lostRoles: [] },
        { memberId: id, version: 2, lostRoles: ['biller'] },
        { memberId: id, version: 3, lostRoles: [] },
      ])
      expect(await eventsOf(hospital, 'directory.member-disabled')).toContainEqual({ memberId: id })
    })

    it('sign in with one identity each, and not once they are disabled', async () => {
      const member = await hospital.keep('directory', (context) =>
        addMember(context, {
          displayName: 'Robin Example',
          roles: ['practitioner'],
          identity: { issuer: 'https://staff.example', subject: 'robin' },
        }),
      )
      expect(member.login).toBe('linked')
      const practitioner = await admin.post('/v1/practitioners', { ...cardiologist, memberId: member.id })
      const resolve = (organizationId = hospital.organizationId, subject = 'robin') =>
        hospital.provides.directory.resolvePerson(
          organizationId,
          'https://staff.example',
          subject,
          hospital.clock.now(),
        )
      expect(await resolve()).toEqual({
        kind: 'member',
        personId: member.id,
        roles: ['practitioner'],
        patientIds: [],
        practitionerId: practitioner.body.id,
      })
      expect(await resolve(newId())).toBeNull()
      expect(await resolve(hospital.organizationId, 'Robin')).toBeNull()
      await admin.patch(`/v1/members/${member.id}`, { status: 'disabled', version: 1 })
      expect(await resolve()).toBeNull()
      expect(
        await hospital.provides.directory.refreshPerson(
          hospital.organizationId,
          { kind: 'member', personId: member.id },
          hospital.clock.now(),
        ),
      ).toBeNull()
      // A person who cannot sign in must not be booked.
      expect((await admin.get(`/v1/practitioners/${practitioner.body.id}`)).body).toMatchObject({
        active: false,
        version: 2,
      })
    })

    it('always include one who can administer', async () => {
      const organizationId = newId()
      await createLakeside(hospital, organizationId)
      const founder = await hospital.as('administrator', { organizationId })
      const [first, second] = await Promise.all(
        ['First', 'Second'].map(
          async (displayName) => (await founder.post('/v1/members', { displayName, roles: ['administrator'] })).body,
        ),
      )
      const both = await Promise.all([
        founder.patch(`/v1/members/${first.id}`, { status: 'disabled', version: 1 }),
        founder.patch(`/v1/members/${second.id}`, { roles: ['auditor'], version: 1 }),
      ])
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
      expect(both.find(({ status }) => status === 409)?.body.code).toBe('last_administrator')
    })

    it('of another organization can be neither read nor changed', async () => {
      const { id } = await add()
      const stranger = await hospital.as('administrator', { organizationId: newId() })
      expect((await stranger.get('/v1/members')).body.items).toEqual([])
      expect((await stranger.patch(`/v1/members/${id}`, { status: 'disabled', version: 1 })).status).toBe(404)
      expect((await admin.patch('/v1/members/nonsense', { version: 1 })).status).toBe(404)
    })
  })

  describe('the person behind a session', () => {
    it('as a patient reads themselves, recorded as their own access', async () => {
      const patient = await insertPatientDirectly(hospital, { name: { given: 'Sam', family: 'Selfsample' } })
      const { body } = await (await hospital.as('patient', { personId: patient.id })).get('/v1/me')
      expect(body).toMatchObject({
        personId: patient.id,
        kind: 'patient',
        displayName: 'Sam Selfsample',
        roles: ['patient'],
        patients: [{ id: patient.id, displayName: 'Sam Selfsample' }],
        organizationId: hospital.organizationId,
        permissions: createPermissions(readPolicies().permissions).permissionsOf(['patient']),
      })
      expect(await hospital.accessRows({ patientId: patient.id })).toMatchObject([
        { operation: 'getMe', because: 'self' },
      ])
    })

    it('as a member or a service reads themselves, and no patient', async () => {
      const { body: member } = await admin.post('/v1/members', { displayName: 'Robin Example', roles: ['nurse'] })
      const nurse = await hospital.as('nurse', { personId: member.id })
      expect((await nurse.get('/v1/me')).body).toMatchObject({
        kind: 'member',
        displayName: 'Robin Example',
        patients: [],
      })
      const service = await hospital.as('service')
      expect((await service.get('/v1/me')).body).toMatchObject({
        kind: 'service',
        displayName: 'Lakeside Portal',
        patients: [],
      })
    })
  })

  it('every organization is known to jobs, and none to a request of another', async () => {
    const other = newId()
    await createLakeside(hospital, other)
    expect(await hospital.provides.directory.organizationIds()).toEqual(
      expect.arrayContaining([hospital.organizationId, other]),
    )
    const db = hospital.platform.database.reader({ domain: 'directory', organizationId: other })
    expect(await db.selectFrom('directory.organizations').select('id').execute()).toEqual([{ id: other }])
  })
})
