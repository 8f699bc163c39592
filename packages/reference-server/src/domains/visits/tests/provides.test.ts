import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAccess } from '../../../platform/audit/create-access.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../platform/http/tests/start-test-server.testing.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { withVisitVerbs, type VisitHospital } from './hospital.testing.ts'

describe.each(domainEngines)('a visit as other domains read it on %s', (engine) => {
  let hospital: VisitHospital
  beforeAll(async () => {
    hospital = withVisitVerbs(await createTestHospital({ engine }))
  })
  afterAll(() => hospital.stop())

  const readContextOf = ({ caller }: SignedInClient, reach: 'own' | 'organization'): ReadContext => ({
    caller,
    access: createAccess(caller, reach),
    vault: hospital.platform.vault,
    db: hospital.platform.database.reader({ domain: 'visits', organizationId: caller.organizationId }),
    now: hospital.clock.now(),
    requestId: newId(),
    newId: () => newId(),
  })

  it('contains who, what, where and when, and records the access', async () => {
    const [patient, practitioner] = [await hospital.addPatient(), await hospital.addPractitioner()]
    const visit = await hospital.checkedIn(patient, practitioner)
    const doctor = await hospital.signIn(practitioner)
    const context = readContextOf(doctor, 'organization')
    const emitted = await hospital.provides.visits.visit(context, visit.id)
    expect(emitted).toMatchObject({
      visitId: visit.id,
      appointmentId: visit.appointmentId,
      patientId: patient.personId,
      practitionerId: practitioner.practitionerId,
      seenBy: null,
      specialty: 'primary-care',
      visitTypeCode: 'primary-care-follow-up',
      modality: 'video',
      status: 'waiting',
      location: { city: 'Exampleville', state: 'OH', kind: 'home' },
      startedAt: null,
      endedAt: null,
      outcome: null,
    })
    expect(emitted.checkedInAt.toISOString()).toBe(visit.checkedInAt)
    expect([...context.access.touched]).toEqual([patient.personId])
    await doctor.post(`/v1/visits/${visit.id}/admit`)
    await doctor.post(`/v1/visits/${visit.id}/end`, { outcome: 'completed' })
    expect(await hospital.provides.visits.visitOfAppointment(context, visit.appointmentId)).toMatchObject({
      seenBy: practitioner.practitionerId,
      status: 'ended',
      outcome: 'completed',
    })
  })

  it('is not found by another patient, nor before check-in', async () => {
    const [patient, practitioner] = [await hospital.addPatient(), await hospital.addPractitioner()]
    const visit = await hospital.checkedIn(patient, practitioner)
    const other = await hospital.addPatient()
    const stranger = readContextOf(await hospital.signIn(other), 'own')
    await expect(hospital.provides.visits.visit(stranger, visit.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(hospital.provides.visits.visitOfAppointment(stranger, visit.appointmentId)).rejects.toMatchObject({
      code: 'not_found',
    })
    expect([...stranger.access.touched]).toEqual([])
    const { id } = await hospital.book(other, practitioner, { inMinutes: 600 })
    await expect(hospital.provides.visits.visitOfAppointment(stranger, id)).rejects.toMatchObject({ code: 'not_found' })
  })
})
