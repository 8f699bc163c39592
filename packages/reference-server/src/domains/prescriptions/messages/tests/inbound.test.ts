import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemRequestContext } from '../../../../platform/system/system-request-context.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import { signatureFault, signatureHeaders } from '../../../../vendors/pharmacy/network/message-signature.ts'
import { readScriptMessage } from '../../../../vendors/pharmacy/script/read-script-message.ts'
import type { ScriptBody, ScriptHeader, ScriptMessage } from '../../../../vendors/pharmacy/script/script-message.ts'
import { sampleBodies, sampleMessage, sampleSubject } from '../../../../vendors/pharmacy/script/script.testing.ts'
import { writeScriptMessage } from '../../../../vendors/pharmacy/script/write-script-message.ts'
import { createTestHospital, type TestHospital } from '../../../../test-kit/test-hospital.ts'
import { createConsumeOnce } from '../../../../platform/events/consume-once.ts'
import { outboxStart, readOutbox } from '../../../../platform/events/read-outbox.ts'
import { answered } from '../../../../test-kit/answered.ts'
import { loadPrescribingPolicy } from '../../kernel/packs/load-policy.ts'
import { onPharmacyMessageReceivedUpdatePrescription as reaction } from '../reactions/on-pharmacy-message-received-update-prescription.ts'
import { startPractice, type Drafted, type TestPractice } from '../../tests/practice.testing.ts'

