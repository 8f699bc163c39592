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

type Cover = components['schemas']['Cover']

interface Colleague {
  readonly client: SignedInClient
  readonly memberId: string
  readonly practitionerId: string
}

describe.each(domainEngines)('covers on %s', (engine) => {
  let server: TestHospital
  let directory: DirectoryProvides
  let administrator: SignedInClient
  beforeAll(async () => {
    server = await createTestHospital({ engine })
    directory = server.provides.directory
    administrator = await server.as('administrator')
  })
  afterAll(() => server.stop())

  const colleague = async (displayName = 'Dr. Robin Example'): Promise<Colleague> => {
    const [member, practitioner] = await server.keep('directory', async (context) => {
      const added = await addMember(context, { displayName, roles: ['practitioner'] })
      return [added, await addPractitioner(context, { ...cardiologist, displayName, memberId: added.id })]
    })
    const client = await server.as('practitioner', { personId: member.id, practitionerId: practitioner.id })
    return { client, memberId: member.id, practitionerId: practitioner.id }
  }
  const nurse = async (): Promise<{ client: SignedInClient; memberId: string }> => {
    const { id } = await server.keep('directory', (context) =>
      addMember(context, { displayName: 'Nia Example', roles: ['nurse'] }),
    )
    return { client: await server.as('nurse', { personId: id }), memberId: id }
  }
  const inHours = (hours: number): string => new Date(server.clock.now().getTime() + hours * 3_600_000).toISOString()
  const taken = async (by: SignedInClient, practitionerId: string, hours = 2): Promise<Cover> => {
    const response = await by.post('/v1/covers', { practitionerId, reason: 'absent', until: inHours(hours) })
    expect(response.status, JSON.stringify(response.body)).toBe(201)
    return response.body
  }
  const circleOf = ({ memberId, practitionerId }: { memberId: string; practitionerId?: string }) =>
    directory.circleOf(
      { organizationId: server.organizationId, memberId, practitionerId: practitionerId ?? null },
      server.clock.now(),
    )

  it('start with a reason and an end, and name both colleagues', async () => {
    const [away, here] = [await colleague('Dr. Avery Away'), await colleague('Dr. Blake Here')]
    const cover = await taken(here.client, away.practitionerId)
    expect(cover).toEqual({
      id: expect.any(String),
      kind: 'cover',
      practitioner: { id: away.practitionerId, displayName: 'Dr. Avery Away' },
      coveredBy: { memberId: here.memberId, displayName: 'Dr. Blake Here' },
      reason: 'absent',
      from: '2026-11-25T15:00:00.000Z',
      until: '2026-11-25T17:00:00.000Z',
    })
    expect((await away.client.get(`/v1/covers?practitionerId=${away.practitionerId}`)).body.items).toEqual([cover])
    expect((await here.client.get(`/v1/covers?coveredBy=${here.memberId}`)).body.items).toEqual([cover])
    expect((await circleOf(here)).covers).toMatchObject([
      { practitionerId: away.practitionerId, memberId: away.memberId, kind: 'cover' },
    ])
    expect((await circleOf(away)).covers).toEqual([])
  })

  it('notify both colleagues at once', async () => {
    const [away, here] = [await colleague(), await colleague()]
    const { id: coverId } = await taken(here.client, away.practitionerId)
    await server.settle()
    const delivered = () => server.live.delivered.filter(({ ids }) => 'coverId' in ids && ids.coverId === coverId)
    expect(delivered()).toMatchObject([
      {
        type: 'cover.changed',
        ids: { coverId, practitionerId: away.practitionerId },
        audience: [`practitioner:${away.practitionerId}`, `member:${here.memberId}`],
      },
    ])
    await away.client.post(`/v1/covers/${coverId}/end`)
    await server.settle()
    expect(delivered()).toHaveLength(2)
  })

  it('are in the ledger, and in events without a name', async () => {
    const [away, here] = [await colleague(), await colleague()]
    const { id: coverId } = await taken(here.client, away.practitionerId)
    const [row] = (await server.accessRows({ operation: 'startCover' })).filter(
      ({ actorId }) => actorId === here.memberId,
    )
    expect(row).toMatchObject({ action: 'create', entity: 'Cover', because: 'cover', outcome: 'done', patientId: null })
    expect((await eventsOf(server, 'directory.cover-started')).at(-1)).toEqual({
      coverId,
      practitionerId: away.practitionerId,
      coveredBy: here.memberId,
      kind: 'cover',
      reason: 'absent',
      from: '2026-11-25T15:00:00.000Z',
      until: '2026-11-25T17:00:00.000Z',
    })
  })

  it('of a nurse are covers too', async () => {
    const [away, by] = [await colleague(), await nurse()]
    await taken(by.client, away.practitionerId)
    expect((await circleOf(by)).covers).toMatchObject([{ practitionerId: away.practitionerId }])
  })

  it('for supervision have the kind `supervision`', async () => {
    const [junior, senior] = [await colleague(), await colleague()]
    const { body } = await senior.client.post('/v1/covers', {
      practitionerId: junior.practitionerId,
      reason: 'supervision',
      until: inHours(1),
    })
    expect(body.kind).toBe('supervision')
  })

  it('are only for an existing colleague', async () => {
    const here = await colleague()
    const post = (practitionerId: string) =>
      here.client.post('/v1/covers', { practitionerId, reason: 'absent', until: inHours(1) })
    expect((await post(here.practitionerId)).body).toMatchObject({
      code: 'invalid_request',
      errors: [{ pointer: '/practitionerId' }],
    })
    expect((await post(newId())).status).toBe(404)
  })

  it('end at the latest when the policy requires it', async () => {
    const [away, here] = [await colleague(), await colleague()]
    const post = (until: string) =>
      here.client.post('/v1/covers', { practitionerId: away.practitionerId, reason: 'absent', until })
    const tooLong = await post(new Date(server.clock.now().getTime() + 12 * 3_600_000 + 1).toISOString())
    expect(tooLong.status).toBe(422)
    expect(tooLong.body.errors).toEqual([
      { pointer: '/until', code: 'out_of_range', message: 'Must be at most 12 hours from now.' },
    ])
    expect((await post(inHours(0))).body.errors).toMatchObject([{ pointer: '/until' }])
    expect((await post(inHours(12))).status).toBe(201)
  })

  it('are one at a time between two people, also with concurrent requests', async () => {
    const [away, here] = [await colleague(), await colleague()]
    const post = () =>
      here.client.post('/v1/covers', { practitionerId: away.practitionerId, reason: 'absent', until: inHours(1) })
    const statuses = (await Promise.all([post(), post(), post()])).map(({ status }) => status)
    expect(statuses.toSorted()).toEqual([201, 409, 409])
    expect((await post()).body.code).toBe('cover_exists')
  })

  it('are limited in number for one person, also with concurrent requests', async () => {
    const here = await colleague()
    for (let count = 0; count < 4; count += 1) await taken(here.client, (await colleague()).practitionerId)
    const others = [await colleague(), await colleague(), await colleague()]
    const answers = await Promise.all(
      others.map(({ practitionerId }) =>
        here.client.post('/v1/covers', { practitionerId, reason: 'absent', until: inHours(1) }),
      ),
    )
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused?.body.code).toBe('too_many_covers')
    expect(refused?.body.detail).toContain('5 colleagues')
  })

  it('are ended once, by either colleague or an administrator only', async () => {
    const [away, here, other] = [await colleague(), await colleague(), await colleague()]
    for (const by of [away.client, here.client, administrator]) {
      const { id } = await taken(here.client, away.practitionerId)
      expect((await other.client.post(`/v1/covers/${id}/end`)).body.code).toBe('not_assigned')
      expect((await by.post(`/v1/covers/${id}/end`)).body).toMatchObject({ endedAt: '2026-11-25T15:00:00.000Z' })
      expect((await by.post(`/v1/covers/${id}/end`)).body.code).toBe('cover_ended')
      expect((await circleOf(here)).covers).toEqual([])
    }
    const path = `/v1/covers?practitionerId=${away.practitionerId}`
    expect((await away.client.get(path)).body.items).toEqual([])
    expect((await away.client.get(`${path}&active=false`)).body.items).toHaveLength(3)
    const pages = await away.client.get(`${path}&active=false&limit=2`)
    expect(pages.body.items).toHaveLength(2)
    expect((await away.client.get(`${path}&active=false&limit=2&cursor=${pages.body.nextCursor}`)).body).toMatchObject({
      items: [{}],
      nextCursor: null,
    })
  })

  it('are given by the practitioner or an administrator, and never passed on by the colleague who covers', async () => {
    const [leaving, taking, other] = [await colleague(), await colleague(), await colleague()]
    const path = `/v1/practitioners/${leaving.practitionerId}/hand-overs`
    const given = { toMemberId: taking.memberId, reason: 'on-leave', from: inHours(24), until: inHours(24 * 10) }
    const { status, body } = await leaving.client.post(path, given)
    expect({ status, kind: body.kind, from: body.from }).toEqual({ status: 201, kind: 'hand-over', from: given.from })
    // Covers that have not begun are included, so that a cached circle does not miss the beginning of one.
    expect((await circleOf(taking)).covers).toMatchObject([{ kind: 'hand-over', from: new Date(given.from) }])
    await taken(other.client, leaving.practitionerId)
    const passedOn = { toMemberId: (await nurse()).memberId, reason: 'workload', until: inHours(1) }
    expect((await other.client.post(path, passedOn)).body.code).toBe('not_assigned')
    expect((await administrator.post(path, { ...passedOn, kind: 'supervision' })).body.kind).toBe('supervision')
  })

  it('are given to an active member, for at most the time in the policy, and not in the past', async () => {
    const leaving = await colleague()
    const post = async (more: object) => {
      const { body } = await leaving.client.post(`/v1/practitioners/${leaving.practitionerId}/hand-overs`, {
        ...{ toMemberId: (await colleague()).memberId, reason: 'on-leave', until: inHours(1) },
        ...more,
      })
      return (body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer)
    }
    expect(await post({ toMemberId: newId() })).toEqual(['/toMemberId'])
    expect(await post({ toMemberId: leaving.memberId })).toEqual(['/toMemberId'])
    expect(await post({ from: inHours(-1) })).toEqual(['/from'])
    expect(await post({ from: inHours(2), until: inHours(1) })).toEqual(['/until'])
    expect(await post({ until: inHours(90 * 24 + 1) })).toEqual(['/until'])
    expect(await post({ until: inHours(90 * 24) })).toEqual([])
  })

  it('of another organization are not visible', async () => {
    const [away, here] = [await colleague(), await colleague()]
    const { id } = await taken(here.client, away.practitionerId)
    const stranger = await server.as('administrator', { organizationId: newId() })
    expect((await stranger.post(`/v1/covers/${id}/end`)).status).toBe(404)
    expect((await stranger.get('/v1/covers')).body.items).toEqual([])
  })
})
