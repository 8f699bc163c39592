import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import type { PlatformVault } from '../../../platform/vault/create-vault.ts'
import { potassium, startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

describe.each(domainEngines)('unmatched results on %s', (engine) => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital(engine)
  })
  afterAll(() => kit.stop())

  describe('a report about another person', () => {
    test.each([
      ['another name', { family: 'Other' }],
      ['another birth date', { birthDate: '19840616' }],
      ['no birth date', { birthDate: '' }],
    ])('%s never reaches the patient of the order', async (_, person) => {
      const { orderId, received, patientId } = await kit.placed()
      const response = await kit.laboratory.report({
        placerNumber: received.placerNumber,
        person,
        values: [potassium('4.4')],
      })
      expect(response?.code).toBe('AA')
      expect(await kit.orderNow(orderId)).toMatchObject({ status: 'accepted', resultIds: [] })
      expect(await kit.inbox(received.fillerNumber)).toMatchObject({
        reason: 'identity-differs',
        patientId,
        placerNumber: received.placerNumber,
      })
    })

    test('matches the same person in capitals, without accents, or with a middle name', async () => {
      const { orderId, received } = await kit.placed({}, { name: { given: 'Zoë', family: "O'Brien-Łuk" } })
      await kit.laboratory.report({
        placerNumber: received.placerNumber,
        person: { family: 'OBRIEN ŁUK', given: 'ZOE Q' },
      })
      expect((await kit.orderNow(orderId)).status).toBe('final')
    })

    test('without an order goes to the inbox, is matched to one by a person, and later reports follow automatically', async () => {
      const fillerNumber = `UNKNOWN-${Date.now()}`
      const person = { family: 'Sample', given: 'Patricia', birthDate: '19840615' }
      const report = { fillerNumber, person, test: 'K' }
      await kit.laboratory.report({ ...report, status: 'P', values: [potassium('4.1')] })
      await kit.laboratory.report({ ...report, status: 'F', values: [potassium('4.4')] })
      await kit.laboratory.report({ ...report, status: 'P', values: [potassium('4.1')] })
      const waiting = await kit.inbox(fillerNumber)
      expect(waiting).toMatchObject({
        reason: 'unknown-order',
        status: 'open',
        person: { name: 'Patricia Sample', birthDate: '1984-06-15' },
      })
      const { orderId } = await kit.placed()
      const other = await kit.placed({ tests: [{ code: 'CBC', answers: [] }] })
      const match = (id: string) => kit.clinician.post(`/v1/unmatched-results/${waiting.id}/match`, { orderId: id })
      expect(await match(other.orderId)).toMatchObject({ status: 422, body: { code: 'unknown_test' } })
      expect((await match(orderId)).body).toMatchObject({ orderId, status: 'final', observations: [{ value: '4.4' }] })
      expect(await match(orderId)).toMatchObject({ status: 409, body: { code: 'already_matched' } })
      expect(await kit.inbox(fillerNumber)).toBeUndefined()
      await kit.laboratory.report({ ...report, status: 'C', values: [potassium('4.6')] })
      expect(await kit.resultNow(orderId)).toMatchObject({ status: 'corrected', observations: [{ value: '4.6' }] })
      // The same number with another name belongs to another person.
      await kit.laboratory.report({ ...report, person: { ...person, given: 'Peter' }, values: [potassium('9.9')] })
      expect(await kit.inbox(fillerNumber)).toMatchObject({ person: { name: 'Peter Sample' } })
    })

    test('keeps every reported value and its clock until it is matched', async () => {
      const fillerNumber = `LATE-${Date.now()}`
      const report = { fillerNumber, person: { family: 'Sample', given: 'Patricia', birthDate: '19840615' }, test: 'K' }
      await kit.laboratory.report({ ...report, status: 'P', values: [potassium('7.4', { flag: 'HH', status: 'F' })] })
      await kit.laboratory.report({
        ...report,
        status: 'F',
        values: [{ loinc: '2951-2', name: 'Sodium', value: '141' }],
      })
      const { id } = await kit.inbox(fillerNumber)
      const { orderId } = await kit.placed()
      const matched = await kit.clinician.post(`/v1/unmatched-results/${id}/match`, { orderId })
      expect(matched.body).toMatchObject({
        status: 'final',
        critical: { notified: [{ role: 'ordering-practitioner' }] },
        observations: [{ value: '7.4', flag: 'HH' }, { value: '141' }],
      })
    })

    test('with a critical value is listed first, and notifies the roles of the clinic until a member decides', async () => {
      const [plain, urgent] = [`PLAIN-${Date.now()}`, `URGENT-${Date.now()}`]
      await kit.laboratory.report({ fillerNumber: plain, values: [potassium('4.4')] })
      await kit.laboratory.report({ fillerNumber: urgent, values: [potassium('7.4', { flag: 'HH' })] })
      const numbers: string[] = []
      let cursor = ''
      do {
        const { items, nextCursor } = (await kit.clinician.get(`/v1/unmatched-results?limit=1${cursor}`)).body
        numbers.push(...items.map((item: { fillerNumber: string }) => item.fillerNumber))
        cursor = nextCursor === null ? '' : `&cursor=${nextCursor}`
      } while (cursor !== '')
      expect(numbers.indexOf(urgent)).toBeLessThan(numbers.indexOf(plain))
      expect(numbers).toHaveLength(new Set(numbers).size)
      expect((await kit.inbox(plain)).critical).toBeUndefined()
      const { id, critical } = await kit.inbox(urgent)
      expect(critical).toMatchObject({ notified: [{ role: 'practitioner' }] })
      expect(await kit.lastEvent('labs.critical-unmatched')).toMatchObject({ unmatchedId: id, role: 'practitioner' })
      kit.hospital.clock.advance({ minutes: 30 })
      await kit.hospital.escalate()
      kit.clinician = await kit.hospital.asPractitioner(kit.doctor)
      expect(await kit.lastEvent('labs.critical-unmatched')).toMatchObject({ unmatchedId: id, role: 'nurse' })
      expect((await kit.clinician.post(`/v1/unmatched-results/${id}/return`)).status).toBe(200)
      expect(await kit.lastEvent('labs.unmatched-decided')).toMatchObject({ unmatchedId: id, decision: 'returned' })
    })

    test('that arrived under another patient’s number is matched to its own patient, and the other is not in the record', async () => {
      const [named, meant] = [await kit.placed(), await kit.placed({}, { name: { given: 'Sam', family: 'Other' } })]
      const person = { family: 'Other', given: 'Sam' }
      await kit.laboratory.report({ placerNumber: named.received.placerNumber, person, values: [potassium('4.4')] })
      const { id } = await kit.inbox(named.received.fillerNumber)
      const matched = await kit.clinician.post(`/v1/unmatched-results/${id}/match`, { orderId: meant.orderId })
      expect(matched.body).toMatchObject({ patientId: meant.patientId, observations: [{ value: '4.4' }] })
      expect(await kit.hospital.accessRows({ patientId: meant.patientId, operation: 'matchResult' })).toHaveLength(1)
      expect(await kit.hospital.accessRows({ patientId: named.patientId, operation: 'matchResult' })).toEqual([])
    })

    test('can be returned as not a patient of this clinic', async () => {
      const fillerNumber = `NOBODY-${Date.now()}`
      await kit.laboratory.report({ fillerNumber, values: [potassium('4.4')] })
      const { id } = await kit.inbox(fillerNumber)
      expect((await kit.clinician.post(`/v1/unmatched-results/${id}/return`)).body).toEqual({ id, status: 'returned' })
      expect(await kit.inbox(fillerNumber)).toBeUndefined()
      expect((await kit.clinician.post(`/v1/unmatched-results/${id}/return`)).status).toBe(409)
    })

    test('of a person whose record was erased goes to the inbox, and the laboratory does not send it again', async () => {
      const { received, patientId } = await kit.placed()
      const { vault, database } = kit.hospital.platform
      await (vault as PlatformVault).erase(database.owner(), kit.hospital.organizationId, patientId)
      expect(await kit.laboratory.report({ placerNumber: received.placerNumber })).toMatchObject({ code: 'AA' })
      expect(await kit.inbox(received.fillerNumber)).toMatchObject({ reason: 'unknown-order' })
    })
  })
})
