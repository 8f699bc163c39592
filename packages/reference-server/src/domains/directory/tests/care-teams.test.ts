import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { createTestHospital, type TestHospital } from '../../../test-kit/test-hospital.ts'
import { addMember, addPractitioner } from '../index.ts'
import type { DirectoryProvides } from '../provides.ts'
import { cardiologist } from './lakeside.testing.ts'

type CareTeam = components['schemas']['CareTeam']

describe.each(domainEngines)('care teams on %s', (engine) => {
  let server: TestHospital
  let directory: DirectoryProvides
  let administrator: SignedInClient
  beforeAll(async () => {
    server = await createTestHospital({ engine })
    directory = server.provides.directory
    administrator = await server.as('administrator')
  })
  afterAll(() => server.stop())

  const member = async (): Promise<string> =>
    (
      await server.keep('directory', (context) =>
        addMember(context, { displayName: 'Sample Member', roles: ['practitioner'] }),
      )
    ).id
  const practitioner = async (memberId?: string): Promise<string> =>
    (
      await server.keep('directory', (context) =>
        addPractitioner(context, { ...cardiologist, ...(memberId !== undefined && { memberId }) }),
      )
    ).id
  const make = async (given: object): Promise<CareTeam> => {
    const { status, body } = await administrator.post('/v1/care-teams', { name: 'Heart', memberIds: [], ...given })
    expect(status, JSON.stringify(body)).toBe(201)
    return body
  }
  const circleOf = (memberId: string, practitionerId: string | null = null) =>
    directory.circleOf({ organizationId: server.organizationId, memberId, practitionerId }, server.clock.now())

  it('connect their members, the practitioners of those members, and practitioners who do not sign in', async () => {
    const [one, other] = [await member(), await member()]
    const [oneTreats, visiting] = [await practitioner(one), await practitioner()]
    const team = await make({ memberIds: [one, other, one], practitionerIds: [visiting] })
    expect(team).toMatchObject({ name: 'Heart', memberIds: [one, other], active: true, version: 1 })
    const everyone = new Set([one, other, oneTreats, visiting])
    expect((await circleOf(other)).team).toEqual(everyone)
    expect((await circleOf(one, oneTreats)).team).toEqual(everyone)
    expect((await circleOf(one, oneTreats)).specialties).toEqual(['cardiology'])
    expect((await circleOf(await member())).team).toEqual(new Set())
  })

  it('do not connect the members of one with those of another through a shared member', async () => {
    const [left, both, right] = [await member(), await member(), await member()]
    await make({ memberIds: [left, both] })
    await make({ memberIds: [both, right] })
    expect((await circleOf(left)).team).toEqual(new Set([left, both]))
    expect((await circleOf(both)).team).toEqual(new Set([left, both, right]))
  })

  it('are changed at the version that was read, and connect no one once they are retired', async () => {
    const [one, other] = [await member(), await member()]
    const { id } = await make({ memberIds: [one] })
    const changed = await administrator.patch(`/v1/care-teams/${id}`, { memberIds: [one, other], version: 1 })
    expect(changed.body).toMatchObject({ name: 'Heart', memberIds: [one, other], version: 2 })
    expect((await administrator.patch(`/v1/care-teams/${id}`, { name: 'X', version: 1 })).body.code).toBe(
      'version_conflict',
    )
    expect((await circleOf(one)).team).toEqual(new Set([one, other]))
    const retired = await administrator.post(`/v1/care-teams/${id}/retire`)
    expect(retired.body).toMatchObject({ active: false, version: 3 })
    expect((await administrator.post(`/v1/care-teams/${id}/retire`)).body).toEqual(retired.body)
    expect((await circleOf(one)).team).toEqual(new Set())
    expect(
      (await eventsOf(server, 'directory.care-team-changed')).filter(({ careTeamId }) => careTeamId === id),
    ).toEqual([1, 2, 3].map((version) => ({ careTeamId: id, version })))
  })

  it('are all visible to administrators, and to everyone else only their own', async () => {
    const one = await member()
    const treats = await practitioner()
    const own = await make({ name: 'Own', memberIds: [one] })
    const asPractitioner = await make({ name: 'As a practitioner', practitionerIds: [treats] })
    const other = await make({ name: 'Other' })
    const gone = await make({ name: 'Gone', memberIds: [one] })
    await administrator.post(`/v1/care-teams/${gone.id}/retire`)
    const client = await server.as('practitioner', { personId: one, practitionerId: treats })
    const ids = async (by: SignedInClient, query = '') =>
      (await by.get(`/v1/care-teams?limit=100${query}`)).body.items.map(({ id }: CareTeam) => id)
    expect(await ids(client)).toEqual([own.id, asPractitioner.id])
    expect(await ids(client, '&active=false')).toEqual([own.id, asPractitioner.id, gone.id])
    expect(await ids(administrator)).toEqual(expect.arrayContaining([own.id, other.id]))
  })

  it('can contain only people who work here', async () => {
    const stranger = newId()
    const { status, body } = await administrator.post('/v1/care-teams', {
      name: 'Heart',
      memberIds: [await member(), stranger],
      practitionerIds: ['nonsense'],
    })
    expect(status).toBe(422)
    expect(body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/memberIds/1',
      '/practitionerIds/0',
    ])
  })

  it('can be changed only by administrators with a recent sign-in', async () => {
    const given = { name: 'Heart', memberIds: [] }
    expect((await (await server.as('practitioner')).post('/v1/care-teams', given)).body.code).toBe('forbidden')
    const authenticatedAt = new Date(server.clock.now().getTime() - 3_600_000)
    const earlier = await server.as('administrator', { authenticatedAt })
    expect((await earlier.post('/v1/care-teams', given)).body.code).toBe('step_up_required')
  })
})

describe.each(domainEngines)('the charts that clinicians can read on %s', (engine) => {
  it('are set by an administrator: `assigned`, unless the organization existed before', async () => {
    let directory: DirectoryProvides | undefined
    const server = await createTestHospital({ engine })
    directory = server.provides.directory
    try {
      const administrator = await server.as('administrator')
      const { body: before } = await administrator.get('/v1/organization')
      expect(before.chartReach).toBe('assigned')
      const changed = await administrator.patch('/v1/organization', {
        chartReach: 'organization',
        version: before.version,
      })
      expect(changed.body).toMatchObject({ chartReach: 'organization' })
      const member = { organizationId: server.organizationId, memberId: newId(), practitionerId: null }
      expect(await directory?.circleOf(member, new Date())).toMatchObject({ chartReach: 'organization' })
      expect(await server.accessRows({ operation: 'updateOrganization' })).toMatchObject([{ outcome: 'done' }])
      expect((await (await server.as('practitioner')).patch('/v1/organization', { version: 2 })).status).toBe(403)
    } finally {
      await server.stop()
    }
  })
})
