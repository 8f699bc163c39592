import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { eventsOf } from '../../../../test-kit/events-of.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import { hostileTexts } from '../../../../vendors/pharmacy/script/script.testing.ts'
import { createTestHospital } from '../../../../test-kit/test-hospital.ts'
import { directions, startPractice, written, type TestPractice } from '../../tests/practice.testing.ts'

describe.each(domainEngines)('a prescription, on %s', (engine) => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice(engine)
  })
  afterAll(() => practice.stop())

  it('is written, signed, sent, received by the pharmacy and dispensed', async () => {
    const at = await practice.sent({ noteToPharmacist: 'Blister pack, please.' })
    const { patient, prescriber, messageId } = at
    const { id } = at.prescription
    expect(at.prescription).toMatchObject({
      status: 'sending',
      patientId: patient.id,
      practitioner: { id: prescriber.id },
      directionsText: [{ language: 'en', text: 'Take 1 tablet by mouth once a day.' }, { language: 'es' }],
      refillsLeft: 2,
      alerts: [],
      history: [{ status: 'sending', by: 'prescriber' }],
    })
    expect((await practice.received(at))[0]).toMatchObject({
      type: 'NewRx',
      to: '9900001',
      patientLastName: 'Sample',
      patientFirstName: 'Pat',
      drug: 'lisinopril 10 MG Oral Tablet',
      rxcui: '314076',
      quantity: '30',
      quantityUnit: 'C48542',
      sig: 'Take 1 tablet by mouth once a day.',
      note: 'Blister pack, please.',
    })
    expect((await practice.read(at)).status).toBe('sent')
    await practice.control('POST', `prescriptions/${messageId}/verify`)
    await practice.settlePharmacies()
    expect((await practice.read(at)).status).toBe('accepted')
    await practice.control('POST', `prescriptions/${messageId}/fill`, { status: 'Dispensed', note: 'Bay 4.' })
    await practice.settlePharmacies()
    const seen = (await patient.client.get(`/v1/patients/${patient.id}/prescriptions`)).body
    expect(seen.items[0]).toMatchObject({ id, status: 'dispensed', refillsLeft: 2 })
    expect(seen.items[0].history.map(({ status, by, text }: Record<string, string>) => [status, by, text])).toEqual([
      ['sending', 'prescriber', undefined],
      ['sent', 'network', undefined],
      ['accepted', 'pharmacy', undefined],
      ['dispensed', 'pharmacy', 'Bay 4.'],
    ])
    // Notes to the pharmacist are not shown to the patient.
    expect(seen.items[0]).not.toHaveProperty('noteToPharmacist')
    const rows = await practice.accessRows({ patientId: patient.id })
    expect(rows.filter(({ action }) => action === 'export')).toMatchObject([
      { entity: 'Prescription', entityId: id, because: 'prescription', purpose: 'TREAT' },
    ])
    const emitted = (await eventsOf(practice, 'prescriptions.prescription-changed')).filter(
      ({ prescriptionId }) => prescriptionId === id,
    )
    expect(emitted.map(({ status }) => status)).toEqual(['sent', 'accepted', 'dispensed'])
    expect(JSON.stringify(emitted)).not.toContain('lisinopril')
  })

  it('is announced to patient and prescriber over the live stream, with ids only', async () => {
    const at = await practice.sent()
    await practice.settle()
    const received = practice.live.delivered.filter(
      (each) => each.type === 'prescription.changed' && each.ids.prescriptionId === at.prescription.id,
    )
    expect(new Set(received.map(({ type }) => type))).toEqual(new Set(['prescription.changed']))
    expect(received.flatMap(({ audience }) => audience)).toEqual(
      expect.arrayContaining([`patient:${at.patient.id}`, `practitioner:${at.prescriber.id}`]),
    )
  })

  it('has a patient’s single name as the last name', async () => {
    const at = await practice.sent({}, { name: { given: 'Mononym', family: '' } })
    expect((await practice.received(at))[0]).toMatchObject({ patientLastName: 'Mononym', patientFirstName: null })
  })

  it('can be changed and discarded as a draft by prescribers, and is not visible to others', async () => {
    const { patient, prescriber, prescription } = await practice.drafted()
    const path = `/v1/prescriptions/${prescription.id}`
    const changed = await prescriber.client.put(path, { ...written({ quantity: 32 }), version: 1 })
    expect(changed.body).toMatchObject({ quantity: 32, version: 2, status: 'draft' })
    expect((await prescriber.client.put(path, { ...written(), version: 1 })).body.code).toBe('version_conflict')
    expect((await patient.client.get(path)).status).toBe(404)
    expect((await patient.client.get(`/v1/patients/${patient.id}/prescriptions`)).body.items).toEqual([])
    expect((await prescriber.client.post(`${path}/discard`)).body).toEqual({
      id: prescription.id,
      patientId: patient.id,
    })
    expect((await prescriber.client.get(path)).status).toBe(404)
  })

  it('cannot be changed after the signature', async () => {
    const { prescriber, prescription } = await practice.signed()
    const path = `/v1/prescriptions/${prescription.id}`
    const { version } = prescription
    expect((await prescriber.client.put(path, { ...written(), version })).body.code).toBe('prescription_signed')
    expect((await prescriber.client.post(`${path}/discard`)).body.code).toBe('prescription_signed')
    expect((await prescriber.client.post(`${path}/sign`, { version })).body.code).toBe('prescription_signed')
  })

  it('is one prescription if it is signed twice after a lost response', async () => {
    const at = await practice.drafted()
    const sign = () =>
      at.prescriber.client.post(`/v1/prescriptions/${at.prescription.id}/sign`, { version: 1 }, { idempotencyKey: key })
    const key = `${newId()}-sign`
    const [first, second] = [await sign(), await sign()]
    expect(second.status).toBe(200)
    expect(second.body).toEqual(first.body)
    await practice.transmit()
    expect(await practice.received(at)).toHaveLength(1)
  })

  it('needs recent authentication of the prescriber for the signature', async () => {
    const { prescriber, prescription } = await practice.drafted()
    const stale = await practice.as('practitioner', {
      practitionerId: prescriber.id,
      authenticatedAt: new Date(practice.clock.now().getTime() - 3_600_000),
    })
    expect((await stale.post(`/v1/prescriptions/${prescription.id}/sign`, { version: 1 })).body.code).toBe(
      'step_up_required',
    )
  })

  it('goes to the pharmacy that the patient chose if none is given', async () => {
    const [patient, prescriber] = [await practice.addPatient(), await practice.addPractitioner()]
    const path = `/v1/patients/${patient.id}`
    expect((await patient.client.get(`${path}/pharmacy`)).body).toEqual({ patientId: patient.id, pharmacy: null })
    expect((await patient.client.put(`${path}/pharmacy`, { pharmacyId: 'nowhere' })).body.code).toBe('unknown_pharmacy')
    const chosen = await patient.client.put(`${path}/pharmacy`, { pharmacyId: '9900002' })
    expect(chosen.body.pharmacy).toMatchObject({ id: '9900002', name: 'Lakeside Sample Drugs' })
    const { pharmacyId: _, ...unnamed } = written()
    const draft = await prescriber.client.post(`${path}/prescriptions`, unnamed)
    expect(draft.body.pharmacy).toEqual(chosen.body.pharmacy)
  })

  it('cannot be signed without a pharmacy, or for one that accepts only paper', async () => {
    const [patient, prescriber] = [await practice.addPatient(), await practice.addPractitioner()]
    const { pharmacyId: _, ...unnamed } = written()
    const { id } = (await prescriber.client.post(`/v1/patients/${patient.id}/prescriptions`, unnamed)).body
    expect((await prescriber.client.post(`/v1/prescriptions/${id}/sign`, { version: 1 })).body.code).toBe(
      'pharmacy_missing',
    )
  })

  it.each([
    ['unknown_medication', { rxcui: '1' }],
    ['unknown_pharmacy', { pharmacyId: '0000000' }],
    ['quantity_implausible', { quantity: 300 }],
    ['quantity_implausible', { directions: { ...directions, days: 200 } }],
    ['controlled_substance', { rxcui: '1049621' }],
    ['controlled_substance', { rxcui: '993781' }],
    ['invalid_request', { refills: 13 }],
    ['invalid_request', { noteToPharmacist: 'x'.repeat(211) }],
  ])('is refused as %s with %j, and nothing is stored', async (code, more) => {
    const [patient, prescriber] = [await practice.addPatient(), await practice.addPractitioner()]
    const path = `/v1/patients/${patient.id}/prescriptions`
    const response = await prescriber.client.post(path, written(more as object))
    expect(response.body.code).toBe(code)
    expect((await prescriber.client.get(path)).body.items).toEqual([])
  })

  it('of a controlled substance is refused after the rule expires, even with a certified adapter', async () => {
    const [patient, prescriber] = [await practice.addPatient(), await practice.addPractitioner()]
    const write = () =>
      prescriber.client.post(`/v1/patients/${patient.id}/prescriptions`, written({ rxcui: '854873', refills: 0 }))
    expect((await write()).body.errors[0].code).toBe('no-certified-adapter')
    practice.certifications.push('epcs')
    try {
      expect((await write()).status).toBe(201)
    } finally {
      practice.certifications.pop()
    }
  })

  it('is refused for a prescriber without a license where the patient is, and for one without an NPI', async () => {
    const patient = await practice.addPatient()
    const path = `/v1/patients/${patient.id}/prescriptions`
    const signedBy = async (given: Parameters<TestPractice['addPractitioner']>[0], more: object = {}) => {
      const { client } = await practice.addPractitioner(given)
      const { id } = (await client.post(path, written(more))).body
      return (await client.post(`/v1/prescriptions/${id}/sign`, { version: 1 })).body.code ?? 'signed'
    }
    expect(await signedBy({ state: 'TX' })).toBe('not_licensed')
    expect(await signedBy({ npi: null })).toBe('npi_missing')
    // The patient's reported location decides, not their home.
    const visitId = await practice.checkedIn(patient.id, 'TX')
    expect(await signedBy({ state: 'OH' }, { visitId })).toBe('not_licensed')
    expect(await signedBy({ state: 'TX' }, { visitId })).toBe('signed')
    const other = await practice.addPatient()
    const { client } = await practice.addPractitioner()
    expect((await client.post(`/v1/patients/${other.id}/prescriptions`, written({ visitId }))).status).toBe(404)
  })

  it('is not sent to a network without an agreement in force', async () => {
    const { prescriber, prescription } = await practice.drafted()
    practice.permit('pharmacy', false)
    try {
      const sign = await prescriber.client.post(`/v1/prescriptions/${prescription.id}/sign`, { version: 1 })
      expect(sign.body.code).toBe('vendor_not_permitted')
      expect((await prescriber.client.get('/v1/pharmacies?search=example')).body.code).toBe('vendor_not_permitted')
    } finally {
      practice.permit('pharmacy', true)
    }
  })

  it('can be written, and its pharmacies searched, only with a network', async () => {
    const alone = await createTestHospital({ engine })
    const prescriber = await alone.as('practitioner', { practitionerId: newId() })
    expect((await prescriber.get('/v1/pharmacies?search=example')).body.code).toBe('vendor_unavailable')
    await alone.stop()
  })
})

