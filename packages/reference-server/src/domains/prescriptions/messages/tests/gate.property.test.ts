import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { components } from '@visitkit/contract'
import { answered } from '../../../../test-kit/answered.ts'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import type { SignedInClient } from '../../../../platform/http/tests/server.testing.ts'
import { signatureHeaders } from '../../../../vendors/pharmacy/network/message-signature.ts'
import { readScriptMessage } from '../../../../vendors/pharmacy/script/read-script-message.ts'
import {
  fillStatuses,
  type FillStatus,
  type ScriptMessage,
} from '../../../../vendors/pharmacy/script/script-message.ts'
import { sampleBodies, sampleMedication, sampleSubject } from '../../../../vendors/pharmacy/script/script.testing.ts'
import { writeScriptMessage } from '../../../../vendors/pharmacy/script/write-script-message.ts'
import { startPractice, type TestPractice } from '../../tests/practice.testing.ts'
import { messagesTo, type Sent } from './messages.testing.ts'

type Schemas = components['schemas']
type Outcome = 'applied' | 'refused' | Schemas['PharmacyHoldReason']

interface Given {
  readonly at: Sent
  readonly other: Sent
  readonly fill: FillStatus
  /** Of the message, so that it can be found where it went. */
  readonly note: string
}

describe('random messages of pharmacies, of right and wrong identity', () => {
  let practice: TestPractice
  let nurse: SignedInClient
  beforeAll(async () => {
    practice = await startPractice('postgres')
    nurse = await practice.as('nurse')
  })
  afterAll(() => practice.stop())
  const { message, post } = messagesTo(() => practice)
  const bytesOf = (given: ScriptMessage): Uint8Array => writeScriptMessage(given)
  const changed = (given: ScriptMessage, what: string, by: string): Uint8Array =>
    new TextEncoder().encode(new TextDecoder().decode(bytesOf(given)).replace(what, by))
  const patientOf = ({ patient }: Sent): typeof sampleSubject.patient => ({
    ...sampleSubject.patient,
    name: patient.id === second?.patient.id ? { lastName: 'Specimen', firstName: 'Kim' } : sampleSubject.patient.name,
  })
  let second: Sent | undefined
  const medicineOf = (description: string, code?: typeof sampleMedication.code) => {
    const { code: _, ...medication } = sampleMedication
    return { medication: { ...medication, description, ...(code && { code }) } }
  }
  const filled = ({ at, fill, note }: Given, more: object = {}, header: object = {}): ScriptMessage =>
    message(at, { ...sampleBodies.RxFill, patient: patientOf(at), fill: { status: fill, note }, ...more }, header)

  /** What is wrong with a report, and what has to become of it. */
  const faults: Readonly<Record<string, { of: (given: Given) => Uint8Array; becomes: Outcome }>> = {
    none: { of: (given) => bytesOf(filled(given)), becomes: 'applied' },
    'another pharmacy': {
      of: (given) => bytesOf(filled({ ...given, fill: 'Dispensed' }, {}, { from: { qualifier: 'P', id: '9900002' } })),
      becomes: 'another-pharmacy',
    },
    'another patient': {
      of: (given) => bytesOf(filled(given, { patient: patientOf(given.other) })),
      becomes: 'another-patient',
    },
    'another birth date': {
      of: (given) => bytesOf(filled(given, { patient: { ...patientOf(given.at), birthDate: '2010-06-15' } })),
      becomes: 'another-patient',
    },
    'another medicine': {
      of: (given) => bytesOf(filled(given, medicineOf('sildenafil 100 MG Oral Tablet'))),
      becomes: 'another-medicine',
    },
    'another medicine under our code': {
      of: (given) => bytesOf(filled(given, medicineOf('VIAGRA 100MG', sampleMedication.code))),
      becomes: 'another-medicine',
    },
    'another strength, in other words': {
      of: (given) => bytesOf(filled(given, medicineOf('LISINOPRIL TAB 20MG'))),
      becomes: 'applied',
    },
    'another receiver': {
      of: (given) => bytesOf(filled(given, {}, { to: { qualifier: 'D', id: 'prairie-sample' } })),
      becomes: 'another-receiver',
    },
    'another pharmacy as receiver': {
      of: (given) => bytesOf(filled(given, {}, { to: { qualifier: 'P', id: '9900001' } })),
      becomes: 'another-receiver',
    },
    'a test': {
      of: (given) => changed(filled(given), '<SentTime>', '<TestMessage>1</TestMessage>$&'),
      becomes: 'test-message',
    },
    'a message that we never sent': {
      of: (given) => bytesOf(filled(given, {}, { relatesToMessageId: newId() })),
      becomes: 'prescription-unknown',
    },
    'a prescription of another organization': {
      of: (given) => bytesOf({ ...filled(given), header: { ...message(null, sampleBodies.Verify).header } }),
      becomes: 'prescription-unknown',
    },
    'two prescriptions': {
      of: (given) => bytesOf(filled(given, {}, { prescriberOrderNumber: given.other.prescription.id })),
      becomes: 'references-disagree',
    },
    contradiction: {
      of: (given) => changed(filled(given), '<FillStatus>', '<FillStatus><NotDispensed></NotDispensed></FillStatus>$&'),
      becomes: 'contradictory',
    },
    'unknown code': { of: ({ at }) => bytesOf(message(at, { type: 'Verify', code: '999' })), becomes: 'unknown-code' },
    'not for a prescriber': { of: ({ at }) => bytesOf(message(at, sampleBodies.NewRx)), becomes: 'unexpected-type' },
    truncated: { of: (given) => bytesOf(filled(given)).slice(0, -200), becomes: 'unreadable' },
    forged: { of: (given) => bytesOf(filled(given)), becomes: 'refused' },
  }
  const names = Object.keys(faults)
  const step = fc.record({
    which: fc.nat({ max: 1 }),
    fill: fc.constantFrom(...fillStatuses.filter((status) => status !== 'Transferred')),
    fault: fc.oneof({ weight: 1, arbitrary: fc.constant('none') }, fc.constantFrom(...names)),
    times: fc.constantFrom(1, 1, 2),
    isIdUsedAgain: fc.boolean(),
  })
  type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

  it('are counted once where they belong, and the rest waits with a reason and an action', async () => {
    const first = await practice.sent({ refills: 12 })
    second = await practice.sent({ refills: 12 }, { name: { given: 'Kim', family: 'Specimen' } })
    const at = [first, second] as const
    const applied = at.map(() => ({ notes: [] as string[], dispensed: 0 }))
    let number = 0
    const waiting = async (): Promise<Schemas['HeldPharmacyMessage'][]> =>
      (await answered(nurse.get('/v1/held-pharmacy-messages?limit=100'), 200)).items
    const settleHeld = async (expected: readonly Outcome[]): Promise<void> => {
      const held = await waiting()
      expect(held.map(({ reason }) => reason)).toEqual(expected)
      for (const { id } of held)
        await answered(nurse.post(`/v1/held-pharmacy-messages/${id}/resolve`, { reason: 'telephoned' }), 200)
    }
    const check = async ({ which, fill, fault, times, isIdUsedAgain }: Step): Promise<void> => {
      number += 1
      // The supply is not endless: what a pharmacy reports beyond it is not this test.
      const note = `note ${number}`
      const given = { at: at[which] as Sent, other: at[1 - which] as Sent, fill, note }
      const { of, becomes } = faults[fault] as (typeof faults)[string]
      const bytes = of(given)
      const headers =
        becomes === 'refused' ? signatureHeaders('another secret', bytes, practice.clock.now()) : undefined
      for (let time = 0; time < times; time += 1)
        expect((await post(bytes, headers)).status).toBe(becomes === 'refused' ? 401 : 200)
      if (becomes === 'applied') {
        applied[which]?.notes.push(note)
        if (fill === 'Dispensed' && applied[which]) applied[which].dispensed += 1
      }
      await settleHeld(becomes === 'applied' || becomes === 'refused' ? [] : [becomes])
      // The same id with other words is another message.
      if (becomes === 'applied' && isIdUsedAgain) {
        await post(changed(readScriptMessage(bytes), note, `${note} again`))
        await settleHeld(['id-reused'])
      }
      for (const [index, each] of at.entries()) {
        const { history, refillsLeft } = await practice.read(each)
        const { notes, dispensed } = applied[index] as (typeof applied)[number]
        expect(history.flatMap(({ text }) => (text?.startsWith('note') ? [text] : []))).toEqual(notes)
        expect(refillsLeft).toBe(Math.max(0, 12 - Math.max(0, dispensed - 1)))
      }
    }
    await fc.assert(fc.asyncProperty(step, check), {
      examples: names.map((fault) => [{ which: 0, fill: 'Dispensed', fault, times: 2, isIdUsedAgain: true }]),
      numRuns: 60,
      endOnFailure: true,
    })
  })
})
