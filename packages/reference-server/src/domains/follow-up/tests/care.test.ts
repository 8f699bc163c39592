import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withFollowUpVerbs, type FollowUpHospital } from './ward.testing.ts'

describe.each(domainEngines)('survey, care plan and referrals, on %s', (engine) => {
  let ward: FollowUpHospital
  beforeAll(async () => {
    ward = await withFollowUpVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => ward.stop())

  const tasksOf = async (patientId: string, status = 'open') =>
    (await answered((await ward.asDoctor()).get(`/v1/tasks?patientId=${patientId}&status=${status}`), 200)).items
  const laterBy = (hours: number): Date => new Date(ward.clock.now().getTime() + hours * 3_600_000)

  describe('the survey', () => {
    const good = { rating: 9, couldHearAndSee: true }
    it('is answered once, and a low answer raises a task', async () => {
      const patientId = await ward.addPatient()
      const visitId = await ward.visited(patientId)
      const patient = await ward.asPatient(patientId)
      const path = `/v1/visits/${visitId}/survey`
      expect(await answered(patient.get(path), 200)).toEqual({ visitId, patientId, status: 'open' })
      const low = { rating: 3, couldHearAndSee: true, comment: 'canary-comment' }
      expect(await answered(patient.put(path, low), 200)).toMatchObject({ status: 'answered', ...low })
      await ward.settle()
      expect(await answered(patient.put(path, good), 409)).toMatchObject({ code: 'already_answered' })
      expect(await tasksOf(patientId)).toMatchObject([
        { kind: 'low-survey', title: '3/10: canary-comment', source: { entity: 'Survey', id: visitId } },
      ])
      const emitted = (await eventsOf(ward, 'follow_up.survey-answered')).filter((data) => data['visitId'] === visitId)
      expect(emitted).toEqual([{ visitId, patientId, practitionerId: ward.doctor.practitionerId, low: true }])
    })

    it('with a good answer raises nothing; one about bad sound does', async () => {
      const [glad, deaf] = [await ward.addPatient(), await ward.addPatient()]
      const visits = [await ward.visited(glad), await ward.visited(deaf)]
      await answered((await ward.asPatient(glad)).put(`/v1/visits/${visits[0]}/survey`, good), 200)
      const path = `/v1/visits/${visits[1]}/survey`
      await answered((await ward.asPatient(deaf)).put(path, { ...good, couldHearAndSee: false }), 200)
      expect(await tasksOf(glad)).toEqual([])
      expect(await tasksOf(deaf)).toHaveLength(1)
    })

    it('with a good answer and a comment is read by the front desk, once, and by no one else who does not treat', async () => {
      const [patientId, quiet] = [await ward.addPatient(), await ward.addPatient()]
      const visits = [await ward.visited(patientId), await ward.visited(quiet)]
      const praise = { ...good, comment: ' canary-praise ' }
      await answered((await ward.asPatient(patientId)).put(`/v1/visits/${visits[0]}/survey`, praise), 200)
      await answered(
        (await ward.asPatient(quiet)).put(`/v1/visits/${visits[1]}/survey`, { ...good, comment: '  ' }),
        200,
      )
      const source = { entity: 'Survey', id: visits[0] }
      const expected = { kind: 'survey-comment', title: '9/10: canary-praise', priority: 'routine', source }
      const desk = await ward.as('front-desk')
      const listed = await answered(desk.get(`/v1/tasks?patientId=${patientId}&status=open`), 200)
      expect(listed.items).toMatchObject([{ ...expected, assigneeRole: 'front-desk' }])
      expect(await tasksOf(patientId)).toMatchObject([expected])
      expect(await tasksOf(quiet)).toEqual([])
      const biller = await ward.as('biller')
      expect(await answered(biller.get(`/v1/tasks?patientId=${patientId}`), 200)).toMatchObject({ items: [] })
      const [{ id, version }] = listed.items
      await answered(desk.patch(`/v1/tasks/${id}`, { status: 'done', version }), 200)
      expect(await tasksOf(patientId)).toEqual([])
    })

    it('closes, and is not accessible to other patients', async () => {
      const patientId = await ward.addPatient()
      const visitId = await ward.visited(patientId)
      const path = `/v1/visits/${visitId}/survey`
      const stranger = await ward.asPatient(await ward.addPatient())
      expect((await stranger.get(path)).status).toBe(404)
      expect((await stranger.put(path, good)).status).toBe(404)
      ward.moveTo(laterBy(15 * 24))
      const patient = await ward.asPatient(patientId)
      expect((await answered(patient.get(path), 200)).status).toBe('closed')
      expect(await answered(patient.put(path, good), 409)).toMatchObject({ code: 'survey_closed' })
    })

    it('on two screens at once is answered once', async () => {
      const patientId = await ward.addPatient()
      const path = `/v1/visits/${await ward.visited(patientId)}/survey`
      const patient = await ward.asPatient(patientId)
      const both = await Promise.all([patient.put(path, good), patient.put(path, { ...good, rating: 1 })])
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    })
  })

  describe('the care plan', () => {
    const plan = {
      goals: [{ id: 'g1', text: 'Blood pressure below 130/80', status: 'active', due: '2027-03-01' }],
      activities: [{ id: 'a1', text: 'Walk half an hour a day', by: 'patient', status: 'planned' }],
    }
    it('is empty at first, written by staff and read by the patient', async () => {
      const patientId = await ward.addPatient()
      const path = `/v1/patients/${patientId}/care-plan`
      const [patient, doctor] = [await ward.asPatient(patientId), await ward.asDoctor()]
      expect(await answered(patient.get(path), 200)).toEqual({ patientId, goals: [], activities: [], version: 0 })
      await answered(doctor.put(path, { ...plan, version: 0 }), 200)
      expect(await answered(patient.get(path), 200)).toMatchObject({ ...plan, version: 1 })
      expect((await patient.put(path, { ...plan, version: 1 })).status).toBe(403)
      expect(await answered(doctor.put(path, { ...plan, version: 0 }), 409)).toMatchObject({ code: 'version_conflict' })
      expect(
        await answered(doctor.put(path, { ...plan, goals: [plan.goals[0], plan.goals[0]], version: 1 }), 400),
      ).toMatchObject({ errors: [{ pointer: '/goals/1/id' }] })
    })

    it('is stored once when two people write the first one, and the second is refused', async () => {
      const patientId = await ward.addPatient()
      const path = `/v1/patients/${patientId}/care-plan`
      const [doctor, nurse] = [await ward.asDoctor(), await ward.as('nurse')]
      const both = await Promise.all([
        doctor.put(path, { ...plan, version: 0 }),
        nurse.put(path, { ...plan, goals: [], version: 0 }),
      ])
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    })

    it('is read by a proxy with the record scope only', async () => {
      const patientId = await ward.addPatient()
      const path = `/v1/patients/${patientId}/care-plan`
      expect((await (await ward.asProxy(patientId, ['record'])).get(path)).status).toBe(200)
      expect((await (await ward.asProxy(patientId, ['visit'])).get(path)).body.code).toBe('outside_proxy_scope')
    })
  })

  describe('a referral', () => {
    const question = { specialty: 'endocrinology', to: 'Dr. Example', question: 'Why?', priority: 'routine' }
    const sent = async (patientId: string, given: object = {}) =>
      answered((await ward.asDoctor()).post(`/v1/patients/${patientId}/referrals`, { ...question, ...given }), 201)

    it('goes step by step until its report is back', async () => {
      const patientId = await ward.addPatient()
      const doctor = await ward.asDoctor()
      const { id } = await sent(patientId)
      const path = `/v1/referrals/${id}/steps`
      expect(await answered(doctor.post(path, { status: 'seen', version: 1 }), 409)).toMatchObject({
        code: 'invalid_step',
      })
      await answered(doctor.post(path, { status: 'accepted', version: 1 }), 200)
      expect(await answered(doctor.post(path, { status: 'scheduled', version: 1 }), 409)).toMatchObject({
        code: 'version_conflict',
      })
      await answered(doctor.post(path, { status: 'scheduled', version: 2 }), 200)
      await answered(doctor.post(path, { status: 'seen', version: 3 }), 200)
      expect(await answered(doctor.post(path, { status: 'report-received', version: 4 }), 400)).toMatchObject({
        errors: [{ pointer: '/report' }],
      })
      await answered(doctor.post(path, { status: 'report-received', report: 'All is well.', version: 4 }), 200)
      const closed = await answered(doctor.post(path, { status: 'closed', version: 5 }), 200)
      expect(closed).toMatchObject({ report: 'All is well.', overdue: false })
      expect(closed.nextStepDue).toBeUndefined()
      expect(closed.history.map(({ status }: { status: string }) => status)).toEqual([
        'sent',
        'accepted',
        'scheduled',
        'seen',
        'report-received',
        'closed',
      ])
      expect((await answered(doctor.get(`/v1/referrals?patientId=${patientId}`), 200)).items).toEqual([])
      expect(
        (await answered(doctor.get(`/v1/referrals?patientId=${patientId}&status=closed`), 200)).items,
      ).toHaveLength(1)
    })

    it('raises one task for an overdue step, comes first, and ends the task with the next step', async () => {
      const patientId = await ward.addPatient()
      const [urgent, routine] = [await sent(patientId, { priority: 'urgent' }), await sent(patientId)]
      ward.moveTo(laterBy(25))
      await ward.runJob('follow_up.flag-overdue-referrals')
      await ward.runJob('follow_up.flag-overdue-referrals')
      expect(await tasksOf(patientId)).toMatchObject([
        { kind: 'referral-overdue', priority: 'urgent', source: { entity: 'Referral', id: urgent.id } },
      ])
      const doctor = await ward.asDoctor()
      const { items } = await answered(doctor.get(`/v1/referrals?patientId=${patientId}`), 200)
      expect(items.map(({ id, overdue }: { id: string; overdue: boolean }) => [id, overdue])).toEqual([
        [urgent.id, true],
        [routine.id, false],
      ])
      await answered(doctor.post(`/v1/referrals/${urgent.id}/steps`, { status: 'accepted', version: 1 }), 200)
      expect(await tasksOf(patientId)).toEqual([])
    })

    it('is moved on by the front desk without the question and the report', async () => {
      const patientId = await ward.addPatient()
      const desk = await ward.as('front-desk')
      const doctor = await ward.asDoctor()
      const { id } = await sent(patientId)
      const path = `/v1/referrals/${id}/steps`
      const accepted = await answered(desk.post(path, { status: 'accepted', version: 1 }), 200)
      await answered(desk.post(path, { status: 'scheduled', version: 2 }), 200)
      await answered(desk.post(path, { status: 'seen', version: 3 }), 200)
      await answered(doctor.post(path, { status: 'report-received', report: 'All is well.', version: 4 }), 200)
      const list = async (by: typeof desk) =>
        (await answered(by.get(`/v1/referrals?patientId=${patientId}`), 200)).items[0]
      for (const shown of [accepted, await list(desk)]) {
        expect(shown).toMatchObject({ to: 'Dr. Example', history: expect.anything() })
        expect(shown).not.toHaveProperty('question')
        expect(shown).not.toHaveProperty('report')
      }
      expect(await list(doctor)).toMatchObject({ question: 'Why?', report: 'All is well.' })
    })

    it('of a visit is in its summary', async () => {
      const patientId = await ward.addPatient()
      const visitId = await ward.visited(patientId)
      const { id } = await sent(patientId, { visitId })
      const summary = await answered((await ward.asDoctor()).get(`/v1/visits/${visitId}/summary`), 200)
      expect(summary.referrals).toEqual([{ referralId: id, to: 'Dr. Example', status: 'sent' }])
      const other = await ward.addPatient()
      const wrong = await (await ward.asDoctor()).post(`/v1/patients/${other}/referrals`, { ...question, visitId })
      expect([wrong.status, wrong.body.errors[0].pointer]).toEqual([400, '/visitId'])
    })
  })
})
