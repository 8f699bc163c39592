import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { vocabularies } from '@visitkit/contract/vocabularies'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../../platform/http/tests/server.testing.ts'
import type { ScriptMessage } from '../../../../vendors/pharmacy/script/script-message.ts'
import { sampleBodies } from '../../../../vendors/pharmacy/script/script.testing.ts'
import { writeScriptMessage } from '../../../../vendors/pharmacy/script/write-script-message.ts'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../../test-kit/answered.ts'
import { startPractice, type TestPractice } from '../../tests/practice.testing.ts'
import { appliesTo, messagesOfReasons } from './messages-of-reasons.testing.ts'
import { messagesTo, type Sent } from './messages.testing.ts'

type Schemas = components['schemas']
type Reason = Schemas['PharmacyHoldReason']

describe.each(domainEngines)('a message that waits at the desk, on %s', (engine) => {
  let practice: TestPractice
  let nurse: SignedInClient
  beforeAll(async () => {
    practice = await startPractice(engine)
    nurse = await practice.as('nurse')
  })
  afterAll(() => practice.stop())
  const { message, post, fill } = messagesTo(() => practice)
  const { messageFor } = messagesOfReasons(() => practice)
  const list = async (): Promise<Schemas['HeldPharmacyMessage'][]> =>
    (await answered(nurse.get('/v1/held-pharmacy-messages?limit=100'), 200)).items
  /** Sends it, and returns what waits because of it. */
  const held = async (bytes: ScriptMessage | Uint8Array): Promise<Schemas['HeldPharmacyMessage']> => {
    const before = new Set((await list()).map(({ id }) => id))
    await post(bytes instanceof Uint8Array ? bytes : writeScriptMessage(bytes))
    const [one, ...more] = (await list()).filter(({ id }) => !before.has(id))
    if (!one || more.length > 0) throw new Error('one message should wait')
    return one
  }
  const read = (id: string): Promise<Schemas['HeldPharmacyMessageDetail']> =>
    answered(nurse.get(`/v1/held-pharmacy-messages/${id}`), 200)
  const apply = (id: string, prescriptionId: string, more: { confirmed?: boolean } = {}) =>
    nurse.post(`/v1/held-pharmacy-messages/${id}/apply`, { prescriptionId, ...more })
  const resolve = (id: string, reason: Schemas['PharmacyMessageResolution'] = 'telephoned') =>
    nurse.post(`/v1/held-pharmacy-messages/${id}/resolve`, { reason })

  /** Its id, once it is at the desk. */
  const prepare = async (reason: Reason, at: Sent): Promise<string> => {
    const { first, bytes } = messageFor(reason, at)
    if (first) await post(first)
    return (await held(bytes)).id
  }

  it.each(vocabularies.PharmacyHoldReason)(
    '%s: it is listed with its reason, shown as it came, and resolved once',
    async (reason) => {
      const at = await practice.sent()
      const id = await prepare(reason, at)
      const before = await practice.read(at)
      const shown = await read(id)
      expect(shown).toMatchObject({ id, reason, applicable: appliesTo[reason] !== 'no' })
      expect(shown.text).toContain('<Message')
      expect(await resolve(id)).toMatchObject({ status: 200, body: { id, resolution: 'telephoned' } })
      expect((await list()).map((each) => each.id)).not.toContain(id)
      expect(await practice.read(at)).toEqual(before)
      for (const again of [await resolve(id), await apply(id, at.prescription.id)])
        expect(again).toMatchObject({ status: 409, body: { code: 'already_resolved' } })
      expect((await nurse.get(`/v1/held-pharmacy-messages/${id}`)).status).toBe(404)
    },
  )

  it.each(vocabularies.PharmacyHoldReason)(
    '%s: it is applied to the prescription that a person chooses, or never',
    async (reason) => {
      const at = await practice.sent()
      const id = await prepare(reason, at)
      const applies = appliesTo[reason]
      const before = await practice.read(at)
      const first = await apply(id, at.prescription.id)
      if (applies === 'no') expect(first).toMatchObject({ status: 409, body: { code: 'message_not_applicable' } })
      if (applies === 'confirmed')
        expect(first).toMatchObject({
          status: 409,
          body: { code: 'message_differs', errors: [{ pointer: '/confirmed', code: reason }] },
        })
      if (applies !== 'yes') expect(await practice.read(at)).toEqual(before)
      const confirmed = applies === 'yes' ? first : await apply(id, at.prescription.id, { confirmed: true })
      await practice.settle()
      if (applies === 'no') {
        expect(confirmed).toMatchObject({ status: 409, body: { code: 'message_not_applicable' } })
        expect(await practice.read(at)).toEqual(before)
        expect((await list()).map((each) => each.id)).toContain(id)
      } else {
        expect(confirmed).toMatchObject({
          status: 200,
          body: { id, prescriptionId: at.prescription.id, patientId: at.patient.id },
        })
        expect((await practice.read(at)).status).toBe('dispensed')
        expect((await list()).map((each) => each.id)).not.toContain(id)
        expect(await resolve(id)).toMatchObject({ status: 409, body: { code: 'already_resolved' } })
      }
    },
  )

  it('a receipt whose message is not ours belongs to no prescription', async () => {
    const at = await practice.sent()
    const { id } = await held(message(at, sampleBodies.Error, { relatesToMessageId: newId() }))
    // Its number is ours, so it can be applied to that prescription and to no other.
    const other = await practice.sent()
    expect(await apply(id, other.prescription.id, { confirmed: true })).toMatchObject({
      status: 409,
      body: { code: 'message_not_applicable' },
    })
    expect((await apply(id, at.prescription.id)).status).toBe(200)
    await practice.settle()
    expect((await practice.read(at)).status).toBe('refused')
    const nothing = await held(message(null, sampleBodies.Error))
    expect(await read(nothing.id)).toMatchObject({ applicable: false })
    expect(await apply(nothing.id, at.prescription.id, { confirmed: true })).toMatchObject({
      status: 409,
      body: { code: 'message_not_applicable' },
    })
  })

  it('is not applied to a draft', async () => {
    const at = await practice.drafted()
    const { id } = await held(message(null, fill()))
    expect(await apply(id, at.prescription.id, { confirmed: true })).toMatchObject({
      status: 409,
      body: { code: 'message_not_applicable' },
    })
  })

  it('two persons who decide at once make one decision', async () => {
    const at = await practice.sent()
    const id = await prepare('another-patient', at)
    const answers = await Promise.all([
      apply(id, at.prescription.id, { confirmed: true }),
      resolve(id),
      resolve(id, 'repeated'),
    ])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
  })

  it('each of these accesses is recorded for the patient', async () => {
    const at = await practice.sent()
    const id = await prepare('prescription-unknown', at)
    await read(id)
    await apply(id, at.prescription.id)
    const rows = await practice.accessRows({ patientId: at.patient.id, operation: 'applyHeldPharmacyMessage' })
    expect(rows).not.toHaveLength(0)
  })

  it('is for those who treat', async () => {
    for (const role of ['front-desk', 'biller', 'administrator'] as const)
      expect((await (await practice.as(role)).get('/v1/held-pharmacy-messages')).status).toBe(403)
  })
})
