import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import { answered } from '../../../test-kit/answered.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withFollowUpVerbs, type FollowUpHospital } from './ward.testing.ts'

describe.each(domainEngines)('patients who missed an appointment or must prepare for one, on %s', (engine) => {
  let ward: FollowUpHospital
  beforeAll(async () => {
    ward = await withFollowUpVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => ward.stop())

  const tasksOf = async (patientId: string, status = 'open') =>
    (await answered((await ward.asDoctor()).get(`/v1/tasks?patientId=${patientId}&status=${status}`), 200)).items
  const outreachTo = async (patientId: string) =>
    (await eventsOf(ward, 'follow_up.outreach-requested')).filter((data) => data['patientId'] === patientId)
  const laterBy = (hours: number): Date => new Date(ward.clock.now().getTime() + hours * 3_600_000)

  describe('a missed appointment', () => {
    const missed = async (patientId: string, visitType = 'primary-care-follow-up') => {
      const appointment = await ward.book(patientId, visitType)
      ward.moveTo(new Date(Date.parse(appointment.end) + 3_600_000))
      await ward.runJob('scheduling.mark-missed-appointments')
      return appointment
    }

    it('sends at most three messages and then stops', async () => {
      const patientId = await ward.addPatient()
      const { id } = await missed(patientId)
      expect(await tasksOf(patientId)).toMatchObject([{ kind: 'no-show', assigneeRole: 'front-desk' }])
      const wanted = { patientId, kind: 'no-show', subjectId: id, audience: 'patient' }
      expect(await outreachTo(patientId)).toEqual([wanted])
      for (let round = 0; round < 6; round += 1) {
        ward.moveTo(laterBy(49))
        await ward.runJob('follow_up.send-recovery-outreach')
      }
      expect(await outreachTo(patientId)).toEqual([wanted, wanted, wanted])
    })

    it('is recovered only by booking in the same specialty', async () => {
      const patientId = await ward.addPatient()
      await missed(patientId)
      await ward.book(patientId, 'cardiology-visit')
      expect((await tasksOf(patientId)).map(({ kind }: { kind: string }) => kind)).toEqual(['no-show'])
      await ward.book(patientId, 'primary-care-visit')
      expect(await tasksOf(patientId)).toEqual([])
      ward.moveTo(laterBy(100))
      await ward.runJob('follow_up.send-recovery-outreach')
      expect(await outreachTo(patientId)).toHaveLength(1)
    })

    it('sends nothing when the patient has already booked the next one', async () => {
      const patientId = await ward.addPatient()
      await ward.book(patientId, 'primary-care-follow-up', 60 * 24 * 20)
      await missed(patientId)
      expect(await tasksOf(patientId)).toEqual([])
      expect(await outreachTo(patientId)).toEqual([])
    })

    it('of a child sends messages to the child’s proxies', async () => {
      const patientId = await ward.addPatient({ birthDate: '2020-03-01' })
      await missed(patientId, 'pediatrics-follow-up')
      expect(await outreachTo(patientId)).toMatchObject([{ kind: 'no-show', audience: 'proxies' }])
    })

    it('of a patient who comes late ends the recovery', async () => {
      const patientId = await ward.addPatient()
      const appointment = await ward.book(patientId, 'primary-care-follow-up')
      ward.moveTo(new Date(Date.parse(appointment.end) + 15 * 60_000))
      await ward.runJob('scheduling.mark-missed-appointments')
      expect(await tasksOf(patientId)).toMatchObject([{ kind: 'no-show' }])
      await ward.checkIn(appointment)
      expect(await tasksOf(patientId)).toEqual([])
    })
  })

  it('a patient who books a skin visit is asked for pictures, and can be checked in to it', async () => {
    const patientId = await ward.addPatient()
    const visitId = await ward.visited(patientId, 'dermatology-follow-up')
    const { body: visit } = await (await ward.asPatient(patientId)).get(`/v1/visits/${visitId}`)
    expect(visit).toMatchObject({ patientId, status: 'ended' })
    expect((await outreachTo(patientId)).map(({ kind }) => kind)).toContain('images')
  })

  it('a failed visit raises a task to call the patient', async () => {
    const patientId = await ward.addPatient()
    const visitId = await ward.visited(patientId, 'primary-care-follow-up', 'technical-failure')
    expect(await tasksOf(patientId)).toMatchObject([{ kind: 'call-patient', assigneeRole: 'front-desk', visitId }])
    expect((await (await ward.asPatient(patientId)).get(`/v1/visits/${visitId}/survey`)).status).toBe(404)
  })
})
