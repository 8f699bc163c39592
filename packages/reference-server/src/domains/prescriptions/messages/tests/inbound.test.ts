import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signatureFault } from '../../../../vendors/pharmacy/network/message-signature.ts'
import { readScriptMessage } from '../../../../vendors/pharmacy/script/read-script-message.ts'
import { sampleBodies, sampleSubject } from '../../../../vendors/pharmacy/script/script.testing.ts'
import { writeScriptMessage } from '../../../../vendors/pharmacy/script/write-script-message.ts'
import { createConsumeOnce } from '../../../../platform/events/consume-once.ts'
import { readSettled } from '../../../../platform/events/read-settled.testing.ts'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { answered } from '../../../../test-kit/answered.ts'
import { readMessage } from '../../kernel/store/messages.ts'
import { systemRequestContext } from '../../../../platform/system/system-request-context.ts'
import { loadPrescribingPolicy } from '../../kernel/packs/load-policy.ts'
import { onPharmacyMessageReceivedUpdatePrescription as reaction } from '../reactions/on-pharmacy-message-received-update-prescription.ts'
import { startPractice, type Drafted, type TestPractice } from '../../tests/practice.testing.ts'
import { messagesTo } from './messages.testing.ts'

describe.each(domainEngines)('a message of the pharmacy network, on %s', (engine) => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice(engine)
  })
  afterAll(() => practice.stop())

  const { message, post, send, fill, parked } = messagesTo(() => practice)

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
    const read = await practice.keep('prescriptions', async ({ tx }) => {
      const { rows: stored } = await sql<{ reader: string }>`select reader from prescriptions.messages
        where message_id = ${emitted.header.messageId}`.execute(tx)
      return stored
    })
    expect(read).toEqual([{ reader: 'script-2023011/2' }])
    const rows = await practice.accessRows({
      patientId: at.patient.id,
      operation: 'prescriptions.update-prescription-on-pharmacy-message-received',
    })
    expect(rows).toMatchObject([{ outcome: 'done', because: 'prescription', actorKind: 'system' }])
  })

  it.each([
    [
      'for another receiver',
      (text: string) => text.replace('>lakeside-sample<', '>prairie-sample<'),
      'another-receiver',
    ],
    ['as a test', (text: string) => text.replace('<SentTime>', '<TestMessage>1</TestMessage>$&'), 'test-message'],
  ])('is not dropped as a repeat of the same message %s', async (_, change, fault) => {
    const at = await practice.sent()
    const right = new TextDecoder().decode(writeScriptMessage(message(at, fill())))
    expect(change(right)).not.toBe(right)
    const before = (await parked()).length
    for (const text of [change(right), change(right)]) await post(new TextEncoder().encode(text))
    expect((await parked()).slice(before)).toEqual([fault])
    expect((await practice.read(at)).status).toBe('sent')
    await post(new TextEncoder().encode(right))
    // It has the id of the one that waits, so a person compares the two.
    expect((await parked()).slice(before)).toEqual([fault, 'id-reused'])
  })

  it('that answers ours is kept as it came, for the patient', async () => {
    const at = await practice.sent()
    const { organizationId, platform, clock } = practice
    const { rows } = await sql<{ id: string }>`select id::text, type, state, about, patient_id::text, reader
      from prescriptions.messages where prescription_id = ${at.prescription.id}::uuid`.execute(
      platform.database.owner(),
    )
    const about = { type: 'Status', state: 'applied', about: 'new', patient_id: at.patient.id }
    expect(rows).toEqual([{ id: expect.any(String), ...about, reader: 'script-2023011/2' }])
    const db = platform.database.reader({ domain: 'prescriptions', organizationId })
    const context = { ...systemRequestContext('test', organizationId, clock.now()), vault: platform.vault }
    expect(readScriptMessage(await readMessage(db, context, rows[0]?.id ?? ''))).toMatchObject({
      header: { relatesToMessageId: at.messageId },
      body: { type: 'Status', code: '000' },
    })
  })

  /** Applies the latest messages as one page, as a relay with a backlog does. */
  const applyTogether = async (count: number): Promise<string | undefined> => {
    const { database, unitOfWork, vault } = practice.platform
    const type = 'prescriptions.pharmacy-message-received'
    const stored = await readSettled(database.readerAcross('platform'), [type])
    const [first, ...rest] = stored.slice(-count).map(({ event }) => event)
    const nurse = await practice.as('nurse')
    const ports = {
      policy: await loadPrescribingPolicy(),
      directory: {
        patient: async (_: unknown, id: string) => answered(nurse.get(`/v1/patients/${id}`), 200),
      },
    }
    const domain = { name: 'prescriptions', accessReason: 'prescription', ports, reactions: [reaction] } as const
    const consumeOnce = createConsumeOnce({ database, unitOfWork, vault, clock: practice.clock.now })
    try {
      return first && (await consumeOnce(domain, reaction, [first, ...rest]))
    } catch (error) {
      // The server was faster with one of them.
      if (String(error).includes('platform.consumed')) return 'already'
      throw error
    }
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
    let [at, other] = [await practice.sent(), await practice.sent()]
    const applied = async (): Promise<string | undefined> => {
      const sentTime = practice.clock.now().toISOString()
      const page = [
        message(at, sampleBodies.Verify),
        message(other, sampleBodies.Verify),
        message(at, fill({ fill: { status: 'PartiallyDispensed' } }), { sentTime }),
        message(at, fill(), { sentTime }),
      ].map(writeScriptMessage)
      for (const bytes of page) expect((await post(bytes, undefined, practice, false)).status).toBe(200)
      return applyTogether(page.length)
    }
    for (let time = 0; (await applied()) !== 'done'; time += 1) {
      if (time === 5) throw new Error('The server was faster each time.')
      ;[at, other] = [await practice.sent(), await practice.sent()]
    }
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
