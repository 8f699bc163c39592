import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../../test-kit/answered.ts'
import { startPractice, type Drafted, type TestPractice } from '../../tests/practice.testing.ts'

describe.each(domainEngines)('a patient asks for a refill, on %s', (engine) => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice(engine)
  })
  afterAll(() => practice.stop())

  const pathOf = ({ prescription }: Drafted): string => `/v1/prescriptions/${prescription.id}/refill-requests`
  const ask = ({ patient, ...of }: Drafted) => answered(patient.client.post(pathOf({ patient, ...of })), 201)
  const openFor = async ({ prescriber, patient }: Drafted) => {
    const { items } = await answered(prescriber.client.get('/v1/refill-requests?limit=100'), 200)
    return items.filter(({ patientId }: { patientId: string }) => patientId === patient.id)
  }
  const ownOf = async ({ patient }: Drafted) =>
    (await answered(patient.client.get(`/v1/refill-requests?patientId=${patient.id}`), 200)).items

  test('once: the clinic sees one request, also of two that are sent at the same moment', async () => {
    const signed = await practice.signed()
    expect(await ownOf(signed)).toEqual([])
    const results = await Promise.all([1, 2].map(() => signed.patient.client.post(pathOf(signed))))
    expect(results.map(({ status }) => status).toSorted()).toEqual([201, 409])
    expect(results.find(({ status }) => status === 409)?.body.code).toBe('refill_open')
    expect(await openFor(signed)).toMatchObject([
      { prescriptionId: signed.prescription.id, patient: { id: signed.patient.id }, status: 'open' },
    ])
  })

  test('and reads the words with which it was declined; it can be asked for again', async () => {
    const signed = await practice.signed()
    const { id } = await ask(signed)
    const answer = 'Please book a visit first: we want to measure your blood pressure.'
    await answered(signed.prescriber.client.post(`/v1/refill-requests/${id}/decline`, { answer }), 200)
    expect(await ownOf(signed)).toMatchObject([{ id, status: 'declined', answer }])
    expect(await openFor(signed)).toEqual([])
    const again = signed.prescriber.client.post(`/v1/refill-requests/${id}/decline`, { answer: 'No.' })
    expect(await answered(again, 409)).toMatchObject({ code: 'already_answered' })
    await ask(signed)
    expect((await ownOf(signed)).map(({ status }: { status: string }) => status)).toEqual(['open', 'declined'])
  })

  test('which a signed prescription that follows it approves, and a draft does not', async () => {
    const signed = await practice.signed()
    await ask(signed)
    const { client } = signed.prescriber
    const draft = await answered(client.post(`/v1/prescriptions/${signed.prescription.id}/renew`), 201)
    await practice.settle()
    expect(await ownOf(signed)).toMatchObject([{ status: 'open' }])
    const acknowledgments = draft.alerts.map(({ id: alertId }: { id: string }) => ({ alertId, reason: 'As before.' }))
    const { directions, quantity, daysSupply, refills, substitutionAllowed, medication } = draft
    const body = {
      directions,
      quantity,
      daysSupply,
      refills,
      substitutionAllowed,
      rxcui: medication.rxcui,
      pharmacyId: draft.pharmacy.id,
    }
    const { version } = await answered(
      client.put(`/v1/prescriptions/${draft.id}`, { ...body, acknowledgments, version: draft.version }),
      200,
    )
    await answered(client.post(`/v1/prescriptions/${draft.id}/sign`, { version }), 200)
    await practice.settle()
    const [approved] = await ownOf(signed)
    expect(approved).toMatchObject({ status: 'approved', version: 2 })
    expect(approved).not.toHaveProperty('answer')
    expect(await openFor(signed)).toEqual([])
  })

  test('only for their own medicine, and the answer only by the clinic', async () => {
    const [signed, other] = [await practice.signed(), await practice.signed()]
    expect((await other.patient.client.post(pathOf(signed))).status).toBe(404)
    const { id } = await ask(signed)
    expect((await other.patient.client.get(`/v1/refill-requests?patientId=${signed.patient.id}`)).status).toBe(404)
    expect((await other.patient.client.get('/v1/refill-requests')).status).toBe(404)
    const decline = `/v1/refill-requests/${id}/decline`
    expect((await signed.patient.client.post(decline, { answer: 'No.' })).status).toBe(403)
    const draft = await practice.drafted()
    expect((await draft.patient.client.post(pathOf(draft))).status).toBe(404)
  })

  test('and no word of it is readable in the database', async () => {
    const signed = await practice.signed()
    const { id } = await ask(signed)
    await answered(signed.prescriber.client.post(`/v1/refill-requests/${id}/decline`, { answer: 'REFILL-SECRET' }), 200)
    const rows = await practice.keep('prescriptions', ({ tx }) =>
      tx.selectFrom('prescriptions.refill_requests').selectAll().execute(),
    )
    const text = JSON.stringify(rows, (_, value) =>
      value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
    )
    expect(text).toContain(id)
    expect(text).not.toContain('REFILL-SECRET')
  })
})
