import { expect, it } from 'vitest'
import type { EligibilityRequest } from '../../../../vendors/clearinghouse/eligibility.ts'
import { testCaller, testRequestContext } from '../../../../platform/tests/create-platform.testing.ts'
import type { BillingPolicy } from '../../kernel/model/billing-policy.ts'
import type { Payer } from '../../kernel/store/payers.ts'
import type { Patient } from '../../ports.ts'
import type { Coverage } from '../store/coverages.ts'
import { requestEligibility } from './request-eligibility.ts'

const askedFor = (patient: object, coverage: object): EligibilityRequest => {
  const { transmissions } = requestEligibility(
    testRequestContext(testCaller()),
    { id: 'c', patientId: 'p', relationship: 'self', subscriber: null, nameOnCard: null, ...coverage } as Coverage,
    { payerId: 'PAYER1', name: 'Example Payer' } as Payer,
    {
      patient: { birthDate: '1984-06-15', ...patient } as Patient,
      provider: { organizationName: 'Lakeside Sample Clinic', npi: '1234567893' },
      today: '2026-11-25',
    },
    { eligibilityMinutes: 10 } as BillingPolicy,
  )
  return transmissions[0]?.payload as EligibilityRequest
}

const name = { given: 'Юлия', family: 'Примерова' }

it('asks for the insured person by the name on the card, in parts', () => {
  const nameOnCard = { given: 'Julia', middle: ['Ann'], family: 'Primer', suffix: 'II' }
  expect(askedFor({ name }, { nameOnCard }).subscriber.name).toEqual({
    ...{ last: 'Primer', first: 'Julia', middle: 'Ann', suffix: 'II' },
  })
})

it('asks in Latin letters without a card, and for a dependent by the card too', () => {
  expect(askedFor({ name }, {}).subscriber.name).toMatchObject({ last: 'Primerova', first: 'Yuliya' })
  const subscriber = { name: { given: 'Олег', family: 'Примеров' }, birthDate: '1980-01-02' }
  const asked = askedFor(
    { name },
    { relationship: 'child', subscriber, nameOnCard: { given: 'Julia', family: 'Primer' } },
  )
  expect(asked).toMatchObject({
    subscriber: { name: { last: 'Primerov', first: 'Oleg' } },
    dependent: { name: { last: 'Primer', first: 'Julia' } },
  })
})
