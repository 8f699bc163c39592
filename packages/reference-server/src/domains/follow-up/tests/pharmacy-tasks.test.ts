import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { answered } from '../../../test-kit/answered.ts'
import { domainEngines } from '../../../test-kit/domain-engines.testing.ts'
import { quiet } from '../../prescriptions/messages/tests/simulated-pharmacies.testing.ts'
import { startPractice, type Drafted, type TestPractice } from '../../prescriptions/tests/practice.testing.ts'

/* The work of staff about a prescription that the pharmacy may not have: from the silence of the network to its end. */

describe.each(domainEngines)('the task about a prescription that did not arrive, on %s', (engine) => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice(engine)
  })
  afterAll(() => practice.stop())
  const behave = (more: object): Promise<never> =>
    practice.control('PUT', 'pharmacies/9900001/behavior', { ...quiet, ...more })
  beforeEach(() => behave({}))

  const prescriber = ({ prescriber: { id } }: Drafted) => practice.as('practitioner', { practitionerId: id })
  /** Open tasks about the prescription, as each role reads them. */
  const tasksOf = async (at: Drafted) => {
    const readers = [await prescriber(at), await practice.as('nurse')]
    return Promise.all(
      readers.map(async (reader) => {
        const { items } = await answered(reader.get(`/v1/tasks?patientId=${at.patient.id}&status=open`), 200)
        return items.map(({ kind, source }: { kind: string; source: { id: string } }) => [kind, source.id])
      }),
    )
  }
  const one = (at: Drafted) => [['pharmacy', at.prescription.id]]
  const forBoth = (at: Drafted) => [one(at), one(at)]
  const nobody = [[], []]

  /** Sent, and not confirmed in time. */
  const undelivered = async () => {
    const at = await practice.sent()
    practice.clock.advance({ hours: 25 })
    await practice.noticeSilence()
    await practice.settle()
    expect(await tasksOf(at)).toEqual(forBoth(at))
    return at
  }
  const call = async (at: Drafted, attention?: string) => {
    const path = `/v1/prescriptions/${at.prescription.id}/pharmacy-calls`
    const { body } = await (
      await prescriber(at)
    ).post(path, { ...(attention && { attention }), agreed: 'They have it.' })
    await practice.settle()
    return body
  }

  it('ends when the call to the pharmacy is written down, although its status stays the same', async () => {
    const at = await undelivered()
    expect(await call(at, 'undelivered')).toMatchObject({ status: 'undelivered' })
    expect(await tasksOf(at)).toEqual(nobody)
    // Nothing brings it back: the events that follow are about the same silence.
    await practice.noticeSilence()
    await practice.settle()
    expect(await tasksOf(at)).toEqual(nobody)
  })

  it('stays when the call was about something else', async () => {
    const at = await undelivered()
    expect(await call(at, 'filled-after-cancel')).toMatchObject({ code: 'version_conflict' })
    expect(await tasksOf(at)).toEqual(forBoth(at))
  })

  it('ends when the pharmacy accepts the prescription after all', async () => {
    const at = await undelivered()
    await practice.control('POST', `prescriptions/${at.messageId}/verify`)
    await practice.settlePharmacies()
    expect(
      (await practice.read({ ...at, prescriber: { ...at.prescriber, client: await prescriber(at) } })).status,
    ).toBe('accepted')
    expect(await tasksOf(at)).toEqual(nobody)
  })

  it('ends when the prescription is cancelled', async () => {
    await behave({ cancels: 'approves' })
    const at = await undelivered()
    const { status } = await (
      await prescriber(at)
    ).post(`/v1/prescriptions/${at.prescription.id}/cancel`, {
      reason: 'changed-treatment',
    })
    expect(status).toBe(200)
    await practice.transmit()
    await practice.settlePharmacies()
    expect(await tasksOf(at)).toEqual(nobody)
  })

  it('is raised again when the cancellation is not answered either, and ends with the call about that', async () => {
    const at = await undelivered()
    await call(at, 'undelivered')
    await (await prescriber(at)).post(`/v1/prescriptions/${at.prescription.id}/cancel`, { reason: 'changed-treatment' })
    await practice.transmit()
    await practice.settlePharmacies()
    practice.clock.advance({ hours: 80 })
    await practice.noticeSilence()
    await practice.settle()
    expect(await tasksOf(at)).toEqual(forBoth(at))
    await call(at, 'undelivered')
    expect(await tasksOf(at)).toEqual(nobody)
  })
})
