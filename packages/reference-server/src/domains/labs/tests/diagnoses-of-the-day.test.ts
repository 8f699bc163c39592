import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SimulatedLaboratory } from '../../../../../sandbox/src/laboratory/simulated-laboratory.ts'
import { startLaboratory } from '../../../../../sandbox/src/laboratory/start-laboratory.ts'
import { startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

describe.each(['pglite', 'postgres'] as const)('diagnoses of an order on %s', (engine) => {
  let kit: OrderingHospital<SimulatedLaboratory>
  beforeAll(async () => {
    kit = await startOrderingHospital(engine, await startLaboratory({ port: 0, controlPort: 0 }))
  })
  afterAll(() => kit.stop())

  const moveTo = async (instant: string): Promise<void> => {
    kit.hospital.server.clock.set(instant)
    kit.clinician = await kit.hospital.asPractitioner(kit.doctor)
  }
  const taken = async (...diagnosisCodes: readonly string[]): Promise<string> => {
    const { status, body } = await kit.order(await kit.hospital.addPatient(), { diagnosisCodes })
    return status === 201 ? body.id : body.code
  }

  test('are those in use on the clinic’s own day, also late in its evening', async () => {
    // Half past ten in New York on the last of September; October everywhere that goes by UTC.
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
