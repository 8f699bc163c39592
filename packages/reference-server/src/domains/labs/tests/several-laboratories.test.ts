import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { startImport, testsHeading, type ImportedTests } from './imported-tests.testing.ts'
import { framed, potassium, startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

describe.each(domainEngines)('an organization with two laboratories, on %s', (engine) => {
  let imported: ImportedTests
  let kit: OrderingHospital
  beforeAll(async () => {
    imported = await startImport()
    const csv = [testsHeading, 'K,2823-3,Potassium (reference),,SER,no', 'HFE,21695-2,HFE gene,,WB,no'].join('\n')
    expect((await imported.run(csv, '--laboratory', 'genetics')).exitCode).toBe(0)
    kit = await startOrderingHospital(engine, { environment: imported.environment, hasGenetics: true })
  })
  afterAll(async () => {
    await kit?.stop()
    await imported.remove()
  })

  const genetics = { id: 'genetics', name: 'Example Genetics' }
  /** Places an order and sends it. Returns it, and how many tests each laboratory has received by it. */
  const placedAt = async (body: object) => {
    const counts = () => [kit.laboratory.orders.length, kit.genetics.orders.length] as const
    const patientId = await kit.hospital.addPatient()
    const before = counts()
    const { status, body: order } = await kit.order(patientId, body)
    expect(status).toBe(201)
    await kit.hospital.transmit()
    const after = counts()
    return { patientId, order, received: [after[0] - before[0], after[1] - before[1]] as const }
  }
  const test1 = (code: string) => ({ tests: [{ code, answers: [] }] })

  test('finds the tests of both, each with its laboratory, or those of one', async () => {
    const found = async (query: string) =>
      (await kit.clinician.get(`/v1/lab-tests?${query}`)).body.items.map(
        ({ code, laboratory }: { code: string; laboratory: { id: string } }) => `${code} ${laboratory.id}`,
      )
    expect(await found('search=potassium')).toEqual(['K main', 'K genetics'])
    expect(await found('search=potassium&laboratoryId=genetics')).toEqual(['K genetics'])
    expect(await found('search=potassium&laboratoryId=other')).toEqual([])
  })

  test.each([
    ['the first that performs all tests', test1('K'), 'main', [1, 0]],
    ['the only one that performs them', test1('HFE'), 'genetics', [0, 1]],
    ['the one that was chosen', { ...test1('K'), laboratoryId: 'genetics' }, 'genetics', [0, 1]],
    ['the one that performs both', { tests: [...test1('K').tests, ...test1('HFE').tests] }, 'genetics', [0, 2]],
  ])('sends an order to %s', async (_, body, laboratoryId, counts) => {
    const { order, received } = await placedAt(body)
    expect(order.laboratory.id).toBe(laboratoryId)
    expect(received).toEqual(counts)
    expect((await kit.orderNow(order.id)).status).toBe('accepted')
  })

  test('sends a cancellation to the laboratory that has the order', async () => {
    const { order } = await placedAt(test1('HFE'))
    const atMain = kit.laboratory.messages.length
    await kit.clinician.post(`/v1/lab-orders/${order.id}/cancel`)
    await kit.hospital.transmit()
    expect(kit.genetics.orders.at(-1)).toMatchObject({ control: 'CA', test: 'HFE' })
    expect(kit.laboratory.messages.length).toBe(atMain)
    expect(await kit.orderNow(order.id)).toMatchObject({ status: 'cancelled', laboratory: genetics })
  })

  test.each([
    ['tests of two', { tests: [...test1('LIPID').tests, ...test1('HFE').tests] }, ['/tests/1/code other_laboratory']],
    [
      'a test that the chosen one does not perform',
      { ...test1('HFE'), laboratoryId: 'main' },
      ['/tests/0/code other_laboratory'],
    ],
    ['a laboratory that is not its own', { ...test1('K'), laboratoryId: 'elsewhere' }, ['/laboratoryId unknown']],
  ])('refuses %s', async (_, body, at) => {
    const { status, body: problem } = await kit.order(await kit.hospital.addPatient(), body)
    const errors = problem.errors as { pointer: string; code: string }[]
    expect([status, problem.code]).toEqual([422, 'unknown_test'])
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(at)
  })

  test('sends nothing to a laboratory without an agreement, and still orders from the other', async () => {
    kit.hospital.permit('genetics', false)
    const refused = await kit.order(await kit.hospital.addPatient(), test1('HFE'))
    expect([refused.status, refused.body.code]).toEqual([403, 'vendor_not_permitted'])
    expect((await placedAt(test1('K'))).received).toEqual([1, 0])
    kit.hospital.permit('genetics', true)
  })

  test('a result of one for an order of the other waits for a person, and the right one is not held up', async () => {
    const { order, patientId } = await placedAt({ ...test1('K'), laboratoryId: 'genetics' })
    const { placerNumber, person } = kit.genetics.orders.at(-1) ?? {}
    if (placerNumber === undefined || person === undefined) throw new Error('no order')
    const values = [potassium('4.1')]
    const report = { writtenPlacerNumber: placerNumber, person, test: 'K', fillerNumber: `F-${engine}`, values }
    expect((await kit.laboratory.report(report))?.code).toBe('AA')
    expect(await kit.orderNow(order.id)).toMatchObject({ status: 'accepted', resultIds: [] })
    const held = await kit.inbox(`F-${engine}`)
    expect(held).toMatchObject({ reason: 'foreign-laboratory', patientId, status: 'open' })
    // A repeat is no second entry.
    await kit.laboratory.report(report)
    const { items } = (await kit.clinician.get('/v1/unmatched-results?limit=100')).body
    expect(items.filter(({ fillerNumber }: { fillerNumber: string }) => fillerNumber === `F-${engine}`)).toHaveLength(1)

    await kit.genetics.report({ placerNumber, values: [potassium('4.4')] })
    expect((await kit.orderNow(order.id)).status).toBe('final')
    expect((await kit.resultNow(order.id)).observations[0].value).toBe('4.4')

    // A person may know that the work was passed on.
    const matched = await kit.clinician.post(`/v1/unmatched-results/${held.id}/match`, { orderId: order.id })
    expect(matched.status).toBe(200)
    expect((await kit.orderNow(order.id)).resultIds).toHaveLength(2)
  })

  test('a refusal by the other laboratory changes nothing', async () => {
    const { order } = await placedAt(test1('HFE'))
    const placerNumber = kit.genetics.orders.at(-1)?.placerNumber ?? ''
    const header = (application: string, facility: string) =>
      `MSH|^~\\&|${application}|${facility}|||20261125||ORL^O22^ORL_O22|X-${application}|P|2.5.1`
    const refuse = (application: string, facility: string) =>
      kit.laboratory.sendBytes(framed([header(application, facility), 'MSA|AA|X', `ORC|OC|${placerNumber}`]))
    expect(String(await refuse('LAB', 'EXAMPLE-LAB'))).toContain('MSA|AA')
    expect((await kit.orderNow(order.id)).status).toBe('accepted')
    const { items } = (await kit.clinician.get('/v1/unmatched-results?limit=100')).body
    const held = items.find((each: { placerNumber?: string }) => each.placerNumber === placerNumber)
    expect(held).toMatchObject({ reason: 'foreign-laboratory', response: { status: 'cancelled' } })
    await refuse('GENE', 'EXAMPLE-GENETICS')
    expect((await kit.orderNow(order.id)).status).toBe('cancelled')
  })
})