describe.each(['pglite', 'postgres'] as const)('a message of the pharmacy network, on %s', (engine) => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice(engine)
  })
  afterAll(() => practice.stop())

  type Sent = Drafted & { messageId: string }
  const message = (about: Sent | null, body: ScriptBody, header: Partial<ScriptHeader> = {}): ScriptMessage => ({
    header: {
      ...sampleMessage(body).header,
      to: { qualifier: 'D', id: 'lakeside-sample' },
      from: { qualifier: 'P', id: '9900001' },
      messageId: newId().replaceAll('-', ''),
      sentTime: practice.clock.now().toISOString(),
      prescriberOrderNumber: about?.prescription.id ?? newId(),
      ...(about && { relatesToMessageId: about.messageId }),
      ...header,
    },
    body,
  })
  const post = async (
    bytes: Uint8Array,
    headers?: Record<string, string>,
    at: TestHospital = practice,
    isSettled = true,
  ) => {
    const response = await fetch(`${at.url}/v1/webhooks/pharmacy/${at.organizationId}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/xml',
        ...(headers ?? signatureHeaders(practice.secret, bytes, practice.clock.now())),
      },
      body: Uint8Array.from(bytes),
    })
    const given = new Uint8Array(await response.arrayBuffer())
    if (isSettled) await practice.settle()
    return { status: response.status, headers: Object.fromEntries(response.headers), bytes: given }
  }
  const send = async (emitted: ScriptMessage) => {
    const response = await post(writeScriptMessage(emitted))
    expect(response.status).toBe(200)
    return readScriptMessage(response.bytes)
  }
  const fill = (more: object = {}): ScriptBody => ({ ...sampleBodies.RxFill, ...more })
  const parked = async () => {
    const { organizationId, platform, clock } = practice
    const db = platform.database.reader({ domain: 'prescriptions', organizationId })
    const context = { ...systemRequestContext('test', organizationId, clock.now()), vault: platform.vault, db }
    return (await practice.provides.prescriptions.deadLetters(context, { after: null, take: 100 })).map(
      ({ fault }) => fault,
    )
  }

  it('gets a signed Status that relates to it, once it is durable', async () => {
    const at = await practice.sent()
    const emitted = message(at, sampleBodies.Verify)
    const response = await post(writeScriptMessage(emitted))
    expect(response.headers['content-type']).toMatch(/^application\/xml/)
    expect(signatureFault([practice.secret], response.bytes, response.headers, practice.clock.now())).toBeNull()
    expect(readScriptMessage(response.bytes)).toMatchObject({
      header: { relatesToMessageId: emitted.header.messageId, to: { qualifier: 'P', id: '9900001' } },
      body: { type: 'Status', code: '010' },
    })
    expect((await practice.read(at)).status).toBe('accepted')
    const rows = await practice.accessRows({
      patientId: at.patient.id,
      operation: 'prescriptions.update-prescription-on-pharmacy-message-received',
    })
    expect(rows).toMatchObject([{ outcome: 'done', because: 'prescription', actorKind: 'system' }])
  })

  /** Applies the latest messages as one page, as a relay with a backlog does. */
  const applyTogether = async (count: number): Promise<void> => {
    const { database, unitOfWork, vault } = practice.platform
    const type = 'prescriptions.pharmacy-message-received'
    const stored = await readOutbox(database.readerAcross('platform'), outboxStart, [type], 1_000)
    const [first, ...rest] = stored.events.slice(-count).map(({ event }) => event)
    const nurse = await practice.as('nurse')
    const ports = {
      policy: await loadPrescribingPolicy(),
      directory: {
        patient: async (_: unknown, id: string) => answered(nurse.get(`/v1/patients/${id}`), 200),
      },
    }
    const domain = { name: 'prescriptions', accessReason: 'prescription', ports, reactions: [reaction] } as const
    const consumeOnce = createConsumeOnce({ database, unitOfWork, vault, clock: practice.clock.now })
    expect(first && (await consumeOnce(domain, reaction, [first, ...rest]))).toBe('done')
  }
  const statuses = async (of: Drafted): Promise<string[]> =>
    (await practice.read(of)).history.map(({ status }) => status)

  it('counts once if it arrives twice', async () => {
    const at = await practice.sent()
    const emitted = message(at, fill())
    expect((await send(emitted)).body).toMatchObject({ type: 'Status', code: '010' })
    expect((await send(emitted)).body).toMatchObject({ type: 'Status', code: '010' })
    const read = await practice.read(at)
    expect(read).toMatchObject({ status: 'dispensed', refillsLeft: 2 })
    expect(read.history).toHaveLength(3)
  })

  it('counts once if it arrives several times at once, and its repeats are acknowledged', async () => {
    const at = await practice.sent()
    const bytes = writeScriptMessage(message(at, fill()))
    const responses = await Promise.all([1, 2, 3, 4].map(() => post(bytes, undefined, practice, false)))
    await practice.settle()
    for (const { status, bytes: given } of responses)
      expect([status, readScriptMessage(given).body.type]).toEqual([200, 'Status'])
    expect((await practice.read(at)).history).toHaveLength(3)
  })

  it('is applied after the ones that arrived before it, though all are applied together', async () => {
    const [at, other] = [await practice.sent(), await practice.sent()]
    const sentTime = practice.clock.now().toISOString()
    const page = [
      message(at, sampleBodies.Verify),
      message(other, sampleBodies.Verify),
      message(at, fill({ fill: { status: 'PartiallyDispensed' } }), { sentTime }),
      message(at, fill(), { sentTime }),
    ].map(writeScriptMessage)
    for (const bytes of page) expect((await post(bytes, undefined, practice, false)).status).toBe(200)
    await applyTogether(page.length)
    await practice.settle()
    expect([await statuses(at), await statuses(other)]).toEqual([
      ['sending', 'sent', 'accepted', 'partially-dispensed', 'dispensed'],
      ['sending', 'sent', 'accepted'],
    ])
  })

  it('is a repeat if only its time differs; with another content under the same id it waits for a person', async () => {
    const at = await practice.sent()
    const emitted = message(at, fill({ fill: { status: 'PartiallyDispensed' } }))
    await send(emitted)
    const later = new Date(practice.clock.now().getTime() + 60_000).toISOString()
    await send({ ...emitted, header: { ...emitted.header, sentTime: later } })
    expect((await practice.read(at)).history).toHaveLength(3)
    const before = await parked()
    for (let time = 0; time < 2; time += 1) await send({ ...emitted, body: fill() })
    expect(await parked()).toEqual([...before, 'id-reused'])
    expect((await practice.read(at)).status).toBe('partially-dispensed')
  })

  it.each([
    ['unsigned', () => ({})],
    ['signed by another', (bytes: Uint8Array, now: Date) => signatureHeaders('another secret', bytes, now)],
    [
      'signed long ago',
      (bytes: Uint8Array, now: Date) => signatureHeaders(practice.secret, bytes, new Date(now.getTime() - 301_000)),
    ],
    [
      'signed ahead of time',
      (bytes: Uint8Array, now: Date) => signatureHeaders(practice.secret, bytes, new Date(now.getTime() + 301_000)),
    ],
    ['changed on its way', (bytes: Uint8Array, now: Date) => signatureHeaders(practice.secret, bytes.slice(1), now)],
  ])('is rejected if %s', async (_, headersOf) => {
    const at = await practice.sent()
    const bytes = writeScriptMessage(message(at, fill()))
    const response = await post(bytes, headersOf(bytes, practice.clock.now()))
    expect(response.status).toBe(401)
    expect(JSON.parse(new TextDecoder().decode(response.bytes)).code).toBe('signature_invalid')
    expect((await practice.read(at)).status).toBe('sent')
  })

  it('is not found for an organization without a network', async () => {
    const alone = await createTestHospital({ engine })
    expect((await post(writeScriptMessage(message(null, sampleBodies.Verify)), undefined, alone)).status).toBe(404)
    await alone.stop()
  })

  it.each<[string, (at: Sent) => ScriptMessage | Uint8Array, string]>([
    [
      'about a message that we never sent',
      (at) => message(at, fill(), { relatesToMessageId: newId() }),
      'prescription-unknown',
    ],
    ['about nothing', () => message(null, fill()), 'prescription-unknown'],
    [
      'whose references disagree',
      (at) => message(at, fill(), { prescriberOrderNumber: newId() }),
      'references-disagree',
    ],
    [
      'of another pharmacy',
      (at) => message(at, fill(), { from: { qualifier: 'P', id: '9900002' } }),
      'another-pharmacy',
    ],
    [
      'about another patient',
      (at) => message(at, fill({ patient: { ...sampleSubject.patient, birthDate: '1990-01-01' } })),
      'another-patient',
    ],
    [
      'about a patient of another name',
      (at) => message(at, fill({ patient: { ...sampleSubject.patient, name: { lastName: 'Other' } } })),
      'another-patient',
    ],
    [
      'about a twin',
      (at) =>
        message(at, fill({ patient: { ...sampleSubject.patient, name: { lastName: 'Sample', firstName: 'Sam' } } })),
      'another-patient',
    ],
    ['that is not for a prescriber', (at) => message(at, sampleBodies.NewRx), 'unexpected-type'],
    ['that cannot be read', () => new TextEncoder().encode('<Message><oops'), 'unreadable'],
    ['with a document type', () => new TextEncoder().encode('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), 'unreadable'],
  ])('%s waits for a person, and changes nothing', async (_, make, fault) => {
    const at = await practice.sent()
    const before = await parked()
    const emitted = make(at)
    const response = await post(emitted instanceof Uint8Array ? emitted : writeScriptMessage(emitted))
    expect(response.status).toBe(200)
    const isRefused = fault === 'unexpected-type' || fault === 'unreadable'
    expect(readScriptMessage(response.bytes).body).toMatchObject(
      isRefused ? { type: 'Error', code: '601' } : { type: 'Status', code: '010' },
    )
    expect(await parked()).toEqual([...before, fault])
    expect((await practice.read(at)).history).toHaveLength(2)
  })

  it('matches its patient despite accents, case and punctuation of another system', async () => {
    const at = await practice.sent({}, { name: { given: 'Zoë', family: "Núñez-O'Brien" } })
    const patient = { ...sampleSubject.patient, name: { lastName: 'NUNEZ OBRIEN', firstName: 'ZOE' } }
    await send(message(at, fill({ patient })))
    expect((await practice.read(at)).status).toBe('dispensed')
  })

  it('can identify the prescription by our number only', async () => {
    const at = await practice.sent()
    const emitted = message(at, sampleBodies.Verify)
    const { relatesToMessageId: _, ...header } = emitted.header
    await send({ ...emitted, header })
    expect((await practice.read(at)).status).toBe('accepted')
  })

  it('makes the prescription refused if the pharmacy cannot accept it, with its text', async () => {
    const at = await practice.sent()
    await send(message(at, { type: 'Error', code: '900', description: 'Not in stock <again> & again.' }))
    expect(await practice.read(at)).toMatchObject({
      status: 'refused',
      history: [{}, {}, { status: 'refused', by: 'pharmacy', code: '900', text: 'Not in stock <again> & again.' }],
    })
  })

  describe('about another message of ours', () => {
    /** A prescription that the pharmacy has, and the last message that was sent about it. */
    const accepted = async () => {
      const at = await practice.sent()
      await send(message(at, sampleBodies.Verify))
      return at
    }
    const emitted = async (at: Sent): Promise<Sent> => {
      await practice.transmit()
      return { ...at, messageId: (await practice.received(at)).at(-1)?.messageId ?? '' }
    }
    const cancelling = async (at: Sent): Promise<Sent> => {
      const path = `/v1/prescriptions/${at.prescription.id}/cancel`
      expect((await at.prescriber.client.post(path, { reason: 'error' })).body.status).toBe('cancel-requested')
      return emitted(at)
    }
    const refusal: ScriptBody = { type: 'Error', code: '900', description: 'Cannot cancel that.' }
    const active = async (at: Sent): Promise<number> =>
      (await at.prescriber.client.get(`/v1/patients/${at.patient.id}/prescriptions?active=true`)).body.items.length

    it('refuses the cancellation and never the prescription, which can be cancelled again', async () => {
      const cancel = await cancelling(await accepted())
      await send(message(cancel, refusal))
      const read = await practice.read(cancel)
      expect(read.status).toBe('accepted')
      expect(read.history.at(-1)).toMatchObject({ by: 'pharmacy', code: '900', text: 'Cannot cancel that.' })
      expect(await active(cancel)).toBe(1)
      await cancelling(cancel)
    })

    it.each([
      ['Status', { type: 'Status', code: '010' }],
      ['Verify', sampleBodies.Verify],
    ] as const)('confirms by a %s that the cancellation arrived, and not the prescription', async (_, body) => {
      const cancel = await cancelling(await practice.sent())
      await send(message(cancel, body))
      const received = await practice.read(cancel)
      expect(received.status).toBe('cancel-requested')
      expect(received.history).toHaveLength(4)
      expect(received.history.at(-1)).toMatchObject({ status: 'cancel-requested', by: 'pharmacy', code: body.code })
      await send(message(cancel, refusal))
      expect((await practice.read(cancel)).status).toBe('sent')
    })

    it('alerts a person to call if our response to its request did not arrive', async () => {
      const at = await accepted()
      await practice.control('POST', `prescriptions/${at.messageId}/renewal-request`)
      await practice.settlePharmacies()
      const { client } = at.prescriber
      const [request] = (await client.get('/v1/pharmacy-requests')).body.items
      expect((await client.post(`/v1/pharmacy-requests/${request.id}/response`, { decision: 'denied' })).status).toBe(
        200,
      )
      const denial = await emitted(at)
      await send(message(denial, sampleBodies.Verify))
      expect((await practice.read(at)).history).toHaveLength(3)
      await send(message(denial, refusal))
      expect(await practice.read(at)).toMatchObject({ status: 'accepted', needsAttention: 'unexpected-response' })
      expect(await active(at)).toBe(1)
    })
  })

  it('from another pharmacy is accepted if it reports a transfer', async () => {
    const at = await practice.sent()
    await send(message(at, fill({ fill: { status: 'Transferred' } }), { from: { qualifier: 'P', id: '9900002' } }))
    expect(await practice.read(at)).toMatchObject({ status: 'accepted', history: [{}, {}, { code: 'transferred' }] })
  })

  it('with a future time does not take precedence over messages that are really later', async () => {
    const at = await practice.sent()
    const ahead = new Date(practice.clock.now().getTime() + 86_400_000).toISOString()
    await send(message(at, fill({ fill: { status: 'PartiallyDispensed' } }), { sentTime: ahead }))
    await send(message(at, fill()))
    expect((await practice.read(at)).status).toBe('dispensed')
  })

  it('leaves none of its content in a log, event or problem', async () => {
    const at = await practice.sent()
    await send(message(at, { type: 'Error', code: '900', description: 'PLANTED-WORD' }))
    const rows = await practice.platform.database
      .readerAcross('platform')
      .selectFrom('platform.outbox')
      .select('data')
      .execute()
    expect(JSON.stringify(rows)).not.toContain('PLANTED-WORD')
  })
})
