import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { systemRequestContext } from '../../../../platform/system/system-request-context.ts'
import { quiet } from '../../messages/tests/simulated-pharmacies.testing.ts'
import { startPractice, type TestPractice } from '../../tests/practice.testing.ts'

describe.each(domainEngines)('sending a prescription, on %s', (engine) => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice(engine)
  })
  afterAll(() => practice.stop())

  const behave = (more: object): Promise<never> =>
    practice.control('PUT', 'pharmacies/9900001/behavior', { ...quiet, ...more })
  beforeEach(() => behave({}))
  const wait = (seconds: number): void =>
    practice.clock.set(new Date(practice.clock.now().getTime() + seconds * 1_000).toISOString())

  it('includes directions as text and as structured elements, and the pharmacy dispenses by both', async () => {
    const directions = {
      dose: 2,
      doseUnit: 'tablet',
      route: 'oral',
      timing: { everyHours: 12 },
      days: 7,
      note: 'With food.',
    } as const
    const at = await practice.sent({ directions, quantity: 28, daysSupply: 7, refills: 0 })
    const [message] = await practice.received(at)
    expect(message).toMatchObject({
      type: 'NewRx',
      sig: 'Take 2 tablets by mouth every 12 hours for 7 days. With food.',
      directions: {
        method: 'Take',
        dose: '2',
        doseUnit: 'tablet',
        doseUnitCode: 'C48542',
        route: 'oral',
        timesPerDay: null,
        everyHours: '12',
        days: '7',
        note: 'With food.',
      },
    })
    expect((await practice.read(at)).status).toBe('sent')
  })

  it('happens once if it is signed on two screens at once', async () => {
    const at = await practice.drafted()
    const path = `/v1/prescriptions/${at.prescription.id}/sign`
    const both = await Promise.all([1, 2].map(() => at.prescriber.client.post(path, { version: 1 })))
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('prescription_signed')
    await practice.transmit()
    expect(await practice.received(at)).toHaveLength(1)
  })

  it('shows the code and the text of a refusal by the network', async () => {
    await behave({ answer: 'error', errorCode: '900' })
    const at = await practice.sent()
    expect(await practice.read(at)).toMatchObject({
      status: 'refused',
      history: [
        { status: 'sending' },
        { status: 'refused', by: 'network', code: '900', text: 'Refused by the sandbox.' },
      ],
    })
    expect(await practice.provides.prescriptions.medicationsOf(asSystem(), at.patient.id)).toEqual([])
  })

  /** A read context as another domain would pass it. */
  const asSystem = () => {
    const { organizationId, platform, clock } = practice
    const db = platform.database.reader({ domain: 'prescriptions', organizationId })
    return { ...systemRequestContext('test', organizationId, clock.now()), vault: platform.vault, db }
  }

  it.each([
    ['asks to try again', { answer: 'error', errorCode: '600', errorTimes: 1 }],
    ['fails at the pharmacy’s system', { answer: 'error', errorCode: '602', errorTimes: 1 }],
  ])('is retried under the same id if the network %s, and is one prescription', async (_, behavior) => {
    await behave(behavior)
    const at = await practice.sent()
    expect((await practice.read(at)).status).toBe('sending')
    wait(10)
    await practice.transmit()
    expect((await practice.read(at)).status).toBe('sent')
    const messages = await practice.received(at)
    expect(messages).toHaveLength(2)
    expect(new Set(messages.map(({ messageId }) => messageId)).size).toBe(1)
    expect([...practice.pharmacies.network().prescriptions.keys()].filter((id) => id === at.messageId)).toHaveLength(1)
  })

  it.each([['silence'], ['nonsense'], ['unsigned']])(
    'is retried after %s, because it may not have arrived, until it has',
    async (answer) => {
      await behave({ answer })
      const at = await practice.sent()
      expect((await practice.read(at)).status).toBe('sending')
      await behave({})
      wait(10)
      await practice.transmit()
      expect((await practice.read(at)).status).toBe('sent')
      expect(new Set((await practice.received(at)).map(({ messageId }) => messageId)).size).toBe(1)
    },
  )

  it('is given up after a day without a network, and a person is alerted to call', async () => {
    await behave({ answer: 'nonsense' })
    const at = await practice.sent()
    wait(24 * 3_600)
    await practice.transmit()
    expect(await practice.read({ ...at, prescriber: await again(at.prescriber.id) })).toMatchObject({
      status: 'undelivered',
      needsAttention: 'undelivered',
      history: [{ status: 'sending' }, { status: 'undelivered', by: 'server', code: 'answer-unreadable' }],
    })
  })

  const again = async (id: string) => ({
    id,
    client: await practice.as('practitioner', { practitionerId: id }),
  })

  it('raises an alert if the pharmacy does not confirm it within a day; a late confirmation clears it', async () => {
    const at = await practice.sent()
    wait(24 * 3_600 - 60)
    await practice.noticeSilence()
    const later = { ...at, prescriber: await again(at.prescriber.id) }
    expect((await practice.read(later)).status).toBe('sent')
    wait(120)
    await practice.noticeSilence()
    await practice.noticeSilence()
    const silent = await practice.read(later)
    expect(silent).toMatchObject({ status: 'undelivered', needsAttention: 'undelivered' })
    expect(silent.history).toHaveLength(3)
    await practice.control('POST', `prescriptions/${at.messageId}/verify`)
    await practice.settlePharmacies()
    const late = await practice.read(later)
    expect(late.status).toBe('accepted')
    expect(late).not.toHaveProperty('needsAttention')
  })
})

