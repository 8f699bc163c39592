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
    expect(second.observations).toMatchObject(pressure(146, 90))
    const expected = {
      patientId: patient.personId,
      items: [
        { noteId: second.id, at: visitAt(second.id), vitals: second.observations },
        { noteId: first.id, at: visitAt(first.id), vitals: first.observations },
      ],
    }
    expect((await client.get(path())).body).toEqual(expected)
    const self = await hospital.signIn(patient)
    expect((await self.get(path())).body).toEqual(expected)
  })

  it('are read from the newest 20 notes and no older one, and then from the 20 before these', async () => {
    const other = await hospital.addPatient()
    const pulses = Array.from({ length: 21 }, (_, at) => 60 + at)
    for (const value of pulses) await signed([{ loinc: '8867-4', value, unit: '/min', source: 'measured' }], other)
    const { body } = await (await doctor()).get(`/v1/patients/${other.personId}/vitals`)
    const emitted = body.items.flatMap(({ vitals }: Schemas['NoteVitals']) => vitals.map(({ value }) => value))
    expect(emitted).toEqual(pulses.toReversed().slice(0, 20))
    const older = (noteId: string) => `/v1/patients/${other.personId}/vitals?olderThan=${noteId}`
    const rest = (await (await doctor()).get(older(body.olderThan))).body
    expect(rest.items.flatMap(({ vitals }: Schemas['NoteVitals']) => vitals.map(({ value }) => value))).toEqual([60])
    expect(rest.olderThan).toBeUndefined()
    expect((await (await doctor()).get(older('first'))).status).toBe(404)
  })

  it('of blood sugar are a mass, as their code says: moles are refused by name', async () => {
    const visit = await hospital.ended(await hospital.addPatient(), practitioner)
    const client = await doctor()
    const { body: note } = await client.post(`/v1/visits/${visit.id}/note`)
    const save = (value: number, unit: string) =>
      client.put(
        `/v1/notes/${note.id}`,
        complete(note, { vitals: [{ loinc: '2339-0', value, unit, source: 'measured' }] }),
      )
    const refused = await save(5.1, 'mmol/L')
    expect([refused.status, refused.body.errors]).toEqual([
      422,
      [{ pointer: '/vitals/0/unit', code: 'unknown_unit', message: 'Must be given in mg/dL (UCUM).' }],
    ])
    expect((await save(92, 'mg/dL')).status).toBe(200)
  })

  describe('of a signed note', () => {
    const correct = async (note: Schemas['Note'], vitalId: string, body: object, by = practitioner) =>
      (await hospital.signIn(by)).patch(`/v1/notes/${note.id}/vitals/${vitalId}`, body)
    const pulse = (value: number, measuredAt?: string): Schemas['Vital'] => ({
      loinc: '8867-4',
      value,
      unit: '/min',
      source: 'measured',
      ...(measuredAt && { measuredAt }),
    })
    const one = async (vital: Schemas['Vital']) => {
      const of = await hospital.addPatient()
      const note = await signed([vital], of)
      const [observation] = note.observations
      if (!observation) throw new Error('The note has no measurement.')
      const listed = async (): Promise<Schemas['VitalObservation'][]> =>
        (await (await doctor()).get(`/v1/patients/${of.personId}/vitals`)).body.items.flatMap(
          ({ vitals }: Schemas['NoteVitals']) => vitals,
        )
      return { of, note, observation, listed }
    }

    it('have an id of their own, a status and the time of the visit, or their own', async () => {
      const { note, observation, listed } = await one(pulse(72))
      expect(observation).toMatchObject({ ...pulse(72), status: 'final', changes: [] })
      const { visitAt } = (await (await doctor()).get(`/v1/patients/${note.patientId}/notes`)).body.items[0]
      expect(observation.measuredAt).toBe(visitAt)
      expect(await listed()).toEqual([observation])
      const home = await one(pulse(70, '2026-11-20T02:00:00-05:00'))
      expect(home.observation.measuredAt).toBe('2026-11-20T07:00:00.000Z')
      expect(home.observation.id).not.toBe(observation.id)
    })

    it('are preliminary until the co-signature', async () => {
      const { id, version } = await draft([pulse(72)], await hospital.addPatient())
      const { personId: supervisorId } = await hospital.addClinician()
      const { body } = await (await doctor()).post(`/v1/notes/${id}/sign`, { version, supervisorId })
      expect(body.observations).toMatchObject([{ status: 'preliminary' }])
      const early = await correct(body, body.observations[0].id, { status: 'entered-in-error', changes: 0 })
      expect(early).toMatchObject({ status: 409, body: { code: 'note_not_signed' } })
    })

    it('are corrected without losing the old value, and the note stays as it was signed', async () => {
      const { of, note, observation, listed } = await one(pulse(172))
      const at = hospital.clock.now().toISOString()
      const right = { status: 'corrected', value: 72, measuredAt: '2026-11-24T09:00:00Z', changes: 0 }
      const { status, body } = await correct(note, observation.id, right)
      const { value, unit, measuredAt } = observation
      const first = {
        status: 'corrected',
        before: { value, unit, measuredAt },
        by: { memberId: practitioner.personId, displayName: expect.stringContaining('Casey') },
        at,
      }
      const after = { ...observation, value: 72, measuredAt: '2026-11-24T09:00:00.000Z', status: 'corrected' }
      expect([status, body]).toEqual([200, { noteId: note.id, patientId: of.personId, ...after, changes: [first] }])
      expect(await listed()).toEqual([{ ...after, changes: [first] }])
      const again = await correct(note, observation.id, { status: 'corrected', value: 74, changes: 1 })
      expect(again.body).toMatchObject({ value: 74, changes: [first, { before: { value: 72 } }] })
      const read = (await (await doctor()).get(`/v1/notes/${note.id}`)).body
      expect(read).toMatchObject({ version: note.version, vitals: [pulse(172)], observations: [{ value: 74 }] })
      const verified = (await (await hospital.as('privacy-officer')).get(`/v1/notes/${note.id}/verification`)).body
      expect(verified).toMatchObject({ intact: true, faults: [] })
    })

    it('that were entered in error are not listed any more, and are listed again after a correction', async () => {
      const { note, observation, listed } = await one(pulse(172))
      await correct(note, observation.id, { status: 'entered-in-error', changes: 0 })
      expect(await listed()).toEqual([])
      const read = (await (await doctor()).get(`/v1/notes/${note.id}`)).body
      expect(read.observations).toMatchObject([{ value: 172, status: 'entered-in-error' }])
      await correct(note, observation.id, { status: 'corrected', value: 72, changes: 1 })
      expect(await listed()).toMatchObject([{ value: 72, status: 'corrected' }])
    })

    it('are corrected once when two colleagues do it at once, and by who has read the last correction', async () => {
      const { note, observation } = await one(pulse(172))
      const both = await Promise.all([
        correct(note, observation.id, { status: 'corrected', value: 72, changes: 0 }),
        correct(note, observation.id, { status: 'corrected', value: 73, changes: 0 }),
      ])
      expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
      const late = await correct(note, observation.id, { status: 'entered-in-error', changes: 0 })
      expect(late).toMatchObject({ status: 409, body: { code: 'version_conflict' } })
    })

    it.each([
      ['/value', 'required', { status: 'corrected' }],
      ['/value', 'implausible', { status: 'corrected', value: 720 }],
      ['/unit', 'unknown_unit', { status: 'corrected', value: 72, unit: 'bpm' }],
      ['/measuredAt', 'out_of_range', { status: 'corrected', value: 72, measuredAt: '2031-01-01T00:00:00Z' }],
    ])('are not corrected with a fault at %s: %s', async (pointer, code, body) => {
      const { note, observation, listed } = await one(pulse(172))
      const answer = await correct(note, observation.id, { ...body, changes: 0 })
      expect([answer.status, answer.body.errors]).toMatchObject([422, [{ pointer, code }]])
      expect(await listed()).toEqual([observation])
    })

    it('are corrected only by colleagues who may sign, and only in their own note', async () => {
      const { of, note, observation } = await one(pulse(172))
      const body = { status: 'entered-in-error', changes: 0 }
      expect((await correct(note, observation.id, body, of)).status).toBe(403)
      expect((await correct(note, note.id, body)).status).toBe(404)
      const { observation: other } = await one(pulse(80))
      expect((await correct(note, other.id, body)).status).toBe(404)
    })

    it('that lie in the future are refused in the draft too', async () => {
      const visit = await hospital.ended(await hospital.addPatient(), practitioner)
      const client = await doctor()
      const { body: note } = await client.post(`/v1/visits/${visit.id}/note`)
      const future = complete(note, { vitals: [pulse(72, '2031-01-01T00:00:00Z')] })
      const { status, body } = await client.put(`/v1/notes/${note.id}`, future)
      expect([status, body.errors]).toMatchObject([422, [{ pointer: '/vitals/0/measuredAt', code: 'out_of_range' }]])
    })
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
