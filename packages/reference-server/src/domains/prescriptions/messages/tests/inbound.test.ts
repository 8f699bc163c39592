import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemSituation } from '../../../../platform/system/system-situation.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import { signatureFault, signatureHeaders } from '../../../../vendors/pharmacy/network/message-signature.ts'
import { readScriptMessage } from '../../../../vendors/pharmacy/script/read-script-message.ts'
import type { ScriptBody, ScriptHeader, ScriptMessage } from '../../../../vendors/pharmacy/script/script-message.ts'
import { sampleBodies, sampleMessage, sampleSubject } from '../../../../vendors/pharmacy/script/script.testing.ts'
import { writeScriptMessage } from '../../../../vendors/pharmacy/script/write-script-message.ts'
import { createTestHospital, type TestHospital } from '../../../../test-kit/test-hospital.ts'
import { startPractice, type Drafted, type TestPractice } from '../../tests/testing.ts'

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
  const post = async (bytes: Uint8Array, headers?: Record<string, string>, at: TestHospital = practice) => {
    const answer = await fetch(`${at.url}/v1/webhooks/pharmacy/${at.organizationId}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/xml',
        ...(headers ?? signatureHeaders(practice.secret, bytes, practice.clock.now())),
      },
      body: Uint8Array.from(bytes),
    })
    const given = new Uint8Array(await answer.arrayBuffer())
    await practice.settle()
    return { status: answer.status, headers: Object.fromEntries(answer.headers), bytes: given }
  }
  const tell = async (told: ScriptMessage) => {
    const answer = await post(writeScriptMessage(told))
    expect(answer.status).toBe(200)
    return readScriptMessage(answer.bytes)
  }
  const fill = (more: object = {}): ScriptBody => ({ ...sampleBodies.RxFill, ...more })
  const parked = async () => {
    const { organizationId, platform, clock } = practice
    const db = platform.database.reader({ domain: 'prescriptions', organizationId })
    const reading = { ...systemSituation('test', organizationId, clock.now()), vault: platform.vault, db }
    return (await practice.provides.prescriptions.parkedMessages(reading, { after: null, take: 100 })).map(
      ({ fault }) => fault,
    )
  }

  it('is answered by a signed Status that relates to it, once it is durable', async () => {
    const at = await practice.sent()
    const told = message(at, sampleBodies.Verify)
    const answer = await post(writeScriptMessage(told))
    expect(answer.headers['content-type']).toMatch(/^application\/xml/)
    expect(signatureFault([practice.secret], answer.bytes, answer.headers, practice.clock.now())).toBeNull()
    expect(readScriptMessage(answer.bytes)).toMatchObject({
      header: { relatesToMessageId: told.header.messageId, to: { qualifier: 'P', id: '9900001' } },
      body: { type: 'Status', code: '010' },
    })
    expect((await practice.read(at)).status).toBe('accepted')
    const rows = await practice.accessRows({
      patientId: at.patient.id,
      operation: 'prescriptions.follow-pharmacy-message',
    })
    expect(rows).toMatchObject([{ outcome: 'done', because: 'prescription', actorKind: 'system' }])
  })

  it('that comes twice counts once', async () => {
    const at = await practice.sent()
    const told = message(at, fill())
    expect((await tell(told)).body).toMatchObject({ type: 'Status', code: '010' })
    expect((await tell(told)).body).toMatchObject({ type: 'Status', code: '010' })
    const read = await practice.read(at)
    expect(read).toMatchObject({ status: 'dispensed', refillsLeft: 2 })
    expect(read.history).toHaveLength(3)
  })

  it('that comes again with another time is a repeat; under the same id with other words it waits for a person', async () => {
    const at = await practice.sent()
    const told = message(at, fill({ fill: { status: 'PartiallyDispensed' } }))
    await tell(told)
    const later = new Date(practice.clock.now().getTime() + 60_000).toISOString()
    await tell({ ...told, header: { ...told.header, sentTime: later } })
    expect((await practice.read(at)).history).toHaveLength(3)
    const before = await parked()
    for (let time = 0; time < 2; time += 1) await tell({ ...told, body: fill() })
    expect(await parked()).toEqual([...before, 'id-reused'])
    expect((await practice.read(at)).status).toBe('partly-dispensed')
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
  ])('%s is not believed', async (_, headersOf) => {
    const at = await practice.sent()
    const bytes = writeScriptMessage(message(at, fill()))
    const answer = await post(bytes, headersOf(bytes, practice.clock.now()))
    expect(answer.status).toBe(401)
    expect(JSON.parse(new TextDecoder().decode(answer.bytes)).code).toBe('signature_invalid')
    expect((await practice.read(at)).status).toBe('sent')
  })

  it('for an organization without a network finds nobody', async () => {
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
    const told = make(at)
    const answer = await post(told instanceof Uint8Array ? told : writeScriptMessage(told))
    expect(answer.status).toBe(200)
    const isRefused = fault === 'unexpected-type' || fault === 'unreadable'
    expect(readScriptMessage(answer.bytes).body).toMatchObject(
      isRefused ? { type: 'Error', code: '601' } : { type: 'Status', code: '010' },
    )
    expect(await parked()).toEqual([...before, fault])
    expect((await practice.read(at)).history).toHaveLength(2)
  })

  it('knows its patient by accents, case and signs that another system keeps its own way', async () => {
    const at = await practice.sent({}, { name: { given: 'Zoë', family: "Núñez-O'Brien" } })
    const patient = { ...sampleSubject.patient, name: { lastName: 'NUNEZ OBRIEN', firstName: 'ZOE' } }
    await tell(message(at, fill({ patient })))
    expect((await practice.read(at)).status).toBe('dispensed')
  })

  it('may know the prescription by our number alone', async () => {
    const at = await practice.sent()
    const told = message(at, sampleBodies.Verify)
    const { relatesToMessageId: _, ...header } = told.header
    await tell({ ...told, header })
    expect((await practice.read(at)).status).toBe('accepted')
  })

  it('that the pharmacy cannot take it makes it refused, with its words', async () => {
    const at = await practice.sent()
    await tell(message(at, { type: 'Error', code: '900', description: 'Not in stock <again> & again.' }))
    expect(await practice.read(at)).toMatchObject({
      status: 'refused',
      history: [{}, {}, { status: 'refused', by: 'pharmacy', code: '900', text: 'Not in stock <again> & again.' }],
    })
  })

  describe('about something else that we told the pharmacy', () => {
    /** A prescription that the pharmacy has, and the last message that was sent about it. */
    const accepted = async () => {
      const at = await practice.sent()
      await tell(message(at, sampleBodies.Verify))
      return at
    }
    const told = async (at: Sent): Promise<Sent> => {
      await practice.transmit()
      return { ...at, messageId: (await practice.received(at)).at(-1)?.messageId ?? '' }
    }
    const cancelling = async (at: Sent): Promise<Sent> => {
      const path = `/v1/prescriptions/${at.prescription.id}/cancel`
      expect((await at.prescriber.client.post(path, { reason: 'error' })).body.status).toBe('cancel-requested')
      return told(at)
    }
    const refusal: ScriptBody = { type: 'Error', code: '900', description: 'Cannot cancel that.' }
    const active = async (at: Sent): Promise<number> =>
      (await at.prescriber.client.get(`/v1/patients/${at.patient.id}/prescriptions?active=true`)).body.items.length

    it('refuses the cancellation and never the prescription, which can be cancelled again', async () => {
      const cancel = await cancelling(await accepted())
      await tell(message(cancel, refusal))
      const read = await practice.read(cancel)
      expect(read.status).toBe('accepted')
      expect(read.history.at(-1)).toMatchObject({ by: 'pharmacy', code: '900', text: 'Cannot cancel that.' })
      expect(await active(cancel)).toBe(1)
      await cancelling(cancel)
    })

    it.each([
      ['Status', { type: 'Status', code: '010' }],
      ['Verify', sampleBodies.Verify],
    ] as const)('says by a %s that the cancellation arrived, and not the prescription', async (_, body) => {
      const cancel = await cancelling(await practice.sent())
      await tell(message(cancel, body))
      const heard = await practice.read(cancel)
      expect(heard.status).toBe('cancel-requested')
      expect(heard.history).toHaveLength(4)
      expect(heard.history.at(-1)).toMatchObject({ status: 'cancel-requested', by: 'pharmacy', code: body.code })
      await tell(message(cancel, refusal))
      expect((await practice.read(cancel)).status).toBe('sent')
    })

    it('has somebody telephone when our answer to its request did not reach it', async () => {
      const at = await accepted()
      await practice.control('POST', `prescriptions/${at.messageId}/renewal-request`)
      await practice.heard()
      const { client } = at.prescriber
      const [request] = (await client.get('/v1/pharmacy-requests')).body.items
      expect((await client.post(`/v1/pharmacy-requests/${request.id}/answer`, { decision: 'denied' })).status).toBe(200)
      const denial = await told(at)
      await tell(message(denial, sampleBodies.Verify))
      expect((await practice.read(at)).history).toHaveLength(3)
      await tell(message(denial, refusal))
      expect(await practice.read(at)).toMatchObject({ status: 'accepted', needsAttention: 'unexpected-answer' })
      expect(await active(at)).toBe(1)
    })
  })

  it('from another pharmacy is believed when it says that it took the prescription over', async () => {
    const at = await practice.sent()
    await tell(message(at, fill({ fill: { status: 'Transferred' } }), { from: { qualifier: 'P', id: '9900002' } }))
    expect(await practice.read(at)).toMatchObject({ status: 'accepted', history: [{}, {}, { code: 'transferred' }] })
  })

  it('that speaks of the future does not outlive what really comes later', async () => {
    const at = await practice.sent()
    const ahead = new Date(practice.clock.now().getTime() + 86_400_000).toISOString()
    await tell(message(at, fill({ fill: { status: 'PartiallyDispensed' } }), { sentTime: ahead }))
    await tell(message(at, fill()))
    expect((await practice.read(at)).status).toBe('dispensed')
  })

  it('is in no log, event or refusal by what stands in it', async () => {
    const at = await practice.sent()
    await tell(message(at, { type: 'Error', code: '900', description: 'PLANTED-WORD' }))
    const rows = await practice.platform.database
      .readerAcross('platform')
      .selectFrom('platform.outbox')
      .select('data')
      .execute()
    expect(JSON.stringify(rows)).not.toContain('PLANTED-WORD')
  })
})
