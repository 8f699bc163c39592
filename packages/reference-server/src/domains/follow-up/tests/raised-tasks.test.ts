import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { EventData } from '../../../platform/contracts/event.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { liveRules } from '../live-rules.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withFollowUpVerbs, type FollowUpHospital } from './ward.testing.ts'

const phq9 = ['44250-9', '44255-8', '44259-0', '44254-1', '44251-7', '44258-2', '44252-5', '44253-3', '44260-8']
const answerTo = (linkId: string, code: string) => ({ linkId, values: [{ code }] })
/** Every item "nearly every day" (27 points), unless others are given. */
const phq9Answers = (code: string, last = code) => [
  ...phq9.map((linkId) => answerTo(linkId, linkId === '44260-8' ? last : code)),
  answerTo('69722-7', 'LA6572-7'),
]

describe.each(domainEngines)('tasks from answers, laboratory and pharmacy, on %s', (engine) => {
  let ward: FollowUpHospital
  beforeAll(async () => {
    ward = await withFollowUpVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => ward.stop())

  const tasksOf = async (patientId: string, status = 'open') =>
    (await answered((await ward.asDoctor()).get(`/v1/tasks?patientId=${patientId}&status=${status}`), 200)).items
  const laterBy = (hours: number): Date => new Date(ward.clock.now().getTime() + hours * 3_600_000)

  it('a score that reaches a bound raises one task, by the highest bound, and scores are kept over time', async () => {
    const patientId = await ward.addPatient()
    const handIn = async (answers: object[]) => {
      const { id } = await ward.book(patientId, 'behavioral-health-session')
      const patient = await ward.asPatient(patientId)
      await answered(patient.post(`/v1/appointments/${id}/intake/phq-9/submit`, { answers, version: 0 }), 200)
      await ward.settle()
      ward.moveTo(laterBy(24 * 7))
    }
    await handIn(phq9Answers('LA6571-9', 'LA6568-5'))
    await handIn(phq9Answers('LA6569-3', 'LA6568-5'))
    const tasks = await tasksOf(patientId)
    expect(tasks).toMatchObject([{ kind: 'review-result', priority: 'urgent', title: expect.stringContaining('20') }])
    const patient = await ward.asPatient(patientId)
    const path = `/v1/patients/${patientId}/outcomes?questionnaire=phq-9`
    const { items } = await answered(patient.get(path), 200)
    expect(items.map(({ score }: { score: number }) => score)).toEqual([24, 8])
    const first = await answered(patient.get(`${path}&limit=1`), 200)
    const second = await answered(patient.get(`${path}&limit=1&cursor=${first.nextCursor}`), 200)
    expect([...first.items, ...second.items]).toEqual(items)
    expect(second.nextCursor).toBeNull()
  })

  type NotifiedRole = EventData['labs.critical-raised']['role']

  describe('events of laboratory and pharmacy', () => {
    const practitionerId = () => ward.doctor.practitionerId
    it('raise a task for a critical result until it is read', async () => {
      const [patientId, resultId] = [await ward.addPatient(), newId()]
      const emitted = (role: NotifiedRole, notifiedAt: string) =>
        ward.emit('labs.critical-raised', {
          resultId,
          patientId,
          practitionerId: practitionerId(),
          role,
          notifiedAt,
          dueAt: notifiedAt,
        })
      await emitted('ordering-practitioner', '2026-11-25T15:00:00.000Z')
      await emitted('ordering-practitioner', '2026-11-25T15:00:00.000Z')
      const ofDoctor = {
        kind: 'critical-result',
        priority: 'urgent',
        source: { entity: 'LabResult', id: resultId },
        assignee: { memberId: ward.doctor.memberId },
      }
      expect(await tasksOf(patientId)).toMatchObject([ofDoctor])
      // No response: the next role in the escalation gets a task too.
      await emitted('nurse', '2026-11-25T15:30:00.000Z')
      expect(await tasksOf(patientId)).toMatchObject([ofDoctor, { kind: 'critical-result', assigneeRole: 'nurse' }])
      await ward.emit('labs.critical-acknowledged', { resultId, patientId })
      expect(await tasksOf(patientId)).toEqual([])
      // Another value, after the first was acknowledged.
      await emitted('ordering-practitioner', '2026-11-25T18:00:00.000Z')
      expect(await tasksOf(patientId)).toMatchObject([ofDoctor])
    })

    it('raise a task without a patient for a critical result that matches no one, until it is resolved', async () => {
      const [named, unmatchedId] = [await ward.addPatient(), newId()]
      const emitted = (role: NotifiedRole, notifiedAt: string) =>
        // The order that the laboratory names belongs to this patient; the person in the report is another.
        ward.emit('labs.critical-unmatched', { unmatchedId, patientId: named, role, notifiedAt, dueAt: notifiedAt })
      const workOf = async (role: 'practitioner' | 'nurse') => {
        const { items } = await answered((await ward.as(role)).get('/v1/tasks'), 200)
        return items.filter(({ source }: { source?: { id: string } }) => source?.id === unmatchedId)
      }
      await emitted('practitioner', '2026-11-25T15:00:00.000Z')
      await emitted('practitioner', '2026-11-25T15:00:00.000Z')
      const toMatch = {
        kind: 'unmatched-result',
        priority: 'urgent',
        source: { entity: 'UnmatchedResult', id: unmatchedId },
      }
      expect(await workOf('practitioner')).toMatchObject([{ ...toMatch, assigneeRole: 'practitioner' }])
      expect(await workOf('nurse')).toEqual([])
      await emitted('nurse', '2026-11-25T15:30:00.000Z')
      const [forNurse, ...others] = await workOf('nurse')
      expect(forNurse).toMatchObject({ ...toMatch, assigneeRole: 'nurse' })
      expect(others).toEqual([])
      for (const each of ['patientId', 'patient', 'title']) expect(forNurse).not.toHaveProperty(each)
      expect(await tasksOf(named)).toEqual([])
      const nurse = await ward.as('nurse', { personId: ward.doctor.memberId })
      const taken = { assigneeId: ward.doctor.memberId, version: forNurse.version }
      expect((await nurse.patch(`/v1/tasks/${forNurse.id}`, taken)).body).toMatchObject({ ...toMatch, version: 2 })
      const rule = liveRules.find(({ event }) => event === 'follow_up.task-changed')
      const [data = {}] = (await eventsOf(ward, 'follow_up.task-changed')).slice(-1)
      expect(rule?.ids(data as never)).toEqual({ taskId: forNurse.id })
      await ward.emit('labs.unmatched-decided', { unmatchedId, patientId: named, decision: 'returned' })
      expect(await workOf('practitioner')).toEqual([])
      expect(await answered((await ward.asDoctor()).get('/v1/tasks?status=done'), 200)).toMatchObject({
        items: expect.arrayContaining([expect.objectContaining({ id: forNurse.id, status: 'done' })]),
      })
    })

    it('raise a task for an abnormal result, and again when it is corrected after it was read', async () => {
      const [patientId, resultId] = [await ward.addPatient(), newId()]
      const emitted = (
        type: 'labs.result-received' | 'labs.result-reviewed' | 'labs.result-corrected',
        version: number,
        abnormal: boolean,
      ) =>
        ward.emit(type, {
          resultId,
          orderId: newId(),
          patientId,
          practitionerId: practitionerId(),
          status: 'final',
          abnormal,
          released: false,
          version,
        })
      await emitted('labs.result-received', 1, false)
      expect(await tasksOf(patientId)).toEqual([])
      await emitted('labs.result-received', 2, true)
      expect(await tasksOf(patientId)).toMatchObject([{ kind: 'review-result', priority: 'routine' }])
      await emitted('labs.result-received', 3, true)
      expect(await tasksOf(patientId)).toHaveLength(1)
      await emitted('labs.result-reviewed', 4, true)
      expect(await tasksOf(patientId)).toEqual([])
      await emitted('labs.result-received', 5, true)
      expect(await tasksOf(patientId)).toMatchObject([{ kind: 'review-result' }])
      await emitted('labs.result-reviewed', 6, true)
      await emitted('labs.result-corrected', 7, false)
      expect(await tasksOf(patientId)).toMatchObject([{ kind: 'review-result', source: { id: resultId } }])
    })

    it('raise a task for a prescription that does not proceed, until it does', async () => {
      const [patientId, prescriptionId] = [await ward.addPatient(), newId()]
      const emitted = (status: EventData['prescriptions.prescription-changed']['status']) =>
        ward.emit('prescriptions.prescription-changed', {
          prescriptionId,
          patientId,
          practitionerId: practitionerId(),
          visitId: null,
          status,
          version: 2,
        })
      await emitted('refused')
      expect(await tasksOf(patientId)).toMatchObject([
        { kind: 'pharmacy', assignee: { memberId: ward.doctor.memberId } },
      ])
      await emitted('replaced')
      expect(await tasksOf(patientId)).toEqual([])
    })

    it('raise a task when a pharmacy sends something unexpected, until someone has called, and again the next time', async () => {
      const [patientId, prescriptionId] = [await ward.addPatient(), newId()]
      const prescription = { prescriptionId, patientId, practitionerId: practitionerId(), visitId: null }
      const changed = (version: number) =>
        ward.emit('prescriptions.prescription-changed', { ...prescription, status: 'cancelled', version })
      const unexpected = () =>
        ward.emit('prescriptions.attention-needed', { ...prescription, attention: 'filled-after-cancel' })
      for (const version of [2, 4]) {
        await changed(version)
        expect(await tasksOf(patientId)).toEqual([])
        await unexpected()
        await unexpected()
        expect(await tasksOf(patientId)).toMatchObject([
          {
            kind: 'pharmacy',
            assignee: { memberId: ward.doctor.memberId },
            source: { entity: 'Prescription', id: prescriptionId },
          },
        ])
        // As `recordPharmacyCall` does.
        await changed(version + 1)
        expect(await tasksOf(patientId)).toEqual([])
      }
    })
  })
})
