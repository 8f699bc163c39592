import { onEvent } from '../../../../platform/contracts/reaction.ts'
import type { WriteContext } from '../../../../platform/contracts/context.ts'
import { readScriptMessage } from '../../../../vendors/pharmacy/script/read-script-message.ts'
import type { ScriptBody, ScriptMessage } from '../../../../vendors/pharmacy/script/script-message.ts'
import { pharmacyMessageDeadLettered, pharmacyRequestReceived } from '../../events.ts'
import { applyStatusUpdateIfUnchanged } from '../workflows/apply-status-update.ts'
import { isSamePatient } from '../model/is-same-patient.ts'
import { contentOfRequest, type PharmacyRequest } from '../../kernel/model/pharmacy-request.ts'
import type { PharmacyStatusUpdate } from '../model/handle-pharmacy-message.ts'
import type { PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'
import type { PrescriptionFacts } from '../../kernel/model/prescription.ts'
import type { Patient, PrescriptionsContext } from '../../ports.ts'
import {
  readMessageWithFacts,
  updateMessageSettledStatement,
  updateMessageSettled,
  type MessagePurpose,
  type DeadLetterFault,
} from '../../kernel/store/messages.ts'
import { insertRequest } from '../store/pharmacy-requests.ts'
import { readPrescriptionFacts } from '../../kernel/store/prescriptions.ts'

interface LoadedMessage {
  readonly message: ScriptMessage
  /** The subject of our message that it relates to. */
  readonly about: MessagePurpose
  readonly facts: PrescriptionFacts
  /** Null if the message names no patient. */
  readonly patient: Patient | null
  readonly policy: PrescribingPolicy
}

/** Applies a message that was received. It is applied once, in one transaction with its mark. */
export const onPharmacyMessageReceivedUpdatePrescription = onEvent<PrescriptionsContext>()(
  ['prescriptions.pharmacy-message-received'],
  'prescriptions.update-prescription-on-pharmacy-message-received',
  {
    gather: async ({ data }, ports, context) => {
      context.access.because('prescription')
      const { bytes, about, facts } = await readMessageWithFacts(context.db, context, data.messageId)
      const message = readScriptMessage(bytes)
      const patient = 'patient' in message.body ? await ports.directory.patient(context, facts.patientId) : null
      return { message, about, facts, patient, policy: ports.policy }
    },
    keep: async ({ data }, { facts, ...gathered }, context) => {
      const id = data.messageId
      if (await isFollowed(context, id, facts, gathered)) return
      // It has changed since it was read. The current state applies.
      const locked = await readPrescriptionFacts(context.tx, context, facts.id, 'for-update')
      if (!(await isFollowed(context, id, locked, gathered)))
        throw new Error('a prescription changed although its row was locked')
    },
  },
)

/** False, and nothing is stored, if the prescription has changed since it was read. */
const isFollowed = async (
  context: WriteContext,
  id: string,
  facts: PrescriptionFacts,
  { message, about, patient, policy }: Omit<LoadedMessage, 'facts'>,
): Promise<boolean> => {
  const { tx, now, emit } = context
  const fault = matchFault(message, facts, patient)
  const { body, header } = message
  const isRequest = body.type === 'RxRenewalRequest' || body.type === 'RxChangeRequest'
  const update = fault === null && !isRequest ? statusUpdateOf(message, about, now) : null
  if (update !== null) {
    const outcome = await applyStatusUpdateIfUnchanged(context, facts, update, policy, [
      updateMessageSettledStatement(tx, context, id),
    ])
    if (outcome !== 'nothing') return outcome === 'kept'
  }
  await updateMessageSettled(tx, context, id, fault)
  if (fault !== null) await emit(pharmacyMessageDeadLettered(id, fault))
  else if (isRequest) await insertPharmacyRequest(context, facts, body, header.messageId)
  return true
}

/** Whether the message comes from another pharmacy or is about another patient: then a person reviews it. */
const matchFault = (
  { header, body }: ScriptMessage,
  facts: PrescriptionFacts,
  patient: Patient | null,
): DeadLetterFault | null => {
  const isTransfer = body.type === 'RxFill' && body.fill.status === 'Transferred'
  if (header.from.qualifier === 'P' && header.from.id !== facts.pharmacyId && !isTransfer) return 'another-pharmacy'
  return 'patient' in body && (patient === null || !isSamePatient(body.patient, patient)) ? 'another-patient' : null
}

const insertPharmacyRequest = async (
  context: WriteContext,
  { id: prescriptionId, patientId, practitionerId, refills }: PrescriptionFacts,
  body: Extract<ScriptBody, { type: 'RxRenewalRequest' | 'RxChangeRequest' }>,
  messageId: string,
): Promise<void> => {
  const request: PharmacyRequest = {
    id: context.newId(),
    prescriptionId,
    patientId,
    practitionerId,
    kind: body.type === 'RxRenewalRequest' ? 'renewal' : 'change',
    status: 'open',
    messageId,
    receivedAt: context.now,
    respondedAt: null,
    content: contentOfRequest(body, { refills }),
  }
  await insertRequest(context.tx, context, request)
  await context.emit(pharmacyRequestReceived(request))
}

/**
 * The update in a message about its prescription; null if there is none. A receipt or an error applies to the message that it relates to:
 * the outcome of a cancellation applies to nothing else.
 */
const statusUpdateOf = (
  { header, body }: ScriptMessage,
  about: MessagePurpose,
  now: Date,
): PharmacyStatusUpdate | null => {
  const by = header.from.qualifier === 'P' ? 'pharmacy' : 'network'
  switch (body.type) {
    case 'Status':
    case 'Verify': {
      const { code } = body
      if (about === 'answer') return null
      if (about === 'cancel') return { kind: 'cancel-received', by, code }
      return body.type === 'Verify' ? { kind: 'verified', code } : { kind: 'taken', delivered: code === '010', code }
    }
    case 'Error': {
      const error = { by, code: body.code, ...textOf(body.description) } as const
      if (about === 'answer') return { kind: 'answer-lost', ...error }
      return about === 'cancel' ? { kind: 'cancel-answered', approved: false, ...error } : { kind: 'refused', ...error }
    }
    case 'RxFill': {
      const { status, reasonCode, note } = body.fill
      // A clock that is ahead must not take precedence over messages that are really later.
      const at = new Date(Math.min(Date.parse(header.sentTime), now.getTime()))
      return { kind: 'filled', fill: status, at, ...codeOf(reasonCode), ...textOf(note) }
    }
    case 'CancelRxResponse': {
      const { response } = body
      return response.outcome === 'Denied'
        ? { kind: 'cancel-answered', by, approved: false, ...codeOf(response.reasonCode), ...textOf(response.reason) }
        : { kind: 'cancel-answered', by, approved: true, ...textOf(response.note) }
    }
    default:
      return null
  }
}

const textOf = (text: string | undefined): { text?: string } => (text === undefined ? {} : { text })
const codeOf = (code: string | undefined): { code?: string } => (code === undefined ? {} : { code })
