import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { components } from '@visitkit/contract'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { framed, potassium, startOrderingHospital, type OrderingHospital } from './ordering-hospital.testing.ts'

type Held = components['schemas']['UnmatchedResult']

describe.each(domainEngines)('a response about an order that does not fit, on %s', (engine) => {
  let kit: OrderingHospital
  let sent = 0
  beforeAll(async () => {
    kit = await startOrderingHospital(engine, { hasGenetics: true })
  })
  afterAll(() => kit.stop())

  const says = async (rows: readonly string[], from = 'LAB|EXAMPLE-LAB'): Promise<string> => {
    const header = `MSH|^~\\&|${from}|||20261125160000||ORL^O22^ORL_O22|ORL-${engine}-${(sent += 1)}|P|2.5.1`
    return String(await kit.laboratory.sendBytes(framed([header, 'MSA|AA|X', ...rows])))
  }
  const genetics = 'GENE|EXAMPLE-GENETICS'
  const held = async (placerNumber: string): Promise<Held[]> =>
    (await kit.clinician.get('/v1/unmatched-results?limit=100')).body.items.filter(
      (each: Held) => each.placerNumber === placerNumber,
    )
  const one = async (placerNumber: string): Promise<Held> => {
    const entries = await held(placerNumber)
    expect(entries).toHaveLength(1)
    return entries[0] as Held
  }
  const apply = (id: string, orderId: string) => kit.clinician.post(`/v1/unmatched-results/${id}/apply`, { orderId })
  /** Without the response to the request itself. */
  const messagesOf = async (patientId: string): Promise<readonly unknown[]> => {
    const rows = await kit.hospital.keep('labs', ({ tx }) =>
      tx.selectFrom('labs.messages').selectAll().orderBy('id').execute(),
    )
    return rows
      .filter((row) => row['patient_id'] === patientId && row['parser'] !== 'hl7-order-response/2')
      .map((row) => row['parser'])
  }

  test('of another laboratory: a person applies it, and its message is with the patient', async () => {
    const { orderId, patientId, received } = await kit.placed()
    const { placerNumber } = received
    expect(await says([`ORC|OC|${placerNumber}`, 'NTE|1|L|Tube broken.'], genetics)).toContain('MSA|AA')
    expect((await kit.orderNow(orderId)).status).toBe('accepted')
    const entry = await one(placerNumber)
    expect(entry).toMatchObject({
      ...{ reason: 'foreign-laboratory', patientId, fillerNumber: '', testName: '', person: { name: '' } },
      response: { status: 'cancelled', text: 'Tube broken.' },
    })
    expect(await messagesOf(patientId)).toEqual([])
    // The same again, in another message, is no second entry.
    await says([`ORC|OC|${placerNumber}`, 'NTE|1|L|Tube broken.'], genetics)
    const { items } = (await kit.clinician.get(`/v1/unmatched-results/${(await one(placerNumber)).id}/messages`)).body
    expect(items).toHaveLength(2)

    const applied = await apply(entry.id, orderId)
    expect([applied.status, applied.body.status, applied.body.refusal]).toEqual([200, 'cancelled', 'Tube broken.'])
    expect(await kit.orderNow(orderId)).toMatchObject({ status: 'cancelled', refusal: 'Tube broken.' })
    expect(await held(placerNumber)).toEqual([])
    expect(await messagesOf(patientId)).toEqual(['hl7-orl/2', 'hl7-orl/2'])
    expect((await apply(entry.id, orderId)).body.code).toBe('already_matched')
  })

  test('the one next to it in the message counts, and the message is kept with its patient', async () => {
    const { orderId, patientId, received } = await kit.placed()
    const unknown = `NOBODY-${engine}`
    await says([`ORC|OC|${unknown}`, `ORC|OC|${received.placerNumber}`])
    expect((await kit.orderNow(orderId)).status).toBe('cancelled')
    expect(await held(received.placerNumber)).toEqual([])
    expect(await messagesOf(patientId)).toEqual(['hl7-orl/2'])
    const entry = await one(unknown)
    expect([entry.reason, 'patientId' in entry]).toEqual(['unknown-order', false])
  })

  test('a test number that the order does not have is not taken for another test', async () => {
    const { orderId, patientId, received } = await kit.placed()
    const other = received.placerNumber.replace(/-1$/, '-7')
    await says([`ORC|OC|${other}`])
    expect((await kit.orderNow(orderId)).status).toBe('accepted')
    expect(await one(other)).toMatchObject({ reason: 'unknown-order', patientId })
  })

  test('of a patient whom it names as another person; with the right name it counts', async () => {
    const { orderId, received } = await kit.placed()
    const { placerNumber, person } = received
    await says(['PID|1||X||Other^Robin||19700101|F', `ORC|OC|${placerNumber}`])
    expect(await one(placerNumber)).toMatchObject({ reason: 'identity-differs', person: { name: 'Robin Other' } })
    expect((await kit.orderNow(orderId)).status).toBe('accepted')
    const { family, given, birthDate } = person
    await says([`PID|1||X||${family}^${given}||${birthDate.replaceAll('-', '')}|F`, `ORC|OC|${placerNumber}`])
    expect((await kit.orderNow(orderId)).status).toBe('cancelled')
  })

  test.each([
    ['a refusal of a test that is measured', 'F', 'UA', 'final', 'refused'],
    ['a cancellation of a test that is measured', 'F', 'OC', 'final', 'cancelled'],
    ['a refusal of a test that is being measured', 'P', 'UA', 'partial', 'refused'],
  ] as const)('%s is a contradiction, which no one can apply', async (_, status, code, after, says_) => {
    const { orderId, received } = await kit.placed()
    const { placerNumber } = received
    await kit.laboratory.report({ placerNumber, status, values: [potassium('4.1')] })
    await says([`ORC|${code}|${placerNumber}`])
    const entry = await one(placerNumber)
    expect(entry).toMatchObject({ reason: 'contradictory', response: { status: says_ } })
    const refused = await apply(entry.id, orderId)
    expect([refused.status, refused.body.code]).toEqual([409, 'response_not_applicable'])
    expect((await kit.orderNow(orderId)).status).toBe(after)
    expect((await kit.clinician.post(`/v1/unmatched-results/${entry.id}/return`)).status).toBe(200)
    expect(await held(placerNumber)).toEqual([])
  })

  test('the message of what is settled is with its patient, once; of another person it is not', async () => {
    const { patientId, received } = await kit.placed()
    const { placerNumber } = received
    await says([`ORC|ZZ|${placerNumber}`])
    await says([`ORC|ZZ|${placerNumber}`, `ORC|SC|${placerNumber}|||IP`])
    expect(await messagesOf(patientId)).toHaveLength(1)
    const { id } = await one(placerNumber)
    expect((await kit.clinician.post(`/v1/unmatched-results/${id}/return`)).status).toBe(200)
    expect(await messagesOf(patientId)).toHaveLength(2)
    expect((await kit.clinician.get(`/v1/unmatched-results/${id}/messages`)).body.items).toEqual([])

    await says(['PID|1||X||Other^Robin||19700101|F', `ORC|OC|${placerNumber}`])
    await kit.clinician.post(`/v1/unmatched-results/${(await one(placerNumber)).id}/return`)
    expect(await messagesOf(patientId)).toHaveLength(2)
  })

  test('a test that is performed although it was cancelled is a contradiction; the same cancellation again is none', async () => {
    const { orderId, received } = await kit.placed()
    const { placerNumber } = received
    await says([`ORC|OC|${placerNumber}`])
    await says([`ORC|CR|${placerNumber}`])
    expect(await held(placerNumber)).toEqual([])
    await says([`ORC|UC|${placerNumber}`])
    expect(await one(placerNumber)).toMatchObject({ reason: 'contradictory', response: { status: 'not-cancelled' } })
    expect((await kit.orderNow(orderId)).status).toBe('cancelled')
  })

  test('with a code that is not known: it can be read and marked, and never applied', async () => {
    const { orderId, received } = await kit.placed()
    await says([`ORC|ZZ|${received.placerNumber}`])
    const entry = await one(received.placerNumber)
    expect(entry).toMatchObject({ reason: 'unknown-code', response: { status: 'unknown' } })
    expect((await apply(entry.id, orderId)).body.code).toBe('response_not_applicable')
  })

  test('it is no result, and a result is no response', async () => {
    const [{ orderId }, other] = [await kit.placed(), await kit.placed()]
    const [unknown, fillerNumber] = [`NOBODY-2-${engine}`, `F-2-${engine}`]
    const { family, given, birthDate } = other.received.person
    const person = `PID|1||X||${family}^${given}||${birthDate.replaceAll('-', '')}`
    await says([person, `ORC|OC|${unknown}|${fillerNumber}`, 'OBR|1|||K^Potassium^L'])
    // A result with the same number, test and person is another entry.
    await kit.laboratory.report({
      ...{ placerNumber: other.received.placerNumber, writtenPlacerNumber: unknown, fillerNumber },
      values: [potassium('4.2')],
    })
    const [response, result, ...more] = (await held(unknown)).toSorted(
      (a, b) => Number(a.response === undefined) - Number(b.response === undefined),
    )
    expect([response?.response?.status, result?.response, more]).toEqual(['cancelled', undefined, []])
    const match = await kit.clinician.post(`/v1/unmatched-results/${response?.id}/match`, { orderId })
    expect([match.status, match.body.code]).toEqual([409, 'response_not_applicable'])
    expect((await apply(result?.id ?? '', orderId)).body.code).toBe('response_not_applicable')
    expect((await apply(response?.id ?? '', orderId)).body.status).toBe('cancelled')
  })

  test('it is applied to the test that it names, and to no other one', async () => {
    const tests = ['CBC', 'K'].map((code) => ({ code, answers: [] }))
    const [{ orderId }, single] = [await kit.placed({ tests }), await kit.placed()]
    const unknown = `NOBODY-3-${engine}`
    await says([`ORC|UA|${unknown}`, 'OBR|1|||GLU^Glucose^L'])
    const { id } = await one(unknown)
    for (const order of [orderId, single.orderId]) {
      const refused = await apply(id, order)
      expect([refused.status, refused.body.code]).toEqual([422, 'unknown_test'])
    }
    await kit.clinician.post(`/v1/unmatched-results/${id}/return`)
    await says([`ORC|UA|${unknown}`, 'OBR|1|||K^Potassium^L'])
    const applied = await apply((await one(unknown)).id, orderId)
    expect(applied.body.tests.map(({ status }: { status: string }) => status)).toEqual(['ordered', 'refused'])
  })

  test('in the response to a request, a number of another order is held, and the order is accepted', async () => {
    const other = await kit.placed()
    const { placerNumber } = other.received
    kit.laboratory.script({ do: 'name-another', code: 'OC', placerNumber })
    const { orderId, patientId } = await kit.placed()
    expect((await kit.orderNow(orderId)).status).toBe('accepted')
    expect((await kit.orderNow(other.orderId)).status).toBe('accepted')
    const entry = await one(placerNumber)
    expect(entry).toMatchObject({ reason: 'unknown-order', patientId, response: { status: 'cancelled' } })
    const { items } = (await kit.clinician.get(`/v1/unmatched-results/${entry.id}/messages`)).body
    expect(items.map(({ text }: { text: string }) => text)).toEqual([expect.stringContaining(`ORC|OC|${placerNumber}`)])
    // A person knows which order it is about.
    expect((await apply(entry.id, other.orderId)).body.status).toBe('cancelled')
  })

  test('two words of one message about one test both wait, in either order; what is next to them counts', async () => {
    const tests = ['CBC', 'K'].map((code) => ({ code, answers: [] }))
    for (const codes of [
      ['OC', 'UC'],
      ['UA', 'OC'],
    ])
      for (const ordered of [codes, codes.toReversed()]) {
        const { orderId, received } = await kit.placed({ tests })
        const group = received.placerNumber.replace(/-\d+$/, '')
        await says([...ordered.map((code) => `ORC|${code}|${group}-1`), `ORC|OC|${group}-2`])
        expect((await held(`${group}-1`)).map(({ reason }) => reason)).toEqual(['contradictory', 'contradictory'])
        const { status, tests: now } = await kit.orderNow(orderId)
        expect([status, now.map((each: { status: string }) => each.status)]).toEqual([
          'accepted',
          ['ordered', 'cancelled'],
        ])
      }
  })

  test('two words of one message that agree, or of which one changes nothing, are no contradiction', async () => {
    const { orderId, received } = await kit.placed()
    const number = received.placerNumber
    await says([`ORC|OK|${number}`, `ORC|UC|${number}`, `ORC|SC|${number}|||IP`])
    expect(await held(number)).toEqual([])
    expect((await kit.orderNow(orderId)).status).toBe('accepted')
    await says([`ORC|OC|${number}`, `ORC|SC|${number}|||IP`, `ORC|CR|${number}`])
    expect(await held(number)).toEqual([])
    expect((await kit.orderNow(orderId)).status).toBe('cancelled')
  })

  test('in the response to a request, two words about one test both wait', async () => {
    const { orderId, received } = await kit.placed()
    kit.laboratory.script({ do: 'name-another', code: 'UC', placerNumber: received.placerNumber })
    await kit.clinician.post(`/v1/lab-orders/${orderId}/cancel`)
    await kit.hospital.transmit()
    expect((await kit.orderNow(orderId)).status).toBe('cancel-requested')
    expect((await held(received.placerNumber)).map(({ reason, response }) => [reason, response?.status])).toEqual([
      ['contradictory', 'cancelled'],
      ['contradictory', 'not-cancelled'],
    ])
  })

  test('in the response to a request, the name of another person is held, and its message is not with the patient', async () => {
    const { orderId, patientId, received } = await kit.placed()
    const { placerNumber, person } = received
    const stored = async () =>
      (
        await kit.hospital.keep('labs', ({ tx }) =>
          tx.selectFrom('labs.messages').selectAll().where('patient_id', '=', patientId).execute(),
        )
      ).length
    const cancel = async (named: { family: string; given: string; birthDate: string }): Promise<void> => {
      kit.laboratory.script({ do: 'name-another', code: 'SC', placerNumber, person: named })
      await kit.clinician.post(`/v1/lab-orders/${orderId}/cancel`)
      await kit.hospital.transmit()
    }
    const before = await stored()
    await cancel({ family: 'Other', given: 'Robin', birthDate: '19700101' })
    expect((await kit.orderNow(orderId)).status).toBe('cancel-requested')
    const waiting = await held(placerNumber)
    expect(waiting.map(({ reason, person: { name } }) => [reason, name])).toEqual([
      ['identity-differs', 'Robin Other'],
      ['identity-differs', 'Robin Other'],
    ])
    expect(await stored()).toBe(before)
    const { items } = (await kit.clinician.get(`/v1/unmatched-results/${waiting[0]?.id}/messages`)).body
    expect(items[0].text).toContain('Other^Robin')

    const other = await kit.placed()
    const { family, given, birthDate } = other.received.person
    kit.laboratory.script({
      ...{ do: 'name-another', code: 'SC', placerNumber: other.received.placerNumber },
      person: { family, given, birthDate: birthDate.replaceAll('-', '') },
    })
    await kit.clinician.post(`/v1/lab-orders/${other.orderId}/cancel`)
    await kit.hospital.transmit()
    expect((await kit.orderNow(other.orderId)).status).toBe('cancelled')
    expect([person.family, await held(other.received.placerNumber)]).toEqual([family, []])
  })

  test('of another person, with a number that the order does not have, is another person’s', async () => {
    const { received } = await kit.placed()
    const other = received.placerNumber.replace(/-1$/, '-8')
    await says(['PID|1||X||Other^Robin||19700101|F', `ORC|OC|${other}`])
    expect((await one(other)).reason).toBe('identity-differs')
  })

  test('in the response to a request, an unknown code for the order itself is held', async () => {
    const { orderId, received } = await kit.placed()
    kit.laboratory.script({ do: 'name-another', code: 'ZZ', placerNumber: received.placerNumber })
    await kit.clinician.post(`/v1/lab-orders/${orderId}/cancel`)
    await kit.hospital.transmit()
    expect((await kit.orderNow(orderId)).status).toBe('cancelled')
    expect(await one(received.placerNumber)).toMatchObject({ reason: 'unknown-code', response: { status: 'unknown' } })
  })
})
