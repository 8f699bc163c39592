import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { createAccess } from '../../../platform/audit/create-access.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { potassium, startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

describe.each(domainEngines)('results on %s', (engine) => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital(engine)
  })
  afterAll(() => kit.stop())

  describe('a repeated message', () => {
    test('is acknowledged and changes nothing, also when both arrive at once', async () => {
      const { orderId, received } = await kit.placed()
      const report = {
        placerNumber: received.placerNumber,
        controlId: `SAME-${received.fillerNumber}`,
        values: [potassium('4.4')],
      }
      const answers = await Promise.all([
        kit.laboratory.report(report),
        kit.laboratory.report(report),
        kit.laboratory.report(report),
      ])
      expect(answers.map((response) => response?.code)).toEqual(['AA', 'AA', 'AA'])
      expect(await kit.resultNow(orderId)).toMatchObject({ version: 1, status: 'final' })
      expect((await kit.orderNow(orderId)).resultIds).toHaveLength(1)
    })

    test('does not come back to the inbox after a person has returned it', async () => {
      const fillerNumber = `RETURNED-${Date.now()}`
      const report = { fillerNumber, controlId: `${fillerNumber}-1`, values: [potassium('4.4')] }
      expect((await kit.laboratory.report(report))?.code).toBe('AA')
      const { id } = await kit.inbox(fillerNumber)
      expect((await kit.clinician.post(`/v1/unmatched-results/${id}/return`)).status).toBe(200)
      expect((await kit.laboratory.report(report))?.code).toBe('AA')
      expect(await kit.inbox(fillerNumber)).toBeUndefined()
      // The same words under another id are a report of its own.
      await kit.laboratory.report({ ...report, controlId: `${fillerNumber}-2` })
      expect(await kit.inbox(fillerNumber)).toMatchObject({ status: 'open' })
    })

    test('with another id changes nothing either', async () => {
      const { orderId, received } = await kit.placed()
      for (let time = 0; time < 3; time += 1)
        await kit.laboratory.report({ placerNumber: received.placerNumber, values: [potassium('4.4')] })
      expect((await kit.resultNow(orderId)).version).toBe(1)
    })
  })

  describe('a correction', () => {
    const reviewed = async (release: boolean) => {
      const { orderId, received, patientId } = await kit.placed()
      await kit.laboratory.report({ placerNumber: received.placerNumber, values: [potassium('4.4')] })
      const { id, version } = await kit.resultNow(orderId)
      const review = await kit.clinician.post(`/v1/lab-results/${id}/review`, {
        version,
        release,
        comment: 'All is well (sample).',
      })
      expect(review.status).toBe(200)
      return { id: id as string, orderId, patientId, placerNumber: received.placerNumber }
    }
    const correct = (placerNumber: string, value = '6.9') =>
      kit.laboratory.report({
        placerNumber,
        status: 'C',
        values: [potassium(value, { flag: 'HH', note: 'First value was of another tube.' })],
      })

    test('shows what it replaced, asks for another review, and reaches a patient who has the wrong value', async () => {
      const { id, patientId, placerNumber } = await reviewed(true)
      const patient = await kit.hospital.asPatient(patientId)
      expect((await patient.get(`/v1/lab-results/${id}`)).body).toMatchObject({
        observations: [{ value: '4.4', status: 'final' }],
        comment: 'All is well (sample).',
      })
      await correct(placerNumber)
      const result = (await kit.clinician.get(`/v1/lab-results/${id}`)).body
      expect(result).toMatchObject({
        status: 'corrected',
        correctedAfterReview: true,
        version: 3,
        observations: [
          {
            value: '6.9',
            status: 'corrected',
            flag: 'HH',
            replaced: { value: '4.4', unit: 'mmol/L' },
            note: 'First value was of another tube.',
          },
        ],
      })
      expect(result.reviewedAt).toBeUndefined()
      expect((await patient.get(`/v1/lab-results/${id}`)).body).toMatchObject({
        status: 'corrected',
        observations: [{ value: '6.9', replaced: { value: '4.4' } }],
      })
      expect(await kit.lastEvent('labs.result-corrected')).toMatchObject({ resultId: id, released: true, version: 3 })
    })

    test('is kept when the older final value arrives again, and a second correction shows the first', async () => {
      const { id, placerNumber } = await reviewed(false)
      await correct(placerNumber)
      await kit.laboratory.report({ placerNumber, status: 'F', values: [potassium('4.4')] })
      expect((await kit.clinician.get(`/v1/lab-results/${id}`)).body.observations).toMatchObject([{ value: '6.9' }])
      await correct(placerNumber, '6.1')
      expect((await kit.clinician.get(`/v1/lab-results/${id}`)).body.observations).toMatchObject([
        { value: '6.1', replaced: { value: '6.9' } },
      ])
    })

    test('is recognized even if the laboratory does not mark it as one', async () => {
      const { id, placerNumber } = await reviewed(false)
      await kit.laboratory.report({ placerNumber, status: 'F', values: [potassium('5.9', { flag: 'H' })] })
      expect((await kit.clinician.get(`/v1/lab-results/${id}`)).body).toMatchObject({
        status: 'corrected',
        correctedAfterReview: true,
        observations: [{ value: '5.9', replaced: { value: '4.4' } }],
      })
    })

    test('that arrives after the result was read prevents a review of the old version', async () => {
      const { id, placerNumber } = await reviewed(false)
      const { version } = (await kit.clinician.get(`/v1/lab-results/${id}`)).body
      await correct(placerNumber)
      expect(await kit.clinician.post(`/v1/lab-results/${id}/review`, { version, release: true })).toMatchObject({
        status: 409,
        body: { code: 'version_conflict' },
      })
    })
  })

  describe('a patient sees', () => {
    test('nothing before the release, then what was released and nothing newer', async () => {
      const { orderId, received, patientId } = await kit.placed()
      const patient = await kit.hospital.asPatient(patientId)
      const seen = async () => (await patient.get(`/v1/patients/${patientId}/lab-results`)).body.items
      const { placerNumber } = received
      await kit.laboratory.report({ placerNumber, status: 'P', values: [potassium('4.4')] })
      const { id, version } = await kit.resultNow(orderId)
      expect(await seen()).toEqual([])
      expect((await patient.get(`/v1/lab-results/${id}`)).status).toBe(404)
      expect((await patient.get(`/v1/lab-orders/${orderId}`)).body.resultIds).toEqual([])
      await kit.clinician.post(`/v1/lab-results/${id}/review`, {
        version,
        release: true,
        comment: 'More to come (sample).',
      })
      expect(await seen()).toMatchObject([
        { id, status: 'partial', comment: 'More to come (sample).', observations: [{ value: '4.4' }] },
      ])
      await kit.laboratory.report({
        placerNumber,
        status: 'F',
        values: [potassium('4.4'), { loinc: '2951-2', name: 'Sodium', value: '140' }],
      })
      expect(await seen()).toMatchObject([{ status: 'partial', observations: [{ value: '4.4' }] }])
      expect((await kit.resultNow(orderId)).observations).toHaveLength(2)
      const again = await kit.resultNow(orderId)
      await kit.clinician.post(`/v1/lab-results/${id}/review`, { version: again.version, release: true })
      expect((await seen())[0].observations).toHaveLength(2)
    })

    test('corrections of released values only, without the comment about the old value', async () => {
      const { orderId, received, patientId } = await kit.placed()
      const patient = await kit.hospital.asPatient(patientId)
      const seen = async () => (await patient.get(`/v1/patients/${patientId}/lab-results`)).body.items[0]
      const { placerNumber } = received
      const sodium = (value: string, status: string) => ({ loinc: '2951-2', name: 'Sodium', value, status })
      await kit.laboratory.report({ placerNumber, status: 'P', values: [sodium('141', 'F')] })
      const { id, version } = await kit.resultNow(orderId)
      await kit.clinician.post(`/v1/lab-results/${id}/review`, {
        version,
        release: true,
        comment: 'All normal (sample).',
      })
      await kit.laboratory.report({
        placerNumber,
        status: 'P',
        values: [potassium('7.4', { flag: 'HH', status: 'F' })],
      })
      expect(await seen()).toMatchObject({ comment: 'All normal (sample).', observations: [{ value: '141' }] })
      await kit.laboratory.report({ placerNumber, status: 'C', values: [sodium('131', 'C')] })
      const corrected = await seen()
      expect(corrected).toMatchObject({
        status: 'corrected',
        abnormal: false,
        observations: [{ value: '131', replaced: { value: '141' } }],
      })
      expect(corrected.comment).toBeUndefined()
      // Reviewed but not released: the value is still not visible to the patient.
      const now = await kit.resultNow(orderId)
      await kit.clinician.post(`/v1/lab-results/${id}/review`, {
        version: now.version,
        release: false,
        comment: 'For us.',
      })
      expect(await seen()).toEqual({
        ...corrected,
        reviewedAt: expect.anything(),
        reviewedBy: expect.anything(),
        version: 5,
      })
      await kit.clinician.post(`/v1/lab-results/${id}/review`, {
        version: 5,
        release: true,
        comment: 'Come in (sample).',
      })
      expect(await seen()).toMatchObject({
        comment: 'Come in (sample).',
        observations: [{ value: '131' }, { value: '7.4' }],
      })
    })

    test('only their own record, and a proxy needs the record scope', async () => {
      const { orderId, patientId } = await kit.placed()
      const stranger = await kit.hospital.asPatient(await kit.hospital.addPatient())
      expect((await stranger.get(`/v1/lab-orders/${orderId}`)).status).toBe(404)
      expect((await stranger.get(`/v1/patients/${patientId}/lab-results`)).status).toBe(404)
      const forVisits = await kit.hospital.addProxy(patientId, ['visit'])
      expect(await forVisits.get(`/v1/patients/${patientId}/lab-orders`)).toMatchObject({
        status: 403,
        body: { code: 'outside_proxy_scope' },
      })
      expect((await forVisits.get(`/v1/lab-orders/${orderId}`)).status).toBe(403)
      const forRecord = await kit.hospital.addProxy(patientId, ['record'])
      expect((await forRecord.get(`/v1/patients/${patientId}/lab-orders`)).body.items).toHaveLength(1)
    })
  })

  test('other domains can read the orders of a visit and the released results', async () => {
    const patientId = await kit.hospital.addPatient()
    const visitId = await kit.hospital.checkedIn(patientId)
    kit.clinician = await kit.hospital.asPractitioner(kit.doctor)
    const { body } = await kit.order(patientId, { visitId })
    await kit.hospital.transmit()
    await kit.laboratory.report({
      placerNumber: kit.laboratory.orders.at(-1)?.placerNumber ?? '',
      values: [potassium('4.4')],
    })
    const { id, version } = await kit.resultNow(body.id)
    await kit.clinician.post(`/v1/lab-results/${id}/review`, { version, release: true })
    const context = kit.hospital.as('practitioner', kit.doctor).then(({ caller }) => ({
      caller,
      requestId: newId(),
      now: kit.hospital.clock.now(),
      access: createAccess(caller, 'organization'),
      vault: kit.hospital.platform.vault,
      newId,
      db: kit.hospital.platform.database.reader({ domain: 'labs', organizationId: caller.organizationId }),
    }))
    expect(await kit.hospital.provides.labs.ordersOfVisit(await context, visitId)).toMatchObject([
      {
        orderId: body.id,
        status: 'final',
        tests: [{ name: expect.arrayContaining([{ language: 'es', text: 'Potasio' }]), status: 'final' }],
      },
    ])
    expect(await kit.hospital.provides.labs.releasedResults(await context, patientId)).toMatchObject([
      { resultId: id, status: 'final', observations: [{ value: '4.4' }] },
    ])
  })
})
