import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

const release = (effectiveFrom: string, codes: Readonly<Record<string, string>>) => ({
  [`diagnoses-${effectiveFrom}.json`]: { effectiveFrom, effectiveTo: null, source: 'Sample release', codes },
})
/** Each release omits a code of the one before it. */
const codeSets = {
  ...release('2026-10-01', { 'X00.0': 'Until September' }),
  ...release('2027-10-01', { 'X00.1': 'From October' }),
}

describe.each(domainEngines)('diagnosis codes of an order on %s', (engine) => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital(engine, { codeSets })
  })
  afterAll(() => kit.stop())

  const moveTo = async (instant: string): Promise<void> => {
    kit.hospital.clock.set(instant)
    kit.clinician = await kit.hospital.asPractitioner(kit.doctor)
  }
  const taken = async (...diagnosisCodes: readonly string[]): Promise<string> => {
    const { status, body } = await kit.order(await kit.hospital.addPatient(), { diagnosisCodes })
    return status === 201 ? body.id : body.code
  }

  test('must be valid on the clinic’s local date, also late in its evening', async () => {
    // 10:30 p.m. in New York on September 30; already October 1 in UTC.
    await moveTo('2027-10-01T02:30:00Z')
    expect(await taken('X00.1')).toBe('unknown_code')
    expect(await taken('X00.0')).toMatch(/^[0-9a-f-]{36}$/)
    await kit.hospital.transmit()
    expect(kit.laboratory.orders.at(-1)).toMatchObject({ control: 'NW', diagnoses: ['X00.0'] })
    expect(kit.laboratory.messages.at(-1)).toContain('Until September')

    await moveTo('2027-10-01T04:30:00Z')
    expect(await taken('X00.0')).toBe('unknown_code')
    expect(await taken('X00.1')).toMatch(/^[0-9a-f-]{36}$/)
  })
})
