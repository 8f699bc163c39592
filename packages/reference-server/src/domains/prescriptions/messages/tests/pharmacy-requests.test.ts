import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { quiet } from './simulated-pharmacies.testing.ts'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { startPractice, written, type Drafted, type TestPractice } from '../../tests/practice.testing.ts'

describe.each(domainEngines)('a pharmacy request, on %s', (engine) => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice(engine)
  })
  afterAll(() => practice.stop())

  const waiting = async ({ prescriber }: Drafted) => (await prescriber.client.get('/v1/pharmacy-requests')).body.items
  const asked = async (kind: 'renewal' | 'change', proposed: object = {}) => {
    const at = await practice.sent()
    await practice.control('POST', `prescriptions/${at.messageId}/${kind}-request`, proposed)
    await practice.settlePharmacies()
    const [request] = await waiting(at)
    return { ...at, request }
  }
  const answer = ({ prescriber, request }: Awaited<ReturnType<typeof asked>>, body: object) =>
    prescriber.client.post(`/v1/pharmacy-requests/${request.id}/response`, body)
  const listed = async ({ prescriber, patient }: Drafted, query = '') =>
    (await prescriber.client.get(`/v1/patients/${patient.id}/prescriptions${query}`)).body.items
  const lisinopril20 = { description: 'lisinopril 20 MG Oral Tablet', rxcui: '314077' }

  it('for a renewal waits for its prescriber, and its approval signs a new prescription', async () => {
    const at = await asked('renewal')
    expect(at.request).toMatchObject({
      kind: 'renewal',
      status: 'open',
      prescriptionId: at.prescription.id,
      medicationName: 'lisinopril 10 MG Oral Tablet',
      patient: { displayName: 'Pat Sample' },
    })
    // It is in no other practitioner's list.
    expect((await (await practice.addPractitioner()).client.get('/v1/pharmacy-requests')).body.items).toEqual([])
    expect((await answer(at, { decision: 'approved', refills: 5 })).body).toMatchObject({ status: 'approved' })
    expect(await waiting(at)).toEqual([])
    await practice.transmit()
    const { items } = (await at.prescriber.client.get(`/v1/patients/${at.patient.id}/prescriptions`)).body
    expect(items).toHaveLength(2)
    expect(items[0]).toMatchObject({ follows: at.prescription.id, refills: 5, status: 'sent', version: 2 })
    expect(items[1]).toMatchObject({ id: at.prescription.id, status: 'sent' })
    const [message] = await practice.received({ ...at, prescription: items[0] })
    expect(message).toMatchObject({ type: 'RxRenewalResponse', outcome: 'ApprovedWithChanges' })
    // Later messages of the pharmacy are about the new prescription.
    await practice.control('POST', `prescriptions/${message?.messageId}/fill`, { status: 'Dispensed' })
    await practice.settlePharmacies()
    const after = (await at.prescriber.client.get(`/v1/prescriptions/${items[0].id}`)).body
    expect(after).toMatchObject({ status: 'dispensed' })
    expect((await answer(at, { decision: 'denied' })).body.code).toBe('already_answered')
  })

  it('sends the reason of a denial to the pharmacy, and signs nothing', async () => {
    const at = await asked('renewal')
    expect((await answer(at, { decision: 'denied', reason: 'Please <come> & be seen.' })).body.status).toBe('denied')
    await practice.transmit()
    const response = (await practice.received(at)).at(-1)
    expect(response).toMatchObject({
      type: 'RxRenewalResponse',
      approved: false,
      denialReason: 'Please <come> & be seen.',
    })
    expect((await at.prescriber.client.get(`/v1/patients/${at.patient.id}/prescriptions`)).body.items).toHaveLength(1)
    expect((await practice.read(at)).status).toBe('sent')
  })

  it('alerts a person to call the pharmacy if the network did not deliver the denial', async () => {
    const at = await asked('renewal')
    await answer(at, { decision: 'denied' })
    await practice.control('PUT', 'pharmacies/9900001/behavior', { ...quiet, answer: 'error', errorCode: '900' })
    try {
      await practice.transmit()
    } finally {
      await practice.control('PUT', 'pharmacies/9900001/behavior', quiet)
    }
    expect(await practice.read(at)).toMatchObject({ status: 'sent', needsAttention: 'unexpected-response' })
  })

  it('for a change replaces the prescription with the other medication when approved', async () => {
    const at = await asked('change', lisinopril20)
    expect(at.request).toMatchObject({ kind: 'change', proposed: 'lisinopril 20 MG Oral Tablet, × 30' })
    expect((await answer(at, { decision: 'approved' })).status).toBe(200)
    await practice.transmit()
    const [changed, earlier] = await listed(at)
    expect(changed).toMatchObject({ follows: at.prescription.id, medication: { rxcui: '314077' }, status: 'sent' })
    // Only the network has it: the pharmacy still fills the earlier one.
    expect(earlier).toMatchObject({ id: at.prescription.id, status: 'sent' })
    const [message] = await practice.received({ ...at, prescription: changed })
    expect(message).toMatchObject({ type: 'RxChangeResponse', outcome: 'Approved' })
    await practice.control('POST', `prescriptions/${message?.messageId}/verify`)
    await practice.settlePharmacies()
    expect((await listed(at)).map(({ status }: { status: string }) => status)).toEqual(['accepted', 'replaced'])
    expect((await listed(at, '?active=true')).map(({ id }: { id: string }) => id)).toEqual([changed.id])
  })

  it('for a change leaves the earlier prescription unchanged if the pharmacy never gets the approval', async () => {
    const at = await asked('change', lisinopril20)
    expect((await answer(at, { decision: 'approved' })).status).toBe(200)
    await practice.control('PUT', 'pharmacies/9900001/behavior', { ...quiet, answer: 'error', errorCode: '900' })
    try {
      await practice.transmit()
    } finally {
      await practice.control('PUT', 'pharmacies/9900001/behavior', quiet)
    }
    expect((await listed(at)).map(({ status }: { status: string }) => status)).toEqual(['refused', 'sent'])
    expect((await listed(at, '?active=true')).map(({ id }: { id: string }) => id)).toEqual([at.prescription.id])
    const cancel = await at.prescriber.client.post(`/v1/prescriptions/${at.prescription.id}/cancel`, {
      reason: 'error',
    })
    expect(cancel.status).toBe(200)
  })

  it.each([
    ['of another strength', { description: 'lisinopril 40 MG Oral Tablet', rxcui: '197884' }],
    ['of another amount', { quantity: '90' }],
    ['of a medicine that it names without a code', { description: 'lisinopril 40 MG Oral Tablet', rxcui: null }],
  ])('for a renewal %s differs from the prescription, and cannot be approved as a renewal', async (_, dispensed) => {
    const at = await asked('renewal', dispensed)
    expect((await answer(at, { decision: 'approved' })).body.code).toBe('not_renewable')
    expect(await listed(at)).toHaveLength(1)
    expect((await answer(at, { decision: 'denied' })).status).toBe(200)
  })

  it.each([
    ['names five', { refills: '5' }, 5],
    ['names zero', { refills: '0' }, 0],
    ['gives no number', { quantity: '30' }, 2],
  ])('for a renewal of two refills that %s gets the right number', async (_, dispensed, refills) => {
    const at = await asked('renewal', dispensed)
    expect(at.request).toMatchObject({ kind: 'renewal', refills })
    expect((await answer(at, { decision: 'approved', refills })).status).toBe(200)
    await practice.transmit()
    const [renewed] = await listed(at)
    expect(renewed.refills).toBe(refills)
    expect(await practice.received({ ...at, prescription: renewed })).toMatchObject([{ outcome: 'Approved' }])
  })

  it.each([5, 0])(
    'for a renewal is approved with the %i refills that it requests, unless the prescriber gives a number',
    async (refills) => {
      const at = await asked('renewal', { refills: String(refills) })
      expect((await answer(at, { decision: 'approved' })).status).toBe(200)
      await practice.transmit()
      const [renewed] = await listed(at)
      expect(renewed.refills).toBe(refills)
      expect(await practice.received({ ...at, prescription: renewed })).toMatchObject([{ outcome: 'Approved' }])
    },
  )

  it('for more refills than allowed is approved only with the prescriber’s own number', async () => {
    const at = await asked('renewal', { refills: '13' })
    expect((await answer(at, { decision: 'approved' })).body).toMatchObject({
      code: 'quantity_implausible',
      errors: [{ pointer: '/refills' }],
    })
    expect((await answer(at, { decision: 'approved', refills: 12 })).status).toBe(200)
  })

  it('for a change keeps the prescribed refills, unless the prescriber gives a number', async () => {
    const at = await asked('change', { ...lisinopril20, refills: '5' })
    expect((await answer(at, { decision: 'approved' })).status).toBe(200)
    expect((await listed(at))[0].refills).toBe(2)
  })

  it.each([
    [{}, 'Approved'],
    [{ refills: 2 }, 'Approved'],
    [{ refills: 0 }, 'ApprovedWithChanges'],
  ])('for a renewal with two refills, approved with %j, gets the outcome %s', async (granted, outcome) => {
    const at = await asked('renewal')
    expect((await answer(at, { decision: 'approved', ...granted })).status).toBe(200)
    await practice.transmit()
    const [renewed] = await listed(at)
    expect(await practice.received({ ...at, prescription: renewed })).toMatchObject([{ approved: true, outcome }])
  })

  it.each([
    ['controlled_substance', { description: 'zolpidem tartrate 10 MG Oral Tablet', rxcui: '854873' }],
    ['not_renewable', { description: 'something unheard of', rxcui: '99999999' }],
    ['not_renewable', { description: 'amoxicillin 50 MG/ML Oral Suspension', rxcui: '239191' }],
  ])(
    'for a change to a medication that cannot be prescribed is refused as %s, and stays open',
    async (code, proposed) => {
      const at = await asked('change', proposed)
      expect((await answer(at, { decision: 'approved' })).body.code).toBe(code)
      expect(await waiting(at)).toHaveLength(1)
      expect((await answer(at, { decision: 'denied' })).status).toBe(200)
    },
  )

  it('cannot be approved with a new alert that has no reason', async () => {
    const at = await asked('change', { description: 'ibuprofen 600 MG Oral Tablet', rxcui: '197806' })
    const path = `/v1/patients/${at.patient.id}/prescriptions`
    const { id } = (await at.prescriber.client.post(path, written({ rxcui: '855332' }))).body
    await at.prescriber.client.post(`/v1/prescriptions/${id}/sign`, { version: 1 })
    const refused = await answer(at, { decision: 'approved' })
    expect(refused.body).toMatchObject({ code: 'alerts_open', errors: [{ code: 'interaction' }] })
    expect(JSON.stringify(refused.body)).not.toMatch(/warfarin|ibuprofen/i)
  })

  it.each(['renewal', 'change'] as const)(
    'for a %s cannot be approved while checks are unavailable, even if they also were at the first signature',
    async (kind) => {
      const { current: checks } = practice.checking
      practice.checking.current = { name: 'broken', check: () => Promise.reject(new Error('down')) }
      try {
        const at = await practice.drafted()
        const [alert] = at.prescription.alerts
        const reasons = [{ alertId: alert?.id ?? '', reason: 'Compared by hand.' }]
        const path = `/v1/prescriptions/${at.prescription.id}`
        await at.prescriber.client.put(path, { ...written({ acknowledgments: reasons }), version: 1 })
        expect((await at.prescriber.client.post(`${path}/sign`, { version: 2 })).status).toBe(200)
        await practice.transmit()
        const [message] = await practice.received(at)
        await practice.control(
          'POST',
          `prescriptions/${message?.messageId}/${kind}-request`,
          kind === 'change' ? lisinopril20 : {},
        )
        await practice.settlePharmacies()
        const [request] = await waiting(at)
        const refused = await answer({ ...at, messageId: '', request }, { decision: 'approved' })
        expect(refused.body).toMatchObject({ code: 'alerts_open', errors: [{ code: 'check-unavailable' }] })
      } finally {
        practice.checking.current = checks
      }
    },
  )

  it('cannot be approved without a license where the patient lives', async () => {
    const at = await asked('renewal')
    const { client } = await practice.addPractitioner({ state: 'TX' })
    const path = `/v1/pharmacy-requests/${at.request.id}/response`
    expect((await client.post(path, { decision: 'approved' })).body.code).toBe('not_licensed')
  })

  it('that two members answer at once gets one response', async () => {
    const at = await asked('renewal')
    const both = await Promise.all([answer(at, { decision: 'approved' }), answer(at, { decision: 'approved' })])
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect((await at.prescriber.client.get(`/v1/patients/${at.patient.id}/prescriptions`)).body.items).toHaveLength(2)
  })
})

describe('renewing a prescription', () => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice('pglite')
  })
  afterAll(() => practice.stop())

  it('creates a draft that follows it and is no duplicate of it', async () => {
    const at = await practice.signed()
    const renewed = await at.prescriber.client.post(`/v1/prescriptions/${at.prescription.id}/renew`)
    expect(renewed.status).toBe(201)
    expect(renewed.body).toMatchObject({
      status: 'draft',
      follows: at.prescription.id,
      quantity: 30,
      refills: 2,
      alerts: [],
      medication: { rxcui: '314076' },
      pharmacy: { id: '9900001' },
    })
    expect((await at.prescriber.client.post(`/v1/prescriptions/${renewed.body.id}/sign`, { version: 1 })).status).toBe(
      200,
    )
  })

  it('is not possible for a draft', async () => {
    const { prescriber, prescription } = await practice.drafted()
    expect((await prescriber.client.post(`/v1/prescriptions/${prescription.id}/renew`)).body.code).toBe('not_renewable')
  })
})
