import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'
import {
  unusableResponses,
  wrongResponses,
} from '../../domains/billing/coverages/tests/eligibility-responses.testing.ts'
import { insure } from '../../domains/billing/tests/held-visits.testing.ts'
import { startBillingHospital, type BillingHospital } from '../../domains/billing/tests/billing-hospital.testing.ts'
import { messagesOfReasons } from '../../domains/prescriptions/messages/tests/messages-of-reasons.testing.ts'
import { messagesTo } from '../../domains/prescriptions/messages/tests/messages.testing.ts'
import { quiet } from '../../domains/prescriptions/messages/tests/simulated-pharmacies.testing.ts'
import { startPractice, type TestPractice } from '../../domains/prescriptions/tests/practice.testing.ts'
import { sampleBodies } from '../../vendors/pharmacy/script/script.testing.ts'
import { writeScriptMessage } from '../../vendors/pharmacy/script/write-script-message.ts'
import { aMinutePasses, runEveryJobOnce } from './a-minute.testing.ts'

type Schemas = components['schemas']

/** What payers and pharmacies answer and does not fit is at its desk within a minute, with its reason and something to do. */

describe('an answer of a payer about a coverage', () => {
  let hospital: BillingHospital
  beforeAll(async () => {
    hospital = await startBillingHospital('postgres')
    await runEveryJobOnce(hospital)
  })
  afterAll(() => hospital.stop())

  it.each(vocabularies.EligibilityHoldReason)('%s: it is held with its reason, and is asked again', async (reason) => {
    const [, alter] = [...wrongResponses, ...unusableResponses].find(([, , each]) => each === reason) ?? []
    if (alter === undefined) throw new Error(`no answer is held for ${reason}`)
    const patientId = await hospital.addPatient()
    const { id } = await insure(await hospital.as('biller'), patientId, 'Lakeside Mutual Health')
    await aMinutePasses(hospital)
    const biller = await hospital.as('biller')
    const shown = async (): Promise<Schemas['Eligibility'] | undefined> =>
      (await biller.get(`/v1/patients/${patientId}/coverages`)).body.items[0].eligibility
    const ask = async () => expect((await biller.post(`/v1/coverages/${id}/eligibility-checks`)).status).toBe(201)
    for (let attempt = 0; attempt < 60; attempt += 1)
      hospital.clearinghouse.fail({ route: 'eligibility', fault: { kind: 'altered', alter } })
    await ask()
    await aMinutePasses(hospital)
    expect(await shown()).toMatchObject({ status: 'held', heldFor: reason })
    await fetch(`${hospital.clearinghouse.url}/control/reset`, { method: 'POST' })
    const again = await hospital.as('biller')
    expect((await again.post(`/v1/coverages/${id}/eligibility-checks`)).status).toBe(201)
    await aMinutePasses(hospital)
    const { items } = (await again.get(`/v1/patients/${patientId}/coverages`)).body
    expect(items[0].eligibility).toMatchObject({ status: 'active' })
  })
})

describe('a message of a pharmacy', () => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice('postgres')
    await runEveryJobOnce(practice)
  })
  afterAll(() => practice.stop())
  const { post, message } = messagesTo(() => practice)
  const { messageFor } = messagesOfReasons(() => practice)
  const listed = async (): Promise<Schemas['HeldPharmacyMessage'][]> =>
    (await (await practice.as('nurse')).get('/v1/held-pharmacy-messages?limit=100')).body.items

  it.each(vocabularies.PharmacyHoldReason)(
    '%s: it is listed with its reason, and a person settles it',
    async (reason) => {
      const at = await practice.sent()
      const before = new Set((await listed()).map(({ id }) => id))
      const { first, bytes } = messageFor(reason, at)
      if (first) await post(first)
      // Signed, so it is acknowledged: it is ours to look after now.
      expect((await post(bytes, undefined, practice, false)).status).toBe(200)
      await aMinutePasses(practice)
      const own = (await listed()).filter(({ id }) => !before.has(id))
      expect(own.map((each) => each.reason)).toEqual([reason])
      const nurse = await practice.as('nurse')
      expect((await nurse.get(`/v1/held-pharmacy-messages/${own[0]?.id}`)).body.text).toContain('<Message')
      const resolved = await nurse.post(`/v1/held-pharmacy-messages/${own[0]?.id}/resolve`, { reason: 'telephoned' })
      expect(resolved.status).toBe(200)
      expect((await listed()).some(({ id }) => id === own[0]?.id)).toBe(false)
    },
  )

  it('that is not signed is refused, so that its sender keeps it, and is at no desk', async () => {
    const at = await practice.sent()
    const before = (await listed()).length
    const { bytes } = messageFor('another-patient', at)
    expect((await post(bytes, {})).status).toBe(401)
    await aMinutePasses(practice)
    expect((await listed()).length).toBe(before)
  })

  /** What brings a prescription to the desk, for each reason. It returns the prescription. */
  const behave = (more: object): Promise<never> =>
    practice.control('PUT', 'pharmacies/9900001/behavior', { ...quiet, ...more })
  const cancelled = async () => {
    await behave({ cancels: 'approves' })
    const at = await practice.sent()
    await at.prescriber.client.post(`/v1/prescriptions/${at.prescription.id}/cancel`, { reason: 'error' })
    await aMinutePasses(practice)
    const status = async () => {
      await practice.settlePharmacies()
      const client = await practice.as('practitioner', { practitionerId: at.prescriber.id })
      return (await client.get(`/v1/prescriptions/${at.prescription.id}`)).body.status
    }
    await expect.poll(status).toBe('cancelled')
    return at
  }
  const brought: Readonly<
    Record<Schemas['PrescriptionAttention'], () => Promise<Awaited<ReturnType<TestPractice['sent']>>>>
  > = {
    'filled-after-cancel': async () => {
      const at = await cancelled()
      await practice.control('POST', `prescriptions/${at.messageId}/fill`, { status: 'Dispensed' })
      return at
    },
    'unexpected-response': async () => {
      const at = await practice.sent()
      await practice.control('POST', `prescriptions/${at.messageId}/fill`, { status: 'Dispensed' })
      await practice.settlePharmacies()
      await post(writeScriptMessage(message(at, sampleBodies.Error)), undefined, practice, false)
      return at
    },
    undelivered: async () => {
      const at = await practice.sent()
      practice.clock.advance({ hours: 24 })
      return at
    },
  }

  it.each(vocabularies.PrescriptionAttention)(
    '%s: the prescription and a task say so, and a call settles both',
    async (attention) => {
      await behave({})
      const at = await brought[attention]()
      await practice.settlePharmacies()
      await aMinutePasses(practice)
      const client = await practice.as('practitioner', { practitionerId: at.prescriber.id })
      const now = async () => (await client.get(`/v1/prescriptions/${at.prescription.id}`)).body.needsAttention
      const tasks = async () =>
        (await client.get(`/v1/tasks?patientId=${at.patient.id}&status=open`)).body.items.map(
          ({ kind }: { readonly kind: string }) => kind,
        )
      expect([await now(), await tasks()]).toEqual([attention, ['pharmacy']])
      const path = `/v1/prescriptions/${at.prescription.id}/pharmacy-calls`
      expect((await client.post(path, { attention, agreed: 'They have it.' })).status).toBe(200)
      await aMinutePasses(practice)
      expect([await now(), await tasks()]).toEqual([undefined, []])
    },
  )
})
