import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../test-kit/answered.ts'
import { eventsOf } from '../../../test-kit/events-of.ts'
import type { Person } from '../../visits/tests/hospital.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { maxReportedMedications } from '../model/reported-medication.ts'
import { withNoteVerbs, type NoteHospital } from './documenting-hospital.testing.ts'

describe.each(domainEngines)('what a patient takes that was not prescribed here, on %s', (engine) => {
  let hospital: NoteHospital
  let practitioner: Person
  beforeAll(async () => {
    hospital = withNoteVerbs(await createTestHospital({ engine }))
    practitioner = await hospital.addClinician()
  })
  afterAll(() => hospital.stop())

  const fishOil = { medication: { name: 'Fish oil' }, directions: 'One capsule with lunch' }
  const start = async () => {
    const patient = await hospital.addPatient()
    const path = `/v1/patients/${patient.personId}/reported-medications`
    return { patient, path, self: await hospital.signIn(patient), staff: await hospital.signIn(practitioner) }
  }

  it('is reported by the patient, and read and coded by a clinician', async () => {
    const { patient, path, self, staff } = await start()
    expect((await staff.get(path)).body).toEqual({ patientId: patient.personId, items: [] })
    const reported = await answered(self.post(path, fishOil), 201)
    expect(reported).toMatchObject({ ...fishOil, status: 'active', reportedBy: 'patient', version: 1 })
    expect((await staff.get(path)).body.items).toEqual([reported])
    const coded = {
      medication: { rxcui: '197806', name: 'ibuprofen 600 MG Oral Tablet' },
      status: 'active',
      version: 1,
    }
    const changed = await answered(staff.put(`${path}/${reported.id}`, coded), 200)
    // Who reported it first stays. What is left out is cleared.
    expect(changed).toMatchObject({ medication: coded.medication, reportedBy: 'patient', version: 2 })
    expect(changed).not.toHaveProperty('directions')
    expect((await self.get(path)).body.items).toEqual([changed])
    const emitted = await eventsOf(hospital, 'documentation.reported-medication-changed')
    const own = emitted.filter(({ patientId }) => patientId === patient.personId)
    expect(own).toEqual(
      Array.from({ length: 2 }, () => ({ patientId: patient.personId, reportedMedicationId: reported.id })),
    )
  })

  it('says that staff wrote it down', async () => {
    const { path, staff } = await start()
    expect(await answered(staff.post(path, fishOil), 201)).toMatchObject({ reportedBy: 'staff' })
  })

  it('is stopped by the patient, is no longer compared, and can be taken again', async () => {
    const { patient, path, self, staff } = await start()
    const { id } = await answered(self.post(path, fishOil), 201)
    const provided = () =>
      hospital.provides.documentation.reportedMedications(hospital.readingOf(staff), patient.personId)
    expect(await provided()).toEqual([fishOil.medication])
    const stopped = await answered(self.put(`${path}/${id}`, { ...fishOil, status: 'stopped', version: 1 }), 200)
    expect([stopped.status, typeof stopped.endedAt]).toEqual(['stopped', 'string'])
    expect(await provided()).toEqual([])
    const again = await answered(self.put(`${path}/${id}`, { ...fishOil, status: 'active', version: 2 }), 200)
    expect(again).not.toHaveProperty('endedAt')
    expect(await provided()).toEqual([fishOil.medication])
  })

  it('keeps both texts when two persons change it', async () => {
    const { path, self, staff } = await start()
    const { id } = await answered(self.post(path, fishOil), 201)
    const change = { medication: { name: 'Cod liver oil' }, status: 'active', version: 1 }
    await answered(staff.put(`${path}/${id}`, change), 200)
    expect((await self.put(`${path}/${id}`, { ...fishOil, status: 'stopped', version: 1 })).body.code).toBe(
      'version_conflict',
    )
    // The same content is no change.
    expect(await answered(staff.put(`${path}/${id}`, { ...change, version: 2 }), 200)).toMatchObject({ version: 2 })
  })

  it('is refused without a visible name, and with a code that is none', async () => {
    const { path, self } = await start()
    for (const name of ['', ' ', '\u202E', 'a'.repeat(121)])
      expect([400, 422]).toContain((await self.post(path, { medication: { name } })).status)
    expect((await self.post(path, { medication: { name: 'Aspirin', rxcui: 'x' } })).status).toBe(400)
    expect((await self.get(path)).body.items).toEqual([])
  })

  it('is of one patient, and only for a proxy with a right to the record', async () => {
    const { patient, path, self } = await start()
    const other = await start()
    const { id } = await answered(self.post(path, fishOil), 201)
    const change = { ...fishOil, status: 'stopped', version: 1 }
    expect((await other.self.get(path)).status).toBe(404)
    expect((await other.self.put(`${path}/${id}`, change)).status).toBe(404)
    expect((await other.self.put(`${other.path}/${id}`, change)).status).toBe(404)
    // The proxy has the scope for visits only.
    const proxy = await hospital.signIn(await hospital.addProxy(patient.personId))
    const answers = [proxy.get(path), proxy.post(path, fishOil), proxy.put(`${path}/${id}`, change)]
    for (const { body } of await Promise.all(answers)) expect(body.code).toBe('outside_proxy_scope')
  })

  it('accepts a list that a person can read', async () => {
    const { path, self } = await start()
    for (let count = 0; count < maxReportedMedications; count += 20)
      await Promise.all(Array.from({ length: 20 }, () => answered(self.post(path, fishOil), 201)))
    expect((await self.post(path, fishOil)).body.code).toBe('too_many_reported_medications')
    expect((await self.get(path)).body.items).toHaveLength(maxReportedMedications)
  })
})