describe('searching and listing', () => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice('pglite')
  })
  afterAll(() => practice.stop())

  it('finds medications and pharmacies', async () => {
    const { client } = await practice.addPractitioner()
    const medicines = (await client.get('/v1/medications?search=lisin%2020')).body.items
    expect(medicines.map(({ name }: { name: string }) => name)).toEqual(['lisinopril 20 MG Oral Tablet'])
    const pharmacies = (await client.get('/v1/pharmacies?search=ejemplo&state=TX')).body.items
    expect(pharmacies.map(({ name }: { name: string }) => name)).toEqual(['Farmacia Ejemplo'])
    expect((await client.get('/v1/pharmacies?search=ejemplo&state=OH')).body.items).toEqual([])
  })

  it('sends every name to the pharmacy unchanged, or in Latin letters, which SCRIPT requires', async () => {
    const inLatin: Readonly<Record<string, string>> = { 李小龍: 'Lixiaolong', محمد: 'Mhmd' }
    // Control and bidirectional characters are refused before.
    const names = hostileTexts.filter((text) => text.trim() === text && !/[\p{Cc}\p{Bidi_Control}]/u.test(text))
    expect(names.length).toBeGreaterThan(10)
    const all = []
    for (const family of names)
      all.push(
        await practice.signed({ noteToPharmacist: `For ${family.slice(0, 60)}` }, { name: { given: 'Pat', family } }),
      )
    await practice.transmit()
    for (const [index, at] of all.entries()) {
      const family = names[index] ?? ''
      const messages = await practice.received(at)
      expect(messages).toHaveLength(1)
      expect(messages[0]).toMatchObject({
        patientLastName: inLatin[family] ?? family,
        patientFirstName: 'Pat',
        note: `For ${family.slice(0, 60)}`,
      })
      expect((await practice.read(at)).status).toBe('sent')
    }
  })

  it('lists a prescriber’s most used medications first', async () => {
    const at = await practice.signed()
    const { client } = at.prescriber
    for (const rxcui of ['314077', '314077']) {
      const patient = await practice.addPatient()
      const { id } = (await client.post(`/v1/patients/${patient.id}/prescriptions`, written({ rxcui }))).body
      expect((await client.post(`/v1/prescriptions/${id}/sign`, { version: 1 })).status).toBe(200)
    }
    const usual = (await client.get('/v1/medications/usual')).body.items
    expect(usual.map(({ rxcui }: { rxcui: string }) => rxcui)).toEqual(['314077', '314076'])
    expect((await (await practice.addPractitioner()).client.get('/v1/medications/usual')).body.items).toEqual([])
  })

  it('pages through a patient’s prescriptions, and lists only active ones on request', async () => {
    const at = await practice.signed()
    const { client } = at.prescriber
    const path = `/v1/patients/${at.patient.id}/prescriptions`
    for (const rxcui of ['309309', '308191', '198051'])
      expect(
        (await client.post(path, written({ rxcui, directions: { ...directions, doseUnit: 'dose' } }))).status,
      ).toBe(201)
    const first = (await client.get(`${path}?limit=3`)).body
    const rest = (await client.get(`${path}?limit=3&cursor=${first.nextCursor}`)).body
    expect(first.items.map(({ medication }: { medication: { rxcui: string } }) => medication.rxcui)).toEqual([
      '198051',
      '308191',
      '309309',
    ])
    expect(rest.items.map(({ id }: { id: string }) => id)).toEqual([at.prescription.id])
    expect(rest.nextCursor).toBeNull()
    const active = (await client.get(`${path}?active=true`)).body.items
    expect(active.map(({ id }: { id: string }) => id)).toEqual([at.prescription.id])
    practice.clock.set('2027-04-01T15:00:00Z')
    const later = await practice.as('practitioner', { practitionerId: at.prescriber.id })
    expect((await later.get(`${path}?active=true`)).body.items).toEqual([])
  })
})
