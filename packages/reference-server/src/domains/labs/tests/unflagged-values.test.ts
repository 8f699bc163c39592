import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { potassium, startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

describe.each(domainEngines)('a value that the laboratory did not flag, on %s', (engine) => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital(engine)
    const { organizationId } = kit.hospital
    kit.limits.push({ organizationId, loinc: '2823-3', low: 2.8, high: 6.2, unit: 'mmol/L' })
    kit.limits.push({ organizationId: kit.doctor.memberId, loinc: '2951-2', high: 100, unit: 'mmol/L' })
  })
  afterAll(() => kit.stop())

  const reported = async (value: ReturnType<typeof potassium>) => {
    const { orderId, patientId, received } = await kit.placed()
    await kit.laboratory.report({ placerNumber: received.placerNumber, values: [value] })
    return { result: await kit.resultNow(orderId), patientId, received }
  }

  test.each([
    ['5.9', 'above'],
    ['3.1', 'below'],
  ])('%s is abnormal outside its own range, and the patient reads so too', async (value, outsideRange) => {
    const { result, patientId } = await reported(potassium(value))
    expect(result).toMatchObject({ abnormal: true, observations: [{ value, outsideRange }] })
    expect(result.critical).toBeUndefined()
    // The inbox task is made from this.
    expect(await kit.lastEvent('labs.result-received')).toMatchObject({ resultId: result.id, abnormal: true })
    await kit.clinician.post(`/v1/lab-results/${result.id}/review`, { version: result.version, release: true })
    const patient = await kit.hospital.asPatient(patientId)
    expect((await patient.get(`/v1/lab-results/${result.id}`)).body).toMatchObject({
      abnormal: true,
      observations: [{ outsideRange }],
    })
  })

  test('is abnormal when the laboratory calls it normal outside its own range', async () => {
    const { result } = await reported(potassium('5.9', { flag: 'N' }))
    expect(result).toMatchObject({ abnormal: true, observations: [{ flag: 'N', outsideRange: 'above' }] })
  })

  test.each([
    ['12,500', '4,500-11,000', 'above'],
    ['9.9', '3,5-5,1', 'above'],
    ['Positive', 'Negative', 'differs'],
  ])('%s with the range %s is abnormal: it is certain, however it is written', async (value, range, outsideRange) => {
    const { result } = await reported(potassium(value, { range, type: 'ST', loinc: '2951-2' }))
    expect(result).toMatchObject({ abnormal: true, observations: [{ value, outsideRange }] })
    expect(result.observations[0]).not.toHaveProperty('rangeNotCompared')
  })

  test.each([
    ['4,500', '4.0-11.0'],
    ['9.9', 'Low 3.5 high 5.1'],
    ['Amber', 'Yellow'],
  ])('%s with the range %s is not called normal, and the patient reads so too', async (value, range) => {
    const { result, patientId } = await reported(potassium(value, { range, type: 'ST', loinc: '2951-2' }))
    expect(result).toMatchObject({ abnormal: false, observations: [{ rangeNotCompared: true }] })
    await kit.clinician.post(`/v1/lab-results/${result.id}/review`, { version: result.version, release: true })
    const patient = await kit.hospital.asPatient(patientId)
    expect((await patient.get(`/v1/lab-results/${result.id}`)).body.observations).toMatchObject([
      { rangeNotCompared: true },
    ])
  })

  test('is normal within its range', async () => {
    const { result } = await reported(potassium('5.1'))
    expect(result.abnormal).toBe(false)
    expect(result.observations[0]).not.toHaveProperty('outsideRange')
    expect(result.observations[0]).not.toHaveProperty('rangeNotCompared')
    expect(result.observations[0]).not.toHaveProperty('criticalLimit')
  })

  test.each([
    ['6.9', 'mmol/L'],
    ['6900', 'umol/L'],
    ['>6.2', 'mmol/L'],
    ['1.9', 'mmol/L'],
  ])('%s %s starts the clock of the organization, with or without a range', async (value, unit) => {
    const { result, patientId } = await reported(potassium(value, { unit, range: '' }))
    expect(result).toMatchObject({
      abnormal: true,
      critical: { notified: [{ role: 'ordering-practitioner' }] },
      observations: [{ criticalLimit: { outcome: 'beyond', low: 2.8, high: 6.2, unit: 'mmol/L' } }],
    })
    expect(await kit.lastEvent('labs.critical-raised')).toMatchObject({ resultId: result.id })
    await kit.clinician.post(`/v1/lab-results/${result.id}/review`, { version: result.version, release: true })
    const patient = await kit.hospital.asPatient(patientId)
    const seen = (await patient.get(`/v1/lab-results/${result.id}`)).body
    expect(seen.observations[0]).not.toHaveProperty('criticalLimit')
  })

  test('whose unit cannot be compared is said to be so, and is not taken for a value within the limit', async () => {
    const segments = (number: string, unit: string) => [
      'PID|1||1||Sample^Pat||19840615|F',
      `OBR|1|${number}|UNIT-${engine}-${unit}|K^Potassium^L|||||||||||||||||||||F`,
      `OBX|1|NM|2823-3^Potassium^LN||6.9|${unit}|||||F`,
    ]
    for (const unit of ['mmol/L', 'mg/dL', 'meq/L^meq/L^UCUM', '']) {
      const { orderId, received } = await kit.placed()
      expect(await kit.send(...segments(received.placerNumber, unit))).toContain('MSA|AA')
      const result = await kit.resultNow(orderId)
      expect(result.observations, unit).toMatchObject([{ criticalLimit: { outcome: 'not-compared', high: 6.2 } }])
      expect(result.critical, unit).toBeUndefined()
    }
    // A mass is not what this test measures: it is in no result, and waits for a person (units-of-tests.test.ts).
    const { orderId, received } = await kit.placed()
    expect(await kit.send(...segments(received.placerNumber, 'mg/dL^mg/dL^UCUM'))).toContain('MSA|AA')
    expect(await kit.resultNow(orderId)).not.toHaveProperty('observations')
    expect((await kit.inbox(`UNIT-${engine}-mg/dL`)).reason).toBe('contradictory')
  })

  test('has no limit of another organization', async () => {
    const { result } = await reported({ ...potassium('140'), loinc: '2951-2', range: '' })
    expect(result.abnormal).toBe(false)
    expect(result.observations[0]).not.toHaveProperty('criticalLimit')
  })

  test('starts the clock also when no patient is known, and ends it when a correction is within the limit', async () => {
    const fillerNumber = `LIMIT-${engine}`
    await kit.laboratory.report({ fillerNumber, values: [potassium('6.9', { range: '' })] })
    expect(await kit.inbox(fillerNumber)).toMatchObject({ critical: { notified: [{ role: 'practitioner' }] } })
    await kit.laboratory.report({ fillerNumber, status: 'C', values: [potassium('4.4', { range: '' })] })
    expect(await kit.inbox(fillerNumber)).not.toHaveProperty('critical')
  })
})