describe.each(domainEngines)('cancelling a prescription, on %s', (engine) => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice(engine)
  })
  afterAll(() => practice.stop())
  const behave = (more: object): Promise<never> =>
    practice.control('PUT', 'pharmacies/9900001/behavior', { ...quiet, stepAfter: 0, ...more })
  const cancel = async ({ prescriber, prescription }: Awaited<ReturnType<TestPractice['signed']>>) =>
    prescriber.client.post(`/v1/prescriptions/${prescription.id}/cancel`, { reason: 'error' })
  const answered = async (count: number): Promise<void> => {
    const { outbox } = practice.pharmacies.network()
    for (let tries = 0; outbox.sent.filter(({ type }) => type === 'CancelRxResponse').length < count; tries += 1) {
      if (tries > 200) throw new Error('the pharmacy did not answer')
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await practice.settlePharmacies()
  }
  const responses = (): number =>
    practice.pharmacies.network().outbox.sent.filter(({ type }) => type === 'CancelRxResponse').length

  it('is a request until the pharmacy approves it', async () => {
    await behave({ cancels: 'by-shelf' })
    const at = await practice.sent()
    const before = responses()
    expect((await cancel(at)).body).toMatchObject({ status: 'cancel-requested' })
    expect((await cancel(at)).body.code).toBe('not_cancellable')
    await practice.transmit()
    const [, message] = await practice.received(at)
    expect(message).toMatchObject({
      type: 'CancelRx',
      relatesToMessageId: at.messageId,
      drug: 'lisinopril 10 MG Oral Tablet',
    })
    await answered(before + 1)
    expect(await practice.read(at)).toMatchObject({
      status: 'cancelled',
      history: [
        {},
        {},
        { status: 'cancel-requested', by: 'prescriber', code: 'error' },
        { status: 'cancelled', by: 'pharmacy' },
      ],
    })
  })

  it('leaves it unchanged if the pharmacy denies it after dispensing', async () => {
    await behave({ cancels: 'by-shelf' })
    const at = await practice.sent({ refills: 0 })
    await practice.control('POST', `prescriptions/${at.messageId}/fill`, { status: 'PartiallyDispensed' })
    await practice.settlePharmacies()
    await behave({ cancels: 'denies' })
    const before = responses()
    await cancel(at)
    await practice.transmit()
    await answered(before + 1)
    expect(await practice.read(at)).toMatchObject({
      status: 'partially-dispensed',
      history: [
        {},
        {},
        {},
        {},
        { status: 'partially-dispensed', by: 'pharmacy', code: 'AR', text: 'Already dispensed.' },
      ],
    })
  })

  it('alerts a person if it is dispensed anyway afterwards', async () => {
    await behave({ cancels: 'approves' })
    const at = await practice.sent()
    const before = responses()
    await cancel(at)
    await practice.transmit()
    await answered(before + 1)
    await practice.control('POST', `prescriptions/${at.messageId}/fill`, { status: 'Dispensed' })
    await practice.settlePharmacies()
    expect(await practice.read(at)).toMatchObject({ status: 'cancelled', needsAttention: 'filled-after-cancel' })
    const taken = await at.prescriber.client.get(`/v1/patients/${at.patient.id}/prescriptions?active=true`)
    expect(taken.body.items.map(({ id }: { id: string }) => id)).toEqual([at.prescription.id])
    const call = (body: object) =>
      at.prescriber.client.post(`/v1/prescriptions/${at.prescription.id}/pharmacy-calls`, body)
    const agreed = 'They take it back and return the money.'
    expect((await call({ agreed })).body.code).toBe('version_conflict')
    expect((await call({ attention: 'undelivered', agreed })).body.code).toBe('version_conflict')
    const settled = (await call({ attention: 'filled-after-cancel', agreed })).body
    expect(settled).not.toHaveProperty('needsAttention')
    expect(settled.history.at(-1)).toMatchObject({ status: 'cancelled', by: 'prescriber', text: agreed })
    expect(await practice.read(at)).toEqual(settled)
  })

  it('withdraws a transmission that has not started, and nothing is ever sent', async () => {
    const at = await practice.signed()
    expect((await cancel(at)).body).toMatchObject({
      status: 'cancelled',
      history: [{ status: 'sending' }, { status: 'cancelled', by: 'server', code: 'never-sent' }],
    })
    await practice.transmit()
    expect(await practice.received(at)).toEqual([])
  })

  it('is sent after a prescription that may have arrived, and never before it', async () => {
    await behave({ answer: 'error', errorCode: '600', errorTimes: 1, cancels: 'ignores' })
    const at = await practice.sent()
    expect((await cancel(at)).body.status).toBe('cancel-requested')
    practice.clock.set(new Date(practice.clock.now().getTime() + 10_000).toISOString())
    await practice.transmit()
    expect((await practice.received(at)).map(({ type }) => type)).toEqual(['NewRx', 'NewRx', 'CancelRx'])
    expect((await practice.read(at)).status).toBe('cancel-requested')
  })

  it('is undone if the network refuses the request', async () => {
    await behave({})
    const at = await practice.sent()
    await behave({ answer: 'error', errorCode: '601' })
    await cancel(at)
    await practice.transmit()
    expect(await practice.read(at)).toMatchObject({
      status: 'sent',
      history: [{}, {}, {}, { by: 'network', code: '601' }],
    })
  })

  it('is not possible for a pharmacy without cancellations, nor for a draft', async () => {
    await practice.control('PUT', 'pharmacies/9900007/behavior', quiet)
    const at = await practice.sent({ pharmacyId: '9900007' })
    expect((await cancel(at)).body.code).toBe('not_cancellable')
    expect((await cancel(await practice.drafted())).body.code).toBe('not_cancellable')
  })
})
