import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import type { SignedInClient } from '../../../platform/http/tests/server.testing.ts'
import { liveRules } from '../live-rules.ts'
import { potassium, startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

describe.each(domainEngines)('critical values on %s', (engine) => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital(engine)
  })
  afterAll(() => kit.stop())

  describe('a critical value', () => {
    const critical = async (by = kit.doctor) => {
      const client = await kit.hospital.asPractitioner(by)
      const patientId = await kit.hospital.addPatient()
      const { body } = await kit.order(patientId, {}, client)
      await kit.hospital.transmit()
      const { placerNumber } = kit.laboratory.orders.at(-1) ?? { placerNumber: '' }
      await kit.laboratory.report({ placerNumber, status: 'P', values: [potassium('7.2', { flag: 'HH' })] })
      const { resultIds } = (await client.get(`/v1/lab-orders/${body.id}`)).body
      return { id: resultIds[0] as string, placerNumber, client }
    }
    const emitted = async (id: string, client: SignedInClient) =>
      (await client.get(`/v1/lab-results/${id}`)).body.critical?.notified.map(({ role }: { role: string }) => role)
    const acknowledge = async (id: string, client: SignedInClient) => {
      const { version } = (await client.get(`/v1/lab-results/${id}`)).body
      return client.post(`/v1/lab-results/${id}/acknowledge`, { version })
    }
    const wait = (minutes: number) => {
      kit.hospital.clock.advance({ minutes })
      return kit.hospital.escalate()
    }

    test('notifies the practitioner at once, then others, until a member acknowledges it', async () => {
      const { id, client } = await critical()
      expect(await emitted(id, client)).toEqual(['ordering-practitioner'])
      await wait(14)
      expect(await emitted(id, client)).toEqual(['ordering-practitioner'])
      await wait(1)
      const again = await kit.hospital.asPractitioner(kit.doctor)
      expect(await emitted(id, again)).toEqual(['ordering-practitioner', 'practitioner'])
      expect(await kit.lastEvent('labs.critical-raised')).toMatchObject({ resultId: id, role: 'practitioner' })
      const colleague = await kit.hospital.addPractitioner()
      const acknowledged = await acknowledge(id, await kit.hospital.asPractitioner(colleague))
      expect(acknowledged.body.critical).toMatchObject({ acknowledgedBy: { memberId: colleague.memberId } })
      await wait(60)
      kit.clinician = await kit.hospital.asPractitioner(kit.doctor)
      expect(await emitted(id, kit.clinician)).toEqual(['ordering-practitioner', 'practitioner'])
    })

    test('notifies the covering practitioner and their open page, and everyone a little later', async () => {
      const [away, stand] = [await kit.hospital.addPractitioner(), await kit.hospital.addPractitioner()]
      const { organizationId } = kit.hospital
      kit.covering.push({
        organizationId,
        practitionerId: stand.practitionerId,
        for: [away.practitionerId],
        from: kit.hospital.clock.now().toISOString(),
        until: null,
      })
      const { id } = await critical(away)
      await wait(15)
      const colleague = await kit.hospital.asPractitioner(stand)
      expect(await emitted(id, colleague)).toEqual(['ordering-practitioner', 'covering-practitioner'])
      const data = await kit.lastEvent('labs.critical-raised')
      expect(data).toMatchObject({
        resultId: id,
        role: 'covering-practitioner',
        practitionerId: away.practitionerId,
        coveringPractitionerId: stand.practitionerId,
      })
      const rule = liveRules.find(({ event }) => event === 'labs.critical-raised')
      expect(rule?.audience(data as never)).toEqual({ practitioners: [stand.practitionerId] })
      await wait(5)
      expect(await emitted(id, await kit.hospital.asPractitioner(stand))).toEqual([
        'ordering-practitioner',
        'covering-practitioner',
        'practitioner',
      ])
      const acknowledged = await acknowledge(id, await kit.hospital.asPractitioner(stand))
      expect(acknowledged.body.critical).toMatchObject({ acknowledgedBy: { memberId: stand.memberId } })
      await wait(60)
      expect(await emitted(id, await kit.hospital.asPractitioner(stand))).toHaveLength(3)
    })

    test('does not restart its clock when the final report has the same value', async () => {
      const { id, client, placerNumber } = await critical()
      const { critical: before } = (await client.get(`/v1/lab-results/${id}`)).body
      await acknowledge(id, client)
      await kit.laboratory.report({ placerNumber, status: 'F', values: [potassium('7.2', { flag: 'HH' })] })
      const { critical: after } = (await client.get(`/v1/lab-results/${id}`)).body
      expect(after).toMatchObject({ raisedAt: before.raisedAt, acknowledgedBy: { memberId: kit.doctor.memberId } })
      await kit.laboratory.report({ placerNumber, status: 'C', values: [potassium('7.9', { flag: 'HH' })] })
      expect((await client.get(`/v1/lab-results/${id}`)).body.critical.acknowledgedAt).toBeUndefined()
    })

    test('in addition to an unacknowledged one notifies all roles again, even if all were notified before', async () => {
      const { id, placerNumber } = await critical()
      await wait(40)
      expect(await emitted(id, await kit.hospital.asPractitioner(kit.doctor))).toHaveLength(3)
      const low = { loinc: '2345-7', name: 'Glucose', value: '22', unit: 'mg/dL', flag: 'LL' }
      await kit.laboratory.report({ placerNumber, status: 'F', values: [low] })
      expect(await emitted(id, await kit.hospital.asPractitioner(kit.doctor))).toEqual(['ordering-practitioner'])
      await wait(1)
      expect(await emitted(id, await kit.hospital.asPractitioner(kit.doctor))).toHaveLength(3)
    })

    test('cannot be acknowledged by a member who read an earlier version', async () => {
      const { id, client, placerNumber } = await critical()
      const { version } = (await client.get(`/v1/lab-results/${id}`)).body
      await kit.laboratory.report({ placerNumber, status: 'C', values: [potassium('7.9', { flag: 'HH' })] })
      expect(await client.post(`/v1/lab-results/${id}/acknowledge`, { version })).toMatchObject({
        status: 409,
        body: { code: 'version_conflict' },
      })
      const now = (await client.get(`/v1/lab-results/${id}`)).body
      expect(now.critical.acknowledgedAt).toBeUndefined()
      expect((await client.post(`/v1/lab-results/${id}/acknowledge`, { version: now.version })).status).toBe(200)
    })

    test('that was reported by mistake is no longer critical after its correction', async () => {
      const { id, client, placerNumber } = await critical()
      await kit.laboratory.report({ placerNumber, status: 'C', values: [potassium('4.2', { flag: 'N' })] })
      expect((await client.get(`/v1/lab-results/${id}`)).body.critical).toBeUndefined()
      expect(await acknowledge(id, client)).toMatchObject({
        status: 409,
        body: { code: 'not_critical' },
      })
    })

    test('comes first in the review queue, and a review acknowledges it', async () => {
      const colleague = await kit.hospital.addPractitioner()
      const client = await kit.hospital.asPractitioner(colleague)
      const plain = await kit.order(await kit.hospital.addPatient(), {}, client)
      await kit.hospital.transmit()
      await kit.laboratory.report({
        placerNumber: kit.laboratory.orders.at(-1)?.placerNumber ?? '',
        values: [potassium('4.4')],
      })
      const { id } = await critical(colleague)
      const first = (await client.get('/v1/lab-results?limit=1')).body
      expect(first.items).toMatchObject([{ id, patient: { displayName: 'Pat Sample' } }])
      const second = (await client.get(`/v1/lab-results?limit=1&cursor=${first.nextCursor}`)).body
      expect(second).toMatchObject({ items: [{ orderId: plain.body.id }], nextCursor: null })
      expect((await client.get('/v1/lab-results?critical=true')).body.items).toHaveLength(1)
      expect((await client.get('/v1/lab-results?cursor=2_x')).body.code).toBe('cursor_invalid')
      const { version } = first.items[0]
      const reviewed = await client.post(`/v1/lab-results/${id}/review`, { version, release: false })
      expect(reviewed.body.critical.acknowledgedBy.memberId).toBe(colleague.memberId)
      expect((await client.get('/v1/lab-results?critical=true')).body.items).toEqual([])
    })
  })
})
