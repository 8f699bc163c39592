import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/start-test-server.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withFollowUpVerbs, type FollowUpHospital } from './ward.testing.ts'

describe.each(domainEngines)('work lists, on %s', (engine) => {
  let ward: FollowUpHospital
  beforeAll(async () => {
    ward = await withFollowUpVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => ward.stop())

  const tasksOf = async (patientId: string, status = 'open') =>
    (await answered((await ward.asDoctor()).get(`/v1/tasks?patientId=${patientId}&status=${status}`), 200)).items
  const laterBy = (hours: number): Date => new Date(ward.clock.now().getTime() + hours * 3_600_000)

  describe('tasks', () => {
    const add = async (client: SignedInClient, patientId: string, given: object = {}) =>
      answered(
        client.post(`/v1/patients/${patientId}/tasks`, { title: 'Call about the rash', priority: 'routine', ...given }),
        201,
      )

    it('belong to the member who adds them, or to their assignee', async () => {
      const patientId = await ward.addPatient()
      const doctor = await ward.asDoctor()
      const own = await add(doctor, patientId)
      expect(own).toMatchObject({
        kind: 'other',
        title: 'Call about the rash',
        status: 'open',
        assignee: { memberId: ward.doctor.memberId, displayName: 'Dr. Casey Example' },
      })
      const forDesk = await add(doctor, patientId, { assigneeRole: 'front-desk', dueAt: laterBy(1).toISOString() })
      expect(forDesk.assignee).toBeUndefined()
      const desk = await ward.as('front-desk')
      const { items } = await answered(desk.get('/v1/tasks'), 200)
      expect(items.map(({ id }: { id: string }) => id)).toContain(forDesk.id)
      expect(items.map(({ id }: { id: string }) => id)).not.toContain(own.id)
      expect(items.find(({ id }: { id: string }) => id === forDesk.id).patient).toMatchObject({ id: patientId })
    })

    it('are counted for the member and for the role, however many there are', async () => {
      const desk = await ward.as('front-desk')
      const counts = async (): Promise<Record<string, number>> => answered(desk.get('/v1/inbox-counts'), 200)
      const before = await counts()
      const patientId = await ward.addPatient()
      const doctor = await ward.asDoctor()
      const made = []
      for (let index = 0; index < 55; index += 1)
        made.push(await add(doctor, patientId, { assigneeRole: 'front-desk' }))
      const own = await add(desk, patientId)
      const after = await counts()
      expect(after).toMatchObject({
        roleTasks: Number(before['roleTasks']) + 55,
        ownTasks: Number(before['ownTasks']) + 1,
      })
      await answered(desk.patch(`/v1/tasks/${own.id}`, { status: 'done', version: own.version }), 200)
      expect((await counts())['ownTasks']).toBe(before['ownTasks'])
    })

    it('are refused for an unknown assignee, and for two at once', async () => {
      const patientId = await ward.addPatient()
      const doctor = await ward.asDoctor()
      const path = `/v1/patients/${patientId}/tasks`
      const body = { title: 'Call', priority: 'routine' }
      expect(await answered(doctor.post(path, { ...body, assigneeId: newId() }), 422)).toMatchObject({
        code: 'unknown_member',
      })
      expect(
        await answered(doctor.post(path, { ...body, assigneeId: ward.doctor.memberId, assigneeRole: 'nurse' }), 400),
      ).toMatchObject({ errors: [{ pointer: '/assigneeRole' }] })
      expect((await doctor.post(`/v1/patients/${newId()}/tasks`, body)).status).toBe(404)
    })

    it('are changed at the version that was read, and not once they are over', async () => {
      const patientId = await ward.addPatient()
      const doctor = await ward.asDoctor()
      const { id } = await add(doctor, patientId)
      const path = `/v1/tasks/${id}`
      const given = await answered(doctor.patch(path, { assigneeRole: 'nurse', version: 1 }), 200)
      expect(given).toMatchObject({ assigneeRole: 'nurse', version: 2 })
      expect(given.assignee).toBeUndefined()
      expect(await answered(doctor.patch(path, { status: 'done', version: 1 }), 409)).toMatchObject({
        code: 'version_conflict',
      })
      const done = await answered(doctor.patch(path, { status: 'done', version: 2 }), 200)
      expect(done).toMatchObject({ status: 'done', doneAt: ward.clock.now().toISOString() })
      expect(await answered(doctor.patch(path, { status: 'open', version: 3 }), 409)).toMatchObject({
        code: 'task_ended',
      })
      expect((await tasksOf(patientId)).length).toBe(0)
      expect((await tasksOf(patientId, 'done')).length).toBe(1)
    })

    it('are listed page by page by due time, those without one last', async () => {
      const patientId = await ward.addPatient()
      const doctor = await ward.asDoctor()
      const due = [5, 1, 3, null, 1, null]
      for (const hours of due)
        await add(doctor, patientId, hours === null ? {} : { dueAt: laterBy(hours).toISOString() })
      const seen: (string | undefined)[] = []
      let cursor: string | null = null
      do {
        const query: string = `patientId=${patientId}&limit=2${cursor === null ? '' : `&cursor=${cursor}`}`
        const page = await answered(doctor.get(`/v1/tasks?${query}`), 200)
        seen.push(...page.items.map((task: { dueAt?: string }) => task.dueAt))
        cursor = page.nextCursor
      } while (cursor !== null)
      const times = [1, 1, 3, 5].map((hours) => laterBy(hours).toISOString())
      expect(seen).toEqual([...times, undefined, undefined])
      expect((await doctor.get(`/v1/tasks?cursor=nonsense`)).body.code).toBe('cursor_invalid')
    })

    it('are visible to treating roles, and to others only if assigned or added by them', async () => {
      const patientId = await ward.addPatient()
      const [nurse, desk, biller] = [await ward.as('nurse'), await ward.as('front-desk'), await ward.as('biller')]
      const clinical = await add(await ward.asDoctor(), patientId, { title: 'Discuss the biopsy' })
      const asked = await add(desk, patientId, { assigneeRole: 'nurse' })
      const seenBy = async (client: SignedInClient) =>
        (await answered(client.get(`/v1/tasks?patientId=${patientId}`), 200)).items
          .map(({ id }: { id: string }) => id)
          .toSorted()
      expect(await seenBy(nurse)).toEqual([clinical.id, asked.id].toSorted())
      expect(await seenBy(desk)).toEqual([asked.id])
      expect(await seenBy(biller)).toEqual([])
      expect((await biller.patch(`/v1/tasks/${clinical.id}`, { status: 'done', version: 1 })).status).toBe(404)
      expect((await desk.patch(`/v1/tasks/${asked.id}`, { status: 'cancelled', version: 1 })).status).toBe(200)
    })

    it('that are urgent pass to every practitioner when the assignee does not act', async () => {
      const patientId = await ward.addPatient()
      const doctor = await ward.asDoctor()
      const { id } = await add(doctor, patientId, { priority: 'urgent', dueAt: laterBy(1).toISOString() })
      await ward.runJob('follow_up.reassign-overdue-tasks')
      const theirs = { memberId: ward.doctor.memberId, displayName: 'Dr. Casey Example' }
      expect(await tasksOf(patientId)).toMatchObject([{ id, assignee: theirs, version: 1 }])
      ward.moveTo(laterBy(2))
      await ward.runJob('follow_up.reassign-overdue-tasks')
      const [passedOn] = await tasksOf(patientId)
      expect(passedOn).toMatchObject({ id, assigneeRole: 'practitioner', version: 2 })
      expect(passedOn.assignee).toBeUndefined()
    })
  })

  it('leaves no title, goal, question or comment readable in the database', async () => {
    const patientId = await ward.addPatient()
    const visitId = await ward.visited(patientId)
    const doctor = await ward.asDoctor()
    const canary = 'canary-word-91c2'
    const path = `/v1/patients/${patientId}`
    await answered(doctor.post(`${path}/tasks`, { title: canary, priority: 'routine' }), 201)
    const referral = { specialty: 'cardiology', to: canary, question: canary, priority: 'routine' }
    await answered(doctor.post(`${path}/referrals`, referral), 201)
    const goals = [{ id: 'g1', text: canary, status: 'active' }]
    await answered(doctor.put(`${path}/care-plan`, { goals, activities: [], version: 0 }), 200)
    const answer = { rating: 1, couldHearAndSee: true, comment: canary }
    await answered((await ward.asPatient(patientId)).put(`/v1/visits/${visitId}/survey`, answer), 200)
    await ward.settle()
    const tables = ['tasks', 'care_plans', 'referrals', 'surveys'].map((name) => `follow_up.${name}`)
    for (const table of [...tables, 'platform.outbox', 'audit.accesses']) {
      const rows = await ward.platform.database.owner().selectFrom(table).selectAll().execute()
      const text = JSON.stringify(rows, (_, value: unknown) =>
        value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
      )
      expect(rows.length, table).toBeGreaterThan(0)
      expect(text, table).not.toContain(canary)
    }
  })

  it('are refused to patients', async () => {
    const patientId = await ward.addPatient()
    const patient = await ward.asPatient(patientId)
    expect((await patient.get('/v1/tasks')).status).toBe(403)
    expect((await patient.get('/v1/referrals')).status).toBe(403)
  })
})
