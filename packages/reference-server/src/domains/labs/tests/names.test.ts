import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { potassium, startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

describe.each(domainEngines)('names of patients on %s', (engine) => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital(engine)
  })
  afterAll(() => kit.stop())

  const reportAs = async (patient: object, person: object) => {
    const { orderId, received, patientId } = await kit.placed({}, patient)
    await kit.laboratory.report({ placerNumber: received.placerNumber, person, values: [potassium('4.4')] })
    const { resultIds } = await kit.orderNow(orderId)
    return { isMatched: resultIds.length === 1, sentAs: received.person, patientId }
  }

  test('of another script are sent in Latin letters, and the report is matched to the patient', async () => {
    const { isMatched, sentAs } = await reportAs(
      { name: { given: '小龙', family: '李' } },
      { family: 'LI', given: 'XIAO LONG' },
    )
    expect([isMatched, sentAs.family, sentAs.given]).toEqual([true, 'Li', 'Xiaolong'])
  })

  test.each([
    [{ name: { given: 'Jean-Pierre', family: 'Straße' } }, { family: 'STRASSE', given: 'JEAN' }, true],
    [{ name: { given: 'Łucja', family: 'Sample Jr' } }, { family: 'SAMPLE', given: 'LUCJA' }, true],
    [
      { name: { given: 'Pat', family: 'Sample' }, otherNames: [{ use: 'maiden', given: 'Pat', family: 'Example' }] },
      { family: 'EXAMPLE', given: 'PAT' },
      true,
    ],
    [{ name: { given: 'Pat', family: 'Sample' } }, { family: 'EXAMPLE', given: 'PAT' }, false],
    [{ name: { given: 'حسن', family: 'علي' } }, { family: 'ALI', given: 'HUSAYN' }, false],
  ])('%j is the person reported as %j: %s', async (patient, person, expected) => {
    expect((await reportAs(patient, person)).isMatched).toBe(expected)
  })
})
