import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SignedInClient } from '../../../platform/http/tests/start-test-server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { addMember, addPractitioner } from '../../directory/index.ts'
import { cardiologist } from '../../directory/tests/lakeside.testing.ts'
import { withFollowUpVerbs, type FollowUpHospital } from './ward.testing.ts'

describe.each(domainEngines)('tasks of the team, on %s', (engine) => {
  let ward: FollowUpHospital
  beforeAll(async () => {
    ward = await withFollowUpVerbs(await createTestHospital({ engine, hasCareTeams: true }))
  })
  afterAll(() => ward.stop())

  const colleague = async (): Promise<{ client: SignedInClient; memberId: string }> => {
    const displayName = 'Dr. Blake Example'
    const [member, practitioner] = await ward.keep('directory', async (context) => {
      const added = await addMember(context, { displayName, roles: ['practitioner'] })
      return [added, await addPractitioner(context, { ...cardiologist, displayName, memberId: added.id })]
    })
    const client = await ward.as('practitioner', { personId: member.id, practitionerId: practitioner.id })
    return { client, memberId: member.id }
  }
  /** A task of the ward's doctor about a patient of theirs. */
  const taskOfDoctor = async (): Promise<string> => {
    const path = `/v1/patients/${await ward.addPatient()}/tasks`
    const body = { title: 'Call back', priority: 'routine', assigneeId: ward.doctor.memberId }
    return (await answered((await ward.as('front-desk')).post(path, body), 201)).id
  }
  const listed = async (by: SignedInClient): Promise<string[]> =>
    (await answered(by.get('/v1/tasks?team=true&limit=100'), 200)).items.map(({ id }: { id: string }) => id)
  const counted = async (by: SignedInClient) => (await answered(by.get('/v1/inbox-counts'), 200)).teamTasks
  const cover = async ({ client }: { client: SignedInClient }): Promise<string> => {
    const until = new Date(ward.clock.now().getTime() + 3_600_000).toISOString()
    const body = { practitionerId: ward.doctor.practitionerId, reason: 'absent', until }
    return (await answered(client.post('/v1/covers', body), 201)).id
  }

  it('are those of a colleague while the caller covers for them, and can be taken over', async () => {
    const other = await colleague()
    const taskId = await taskOfDoctor()
    expect(await listed(other.client)).toEqual([])
    expect(await counted(other.client)).toBeUndefined()
    const coverId = await cover(other)
    await ward.settle()
    expect(await listed(other.client)).toContain(taskId)
    expect(await counted(other.client)).toBe((await listed(other.client)).length)
    expect((await answered(other.client.get('/v1/tasks'), 200)).items).toEqual([])
    await answered(other.client.patch(`/v1/tasks/${taskId}`, { assigneeId: other.memberId, version: 1 }), 200)
    await ward.settle()
    expect(await listed(other.client)).not.toContain(taskId)
    expect(await counted(other.client)).toBe((await listed(other.client)).length)
    await answered(other.client.post(`/v1/covers/${coverId}/end`), 200)
    await ward.settle()
    expect(await listed(other.client)).toEqual([])
    expect(await counted(other.client)).toBeUndefined()
  })

  it('are those of everyone in the same active care team, and not the caller’s own', async () => {
    const other = await colleague()
    const administrator = await ward.as('administrator')
    const memberIds = [ward.doctor.memberId, other.memberId]
    const taskId = await taskOfDoctor()
    const team = await answered(administrator.post('/v1/care-teams', { name: 'Harbor', memberIds }), 201)
    await ward.settle()
    expect(await listed(other.client)).toContain(taskId)
    expect(await listed(await ward.asDoctor())).not.toContain(taskId)
    expect(await counted(await ward.asDoctor())).toBe(0)
    await answered(administrator.post(`/v1/care-teams/${team.id}/retire`), 200)
    await ward.settle()
    expect(await listed(other.client)).toEqual([])
  })

  it('change on the screens of those who may take them over', async () => {
    const other = await colleague()
    await cover(other)
    const taskId = await taskOfDoctor()
    await ward.settle()
    const message = ward.live.delivered.findLast(({ ids }) => 'taskId' in ids && ids.taskId === taskId)
    expect(message?.audience).toEqual([`member:${ward.doctor.memberId}`, 'role:practitioner', 'role:nurse'])
  })

  it('are not shown to roles that do not treat', async () => {
    await taskOfDoctor()
    const desk = await ward.as('front-desk')
    expect(await listed(desk)).toEqual([])
    expect(await counted(desk)).toBeUndefined()
  })
})
