import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import type { Person } from '../../visits/tests/hospital.testing.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createTestHospital } from '../../../test-kit/test-hospital.ts'
import { complete, withNoteVerbs, type NoteHospital } from './documenting-hospital.testing.ts'

type Schemas = components['schemas']

const pressure = (systolic: number, diastolic: number): Schemas['Vital'][] => [
  { loinc: '8480-6', value: systolic, unit: 'mm[Hg]', source: 'patient-reported' },
  { loinc: '8462-4', value: diastolic, unit: 'mm[Hg]', source: 'patient-reported' },
]

describe.each(domainEngines)('vital signs, on %s', (engine) => {
  let hospital: NoteHospital
  let practitioner: Person
  let patient: Person
  beforeAll(async () => {
    hospital = withNoteVerbs(await createTestHospital({ engine }))
    practitioner = await hospital.addClinician()
    patient = await hospital.addPatient()
  })
  afterAll(() => hospital.stop())

  const doctor = () => hospital.signIn(practitioner)
  const path = () => `/v1/patients/${patient.personId}/vitals`
  const draft = async (vitals: Schemas['Vital'][], of = patient): Promise<Schemas['Note']> => {
    const visit = await hospital.ended(of, practitioner)
    const client = await doctor()
    const { body: note } = await client.post(`/v1/visits/${visit.id}/note`)
    return (await client.put(`/v1/notes/${note.id}`, complete(note, { vitals }))).body
  }
  const signed = async (vitals: Schemas['Vital'][], of = patient): Promise<Schemas['Note']> => {
    const { id, version } = await draft(vitals, of)
    return (await (await doctor()).post(`/v1/notes/${id}/sign`, { version })).body
  }

  it('are read from signed notes only, the newest first', async () => {
    expect((await (await doctor()).get(path())).body).toEqual({ patientId: patient.personId, items: [] })
    const first = await signed(pressure(158, 96))
    await signed([])
    const second = await signed(pressure(146, 90))
    await (await doctor()).post(`/v1/notes/${second.id}/addenda`, { text: 'The patient called back.' })
    await draft(pressure(200, 120))
    const { id, version } = await draft(pressure(201, 121))
    const { personId: supervisorId } = await hospital.addClinician()
    const waiting = await (await doctor()).post(`/v1/notes/${id}/sign`, { version, supervisorId })
    expect(waiting.body.status).toBe('awaiting-cosign')

    const client = await doctor()
    const { body: notes } = await client.get(`/v1/patients/${patient.personId}/notes`)
    const visitAt = (noteId: string): string =>
      notes.items.find((note: Schemas['NoteSummary']) => note.id === noteId).visitAt
    const expected = {
      patientId: patient.personId,
      items: [
        { noteId: second.id, at: visitAt(second.id), vitals: pressure(146, 90) },
        { noteId: first.id, at: visitAt(first.id), vitals: pressure(158, 96) },
      ],
    }
    expect((await client.get(path())).body).toEqual(expected)
    const self = await hospital.signIn(patient)
    expect((await self.get(path())).body).toEqual(expected)
  })

  it('are read from the newest 20 notes and no older one', async () => {
    const other = await hospital.addPatient()
    const pulses = Array.from({ length: 21 }, (_, at) => 60 + at)
    for (const value of pulses) await signed([{ loinc: '8867-4', value, unit: '/min', source: 'measured' }], other)
    const { body } = await (await doctor()).get(`/v1/patients/${other.personId}/vitals`)
    const emitted = body.items.flatMap(({ vitals }: Schemas['NoteVitals']) => vitals.map(({ value }) => value))
    expect(emitted).toEqual(pulses.toReversed().slice(0, 20))
  })

  it('are refused to another patient, to a proxy with visits only, and to roles that cannot read notes', async () => {
    const stranger = await hospital.signIn(await hospital.addPatient())
    expect((await stranger.get(path())).status).toBe(404)
    const proxy = await hospital.signIn(await hospital.addProxy(patient.personId))
    expect((await proxy.get(path())).body.code).toBe('outside_proxy_scope')
    for (const role of ['front-desk', 'biller']) expect((await (await hospital.as(role)).get(path())).status).toBe(403)
    const nobody = '/v1/patients/01a20000-0000-7000-8000-000000000000/vitals'
    expect((await (await doctor()).get(nobody)).status).toBe(404)
  })
})
