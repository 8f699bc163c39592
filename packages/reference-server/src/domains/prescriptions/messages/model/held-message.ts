import type { components } from '@visitkit/contract'
import type { ScriptMessage, ScriptType } from '../../../../vendors/pharmacy/script/script-message.ts'
import type { ScriptPayload } from '../../kernel/model/compose-script.ts'

type Schemas = components['schemas']
type MessagePurpose = ScriptPayload['about']

/** A prescription that a message names, and the subject of our message that it relates to. */
interface Reference {
  readonly prescriptionId: string
  readonly about: MessagePurpose
}

/** A message that was not applied. Its content is encrypted. */
export interface HeldMessage {
  readonly id: string
  readonly kind: ScriptType | 'unreadable'
  readonly reason: Schemas['PharmacyHoldReason']
  /** Qualifier and id, `P:9900001`; `unknown` if the message cannot be read. */
  readonly sender: string
  readonly prescriptionId: string | null
  readonly patientId: string | null
  readonly about: MessagePurpose | null
  readonly receivedAt: Date
}

/** What says nothing about a patient or a medicine. Only its references say to which prescription it belongs. */
const receipts: readonly ScriptType[] = ['Status', 'Error', 'Verify']

/**
 * Whether a person can apply it to a prescription. A message that contradicts itself, or cannot be read, is never guessed; a test is not
 * about a patient.
 */
export const isApplicable = (
  reason: HeldMessage['reason'],
  message: ScriptMessage | null,
  references: readonly Reference[],
): boolean =>
  message !== null &&
  message.header.isTest !== true &&
  reason !== 'unexpected-type' &&
  (!receipts.includes(message.body.type) || references.length > 0)

/** The subject of the message once it belongs to this prescription; null if it cannot belong to it. */
export const purposeFor = (
  prescriptionId: string,
  message: ScriptMessage,
  references: readonly Reference[],
): MessagePurpose | null => {
  const named = references.find((reference) => reference.prescriptionId === prescriptionId)
  if (named !== undefined) return named.about
  const { type } = message.body
  if (receipts.includes(type)) return null
  return type === 'CancelRxResponse' ? 'cancel' : 'new'
}
