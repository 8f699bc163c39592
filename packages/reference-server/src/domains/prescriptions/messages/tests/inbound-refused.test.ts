import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import { signatureHeaders } from '../../../../vendors/pharmacy/network/message-signature.ts'
import { readScriptMessage } from '../../../../vendors/pharmacy/script/read-script-message.ts'
import type { ScriptMessage } from '../../../../vendors/pharmacy/script/script-message.ts'
import { sampleBodies, sampleSubject } from '../../../../vendors/pharmacy/script/script.testing.ts'
import { writeScriptMessage } from '../../../../vendors/pharmacy/script/write-script-message.ts'
import { domainEngines } from '../../../../test-kit/domain-engines.testing.ts'
import { createTestHospital } from '../../../../test-kit/test-hospital.ts'
import { startPractice, type TestPractice } from '../../tests/practice.testing.ts'
import { messagesTo, type Sent } from './messages.testing.ts'

describe.each(domainEngines)('a message of the pharmacy network that does not fit, on %s', (engine) => {
  let practice: TestPractice
  beforeAll(async () => {
    practice = await startPractice(engine)
  })
  afterAll(() => practice.stop())
  const { message, post, fill, parked } = messagesTo(() => practice)
  const changed = (emitted: ScriptMessage, what: string, by: string): Uint8Array =>
    new TextEncoder().encode(new TextDecoder().decode(writeScriptMessage(emitted)).replace(what, by))

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
    [
      'that reports dispensed and not dispensed',
      (at) => changed(message(at, fill()), '<FillStatus>', '<FillStatus><NotDispensed></NotDispensed></FillStatus>$&'),
      'contradictory',
    ],
    [
      'that confirms and has an error after it',
      (at) => changed(message(at, sampleBodies.Verify), '</Body>', '$&<Body><Error><Code>900</Code></Error></Body>'),
      'contradictory',
    ],
    [
      'that confirms with a code that is not known',
      (at) => message(at, { type: 'Verify', code: '999' }),
      'unknown-code',
    ],
  ])('%s waits for a person, and changes nothing', async (_, make, fault) => {
    const at = await practice.sent()
    const before = await parked()
    const emitted = make(at)
    const response = await post(emitted instanceof Uint8Array ? emitted : writeScriptMessage(emitted))
    expect(response.status).toBe(200)
    const isRefused = ['unexpected-type', 'unreadable', 'contradictory', 'unknown-code'].includes(fault)
    expect(readScriptMessage(response.bytes).body).toMatchObject(
      isRefused ? { type: 'Error', code: '601' } : { type: 'Status', code: '010' },
    )
    expect(await parked()).toEqual([...before, fault])
    expect((await practice.read(at)).history).toHaveLength(2)
  })
})
