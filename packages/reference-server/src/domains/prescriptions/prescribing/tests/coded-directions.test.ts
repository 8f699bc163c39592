import type { components } from '@visitkit/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { startPractice, written, type TestPractice } from '../../tests/practice.testing.ts'

type Directions = components['schemas']['Directions']

describe.each(domainEngines)('directions, on %s', (engine) => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice(engine)
  })
  afterAll(() => practice.stop())

  const asNeeded: Directions = {
    dose: 2,
    doseUnit: 'tablet',
    route: 'oral',
    timing: { everyHours: 6 },
    days: 5,
    asNeededFor: 'pain',
    maximum: { dose: 6, hours: 24 },
  }
  const inText =
    'Take 2 tablets by mouth every 6 hours for 5 days, when needed for pain. No more than 6 tablets in 24 hours.'

  it('are in codes, as stored and as the patient reads them, and their maximum reaches the pharmacy in words', async () => {
    const at = await practice.sent({ directions: asNeeded, quantity: 30, daysSupply: 5 })
    const coded = {
      dose: { value: 2, unit: '{tablet}' },
      route: { code: 'C38288', name: 'ORAL' },
      timing: { frequency: 1, period: 6, periodUnit: 'h' },
      duration: 5,
      asNeededFor: 'pain',
      maximum: { amount: { value: 6, unit: '{tablet}' }, hours: 24 },
    }
    expect(at.prescription.directionsCoded).toEqual(coded)
    const { body } = await at.patient.client.get(`/v1/prescriptions/${at.prescription.id}`)
    expect([body.directions, body.directionsCoded]).toEqual([asNeeded, coded])
    expect(body.directionsText[0].text).toBe(inText)
    expect(await practice.received(at)).toMatchObject([{ type: 'NewRx', sig: inText, directions: null }])
  })

  it('with a maximum that they exceed are refused, and the field is named', async () => {
    const at = await practice.drafted()
    const directions: Directions = { ...asNeeded, asNeededFor: undefined as never }
    delete directions.asNeededFor
    const path = `/v1/patients/${at.patient.id}/prescriptions`
    expect(await at.prescriber.client.post(path, written({ directions, quantity: 40, daysSupply: 5 }))).toMatchObject({
      status: 422,
      body: { code: 'quantity_implausible', errors: [{ pointer: '/directions/maximum', code: 'too_small' }] },
    })
  })
})
