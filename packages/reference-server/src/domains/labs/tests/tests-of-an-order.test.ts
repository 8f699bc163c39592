import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { framed, potassium, startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

describe.each(domainEngines)('the tests of an order on %s', (engine) => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital(engine)
  })
  afterAll(() => kit.stop())

  const ofTwo = async () => {
    const { orderId, patientId, received } = await kit.placed({
      tests: ['CBC', 'K'].map((code) => ({ code, answers: [] })),
    })
    const [first, second] = ['-1', '-2'].map((end) => received.placerNumber.replace(/-2$/, end)) as [string, string]
    return { orderId, patientId, first, second }
  }
  /** The order's status, followed by those of its tests. */
  const statuses = async (orderId: string, client = kit.clinician): Promise<string[]> => {
    const { status, tests } = (await client.get(`/v1/lab-orders/${orderId}`)).body
    return [status, ...tests.map((each: { status: string }) => each.status)]
  }

  test('an order continues with the test that the laboratory accepts', async () => {
    kit.laboratory.script({ do: 'accept-first', text: 'Not offered.' })
    const { orderId, first } = await ofTwo()
    expect(await kit.orderNow(orderId)).toMatchObject({ status: 'accepted', refusal: 'Not offered.' })
    expect(await statuses(orderId)).toEqual(['accepted', 'ordered', 'refused'])
    await kit.laboratory.report({ placerNumber: first, status: 'F' })
    expect(await statuses(orderId)).toEqual(['final', 'final', 'refused'])
  })

  test('each test shows its own progress, to the patient as well', async () => {
    const { orderId, patientId, first, second } = await ofTwo()
    expect(await statuses(orderId)).toEqual(['accepted', 'ordered', 'ordered'])
    await kit.laboratory.report({ placerNumber: second, status: 'P', values: [potassium('4.9')] })
    expect(await statuses(orderId)).toEqual(['partial', 'ordered', 'partial'])
    await kit.laboratory.report({ placerNumber: second, status: 'F', values: [potassium('4.9')] })
    const { items } = (await kit.clinician.get(`/v1/patients/${patientId}/lab-orders`)).body
    expect(items).toMatchObject([{ status: 'partial', tests: [{ status: 'ordered' }, { status: 'final' }] }])
    // The order shows that there is a result; its content waits for the release.
    const patient = await kit.hospital.asPatient(patientId)
    expect(await statuses(orderId, patient)).toEqual(['partial', 'ordered', 'final'])
    expect((await patient.get(`/v1/lab-orders/${orderId}`)).body.resultIds).toEqual([])
    await kit.laboratory.report({ placerNumber: first, status: 'F' })
    expect(await statuses(orderId)).toEqual(['final', 'final', 'final'])
  })

  test('results of two tests that arrive at the same moment complete the order', async () => {
    const { orderId, first, second } = await ofTwo()
    for (const placerNumber of [first, second])
      await kit.laboratory.report({ placerNumber, status: 'P', values: [potassium('4.9')] })
    const answers = await Promise.all(
      [first, second].map((placerNumber) =>
        kit.laboratory.report({ placerNumber, status: 'F', values: [potassium('4.9')] }),
      ),
    )
    expect(answers.map((answer) => answer?.code)).toEqual(['AA', 'AA'])
    expect(await statuses(orderId)).toEqual(['final', 'final', 'final'])
  })

  test('a test that the laboratory cancels is not waited for, even after a partial result', async () => {
    const { orderId, first, second } = await ofTwo()
    await kit.laboratory.report({ placerNumber: second, status: 'P', values: [potassium('4.9')] })
    const header = 'MSH|^~\\&|LAB|EXAMPLE-LAB|||20261125||ORL^O22^ORL_O22|T1|P|2.5.1'
    await kit.laboratory.sendBytes(framed([header, 'MSA|AA|X', `ORC|OC|${second}`]))
    expect(await statuses(orderId)).toEqual(['partial', 'ordered', 'cancelled'])
    await kit.laboratory.report({ placerNumber: first, status: 'F' })
    expect(await statuses(orderId)).toEqual(['final', 'final', 'cancelled'])
  })

  test('a refused test with a partial result is waited for', async () => {
    kit.laboratory.script({ do: 'refuse', text: 'Not offered.' })
    const { orderId, second } = await ofTwo()
    expect(await statuses(orderId)).toEqual(['refused', 'refused', 'refused'])
    await kit.laboratory.report({ placerNumber: second, status: 'P', values: [potassium('4.9')] })
    expect(await statuses(orderId)).toEqual(['partial', 'refused', 'partial'])
    await kit.laboratory.report({ placerNumber: second, status: 'F', values: [potassium('4.9')] })
    expect(await statuses(orderId)).toEqual(['final', 'refused', 'final'])
  })
})
