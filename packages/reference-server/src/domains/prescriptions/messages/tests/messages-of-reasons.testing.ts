import type { components } from '@visitkit/contract'
import { newId } from '../../../../platform/database/ids/new-id.ts'
import type { ScriptMessage } from '../../../../vendors/pharmacy/script/script-message.ts'
import { sampleBodies, sampleMedication, sampleSubject } from '../../../../vendors/pharmacy/script/script.testing.ts'
import { writeScriptMessage } from '../../../../vendors/pharmacy/script/write-script-message.ts'
import type { TestPractice } from '../../tests/practice.testing.ts'
import { messagesTo, type Sent } from './messages.testing.ts'

type Reason = components['schemas']['PharmacyHoldReason']

/** What a person may do with a message that is held: apply it, apply it after a comparison, or only close it. */
export const appliesTo: Readonly<Record<Reason, 'yes' | 'confirmed' | 'no'>> = {
  unreadable: 'no',
  contradictory: 'no',
  'unknown-code': 'no',
  'unexpected-type': 'no',
  'id-reused': 'yes',
  'prescription-unknown': 'yes',
  'references-disagree': 'yes',
  'another-pharmacy': 'confirmed',
  'another-patient': 'confirmed',
  'another-medicine': 'confirmed',
  'another-receiver': 'confirmed',
  'test-message': 'no',
}

/** For each reason of the contract, a message about a prescription that is held with it. */
export const messagesOfReasons = (practice: () => TestPractice) => {
  const { message, fill } = messagesTo(practice)
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
  const changed = (emitted: ScriptMessage, what: string, by: string): Uint8Array =>
    bytesOf(new TextDecoder().decode(writeScriptMessage(emitted)).replace(what, by))
  const { code: _, ...uncoded } = sampleMedication
  const used = (at: Sent) => ({ messageId: `used-${at.prescription.id.slice(-12)}` })
  const made: Readonly<Record<Reason, (at: Sent) => ScriptMessage | Uint8Array>> = {
    unreadable: (at) => bytesOf(`<Message>${at.prescription.id}`),
    contradictory: (at) =>
      changed(message(at, fill()), '<FillStatus>', '<FillStatus><NotDispensed></NotDispensed></FillStatus>$&'),
    'unknown-code': (at) => message(at, { type: 'Verify', code: '999' }),
    'unexpected-type': (at) => message(at, sampleBodies.NewRx),
    'id-reused': (at) => message(at, fill(), used(at)),
    'prescription-unknown': () => message(null, fill()),
    'references-disagree': (at) => message(at, fill(), { prescriberOrderNumber: newId() }),
    'another-pharmacy': (at) => message(at, fill(), { from: { qualifier: 'P', id: '9900002' } }),
    'another-medicine': (at) =>
      message(at, fill({ medication: { ...uncoded, description: 'sildenafil 100 MG Oral Tablet' } })),
    'another-receiver': (at) => message(at, fill(), { to: { qualifier: 'D', id: 'prairie-sample' } }),
    'test-message': (at) => changed(message(at, fill()), '<SentTime>', '<TestMessage>1</TestMessage>$&'),
    'another-patient': (at) => message(at, fill({ patient: { ...sampleSubject.patient, birthDate: '1990-01-01' } })),
  }
  const asBytes = (emitted: ScriptMessage | Uint8Array): Uint8Array =>
    emitted instanceof Uint8Array ? emitted : writeScriptMessage(emitted)
  return {
    /** `first` is applied before: an id is used again only after its first use. */
    messageFor: (reason: Reason, at: Sent): { readonly first: Uint8Array | null; readonly bytes: Uint8Array } => ({
      first:
        reason === 'id-reused'
          ? asBytes(message(at, fill({ fill: { status: 'PartiallyDispensed' } }), used(at)))
          : null,
      bytes: asBytes(made[reason](at)),
    }),
  }
}
