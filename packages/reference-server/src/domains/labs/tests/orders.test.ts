import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import type { SimulatedLaboratory } from '../../../../../sandbox/src/laboratory/simulated-laboratory.ts'
import { startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

describe.each(domainEngines)('orders on %s', (engine) => {
  let kit: OrderingHospital
  beforeAll(async () => {
    kit = await startOrderingHospital(engine)
  })
  afterAll(() => kit.stop())

  test('an order reaches the laboratory as written, and becomes accepted when the laboratory accepts it', async () => {
    const patientId = await kit.hospital.addPatient({ sex: 'female', recordNumber: 'MRN-1' })
    const created = await kit.order(patientId, {
      tests: [
        { code: 'INR', answers: [{ code: 'anticoagulant', value: 'yes' }] },
        { code: 'K', answers: [] },
      ],
      diagnosisCodes: ['I10', 'E11.9'],
      priority: 'urgent',
      note: 'Hard to draw: use the left arm | please',
    })
    expect(created.status).toBe(201)
    expect(created.body.status).toBe('sending')
    await kit.hospital.transmit()
    const [inr, k] = kit.laboratory.orders.slice(-2)
    expect(inr).toMatchObject({
      control: 'NW',
      test: 'INR',
      testName: 'Prothrombin time, INR',
      priority: 'A',
      person: { id: 'MRN-1', family: 'Sample', given: 'Pat', birthDate: '19840615', sex: 'F' },
      diagnoses: ['I10', 'E11.9'],
      note: 'Hard to draw: use the left arm | please',
      answers: [{ code: 'anticoagulant', type: 'CE', value: 'Y' }],
      practitioner: 'Casey Example',
    })
    expect(k?.placerNumber).toBe(inr?.placerNumber.replace(/-1$/, '-2'))
    expect((await kit.orderNow(created.body.id)).status).toBe('accepted')
  })

  describe('an order requires', () => {
    const refusal = async (body: object, patient: object = {}, client = kit.clinician) => {
      const { status, body: problem } = await kit.order(await kit.hospital.addPatient(patient), body, client)
      const errors = (problem.errors ?? []) as { pointer: string; code: string }[]
      return { status, code: problem.code, at: errors.map(({ pointer, code }) => `${pointer} ${code}`) }
    }
    const answers = (...given: [string, string][]) => given.map(([code, value]) => ({ code, value }))

    test.each([
      ['a test of the catalog', [{ code: 'NOSUCH', answers: [] }], 'unknown_test', ['/tests/0/code unknown']],
      [
        'each test once',
        [
          { code: 'K', answers: [] },
          { code: 'K', answers: [] },
        ],
        'unknown_test',
        ['/tests/1/code unknown'],
      ],
      [
        'an answer where one is required',
        [{ code: 'INR', answers: [] }],
        'answer_missing',
        ['/tests/0/answers required:anticoagulant'],
      ],
      [
        'yes or no',
        [{ code: 'INR', answers: answers(['anticoagulant', 'perhaps']) }],
        'answer_invalid',
        ['/tests/0/answers/0 wrong_answer'],
      ],
      [
        'a real date and a number',
        [{ code: 'LITHIUM', answers: answers(['last-dose', '2026-02-30'], ['hours-since-dose', '12h']) }],
        'answer_invalid',
        ['/tests/0/answers/0 wrong_answer', '/tests/0/answers/1 wrong_answer'],
      ],
      [
        'an option that is offered',
        [{ code: 'LEAD', answers: answers(['draw', 'heel']) }],
        'answer_invalid',
        ['/tests/0/answers/0 wrong_answer'],
      ],
      [
        'no answers to other questions',
        [{ code: 'K', answers: answers(['draw', 'venous']) }],
        'answer_invalid',
        ['/tests/0/answers/0 wrong_answer'],
      ],
    ])('%s', async (_, tests, code, at) => {
      expect(await refusal({ tests })).toEqual({ status: 422, code, at })
    })

    test('diagnosis codes in use', async () => {
      expect(await refusal({ diagnosisCodes: ['I10', 'Z99.999'] })).toEqual({
        status: 422,
        code: 'unknown_code',
        at: ['/diagnosisCodes/1 unknown'],
      })
    })

    test('a license in the patient’s state: at home, or as reported in the visit', async () => {
      expect(await refusal({}, { state: 'TX' })).toMatchObject({ status: 409, code: 'not_licensed' })
      const patientId = await kit.hospital.addPatient({ state: 'TX' })
      const visitId = await kit.hospital.checkedIn(patientId)
      kit.clinician = await kit.hospital.asPractitioner(kit.doctor)
      const { status, body } = await kit.order(patientId, { visitId })
      expect({ status, visitId: body.visitId }).toEqual({ status: 201, visitId })
      expect(await refusal({ visitId })).toMatchObject({ status: 404, code: 'not_found' })
    })

    test('an NPI, and an agreement with the laboratory', async () => {
      const withoutNpi = await kit.hospital.addPractitioner({ npi: undefined } as object)
      expect(await refusal({}, {}, await kit.hospital.asPractitioner(withoutNpi))).toMatchObject({
        status: 409,
        code: 'npi_missing',
      })
      kit.hospital.permit('laboratory', false)
      expect(await refusal({})).toMatchObject({ status: 403, code: 'vendor_not_permitted' })
      kit.hospital.permit('laboratory', true)
    })
  })

  test('the catalog is searched by words in either language, and by code', async () => {
    const found = async (search: string) =>
      (await kit.clinician.get(`/v1/lab-tests?search=${encodeURIComponent(search)}`)).body.items.map(
        ({ code }: { code: string }) => code,
      )
    expect(await found('lipidos')).toEqual(['LIPID'])
    expect(await found('3016-3')).toEqual(['TSH'])
    expect(await found('panel metabolic')).toEqual(['BMP', 'CMP'])
    expect(await found('nothing like it')).toEqual([])
  })

  describe('a laboratory that', () => {
    const statusAfter = async (...behaviors: Parameters<SimulatedLaboratory['script']>) => {
      const patientId = await kit.hospital.addPatient()
      // Transmissions left by other tests must not use up the script.
      await kit.hospital.transmit()
      kit.laboratory.script(...behaviors)
      const { body } = await kit.order(patientId)
      await kit.hospital.transmit()
      return { orderId: body.id as string, now: await kit.orderNow(body.id) }
    }
    const later = async (seconds: number) => {
      kit.hospital.clock.advance({ seconds })
      kit.clinician = await kit.hospital.asPractitioner(kit.doctor)
      await kit.hospital.transmit()
    }

    test('refuses an order is quoted', async () => {
      const { now } = await statusAfter({ do: 'refuse', text: 'No such test & no <b>stock</b> | sorry' })
      expect(now).toMatchObject({ status: 'refused', refusal: 'No such test & no <b>stock</b> | sorry' })
    })

    test.each(['silence', 'drop', 'nonsense'] as const)(
      'responds with %s receives the order again under the same id, and has it once',
      async (how) => {
        const before = kit.laboratory.orders.length
        const { orderId, now } = await statusAfter(
          ...(how === 'silence' ? [{ do: 'reject', errorCode: '207' } as const] : []),
          { do: how === 'silence' ? 'accept' : how },
        )
        expect(now.status).toBe('sending')
        await later(10)
        expect((await kit.orderNow(orderId)).status).toBe('accepted')
        expect(kit.laboratory.orders.length).toBe(before + 1)
        const [first, second] = kit.laboratory.messages
          .slice(-2)
          .map((message) => message.split('\r')[0]?.split('|')[9])
        expect(second).toBe(first)
      },
    )

    test('is slow for one order does not make another order retry early', async () => {
      const others = [await kit.hospital.addPatient(), await kit.hospital.addPatient()]
      await kit.hospital.transmit()
      kit.laboratory.script({ do: 'reject', errorCode: '207' }, { do: 'delay', ms: 2_100 })
      const orders = await Promise.all(others.map((patientId) => kit.order(patientId)))
      await kit.hospital.transmit()
      const now = await Promise.all(orders.map(({ body }) => kit.orderNow(body.id)))
      expect(now.map(({ status }) => status).toSorted()).toEqual(['accepted', 'sending'])
    })

    test('never responds leaves the order undelivered, for staff to telephone', async () => {
      const { orderId, now } = await statusAfter({ do: 'drop' })
      expect(now.status).toBe('sending')
      await later(25 * 3_600)
      expect((await kit.orderNow(orderId)).status).toBe('undelivered')
      const received = kit.laboratory.orders.at(-1)
      // The laboratory had the order all along.
      await kit.laboratory.report({ placerNumber: received?.placerNumber ?? '', status: 'F' })
      expect((await kit.orderNow(orderId)).status).toBe('final')
    })
  })
})
