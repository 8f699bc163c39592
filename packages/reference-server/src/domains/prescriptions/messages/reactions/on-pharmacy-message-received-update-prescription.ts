import { onEvents } from '../../../../platform/contracts/reaction.ts'
import type { Change } from '../../../../platform/contracts/change.ts'
import type { DecideContext, ReadContext } from '../../../../platform/contracts/context.ts'
import { readScriptMessage } from '../../../../vendors/pharmacy/script/read-script-message.ts'
import type { ScriptBody, ScriptMessage } from '../../../../vendors/pharmacy/script/script-message.ts'
import { pharmacyMessageDeadLettered, pharmacyRequestReceived } from '../../events.ts'
import {
  applyStatusUpdate,
  withReplaced,
  type AppliedUpdate,
  type UpdatedFacts,
} from '../workflows/apply-status-update.ts'
import { matchFault } from '../model/match-fault.ts'
import { decryptPrescription, factsOf } from '../../kernel/store/prescriptions.ts'
import type { Medication } from '../../kernel/model/medication-pack.ts'
import type { MedicationSet } from '../../kernel/model/medication-set.ts'
import { contentOfRequest, type PharmacyRequest } from '../../kernel/model/pharmacy-request.ts'
import type { PharmacyStatusUpdate } from '../model/handle-pharmacy-message.ts'
import type { PrescribingPolicy } from '../../kernel/model/prescribing-policy.ts'
import type { PrescriptionFacts } from '../../kernel/model/prescription.ts'
import type { Patient, PrescriptionsContext } from '../../ports.ts'
import {
  readMessagesWithFacts,
  settleMessage,
  type MessagePurpose,
  type MessageWithFacts,
} from '../../kernel/store/messages.ts'
import { requests } from '../store/pharmacy-requests.ts'

interface LoadedMessage {
  readonly message: ScriptMessage
  /** The subject of our message that it relates to. */
  readonly about: MessagePurpose
  /** A person compared it with the prescription. */
  readonly isConfirmed: boolean
  /** The prescription as it is when the messages before this one are applied. */
  readonly current: UpdatedFacts
  /** Null if the message names no patient. */
  readonly patient: Patient | null
  /** What was prescribed; null if the message reports no fill. */
  readonly prescribed: Medication | null
  readonly medications: MedicationSet
  readonly policy: PrescribingPolicy
}

/** Applies messages that were received. Each is applied once, in one change with its mark. */
export const onPharmacyMessageReceivedUpdatePrescription = onEvents<PrescriptionsContext>()(
  ['prescriptions.pharmacy-message-received'],
  'prescriptions.update-prescription-on-pharmacy-message-received',
  {
    gather: async (page, ports, context) => {
      context.access.because('prescription')
      return loadMessages(
        page.map(({ data }) => data.messageId),
        ports,
        context,
      )
    },
    decide: ({ data: { messageId: id } }, loaded, context) => {
      const found = loaded.get(id)
      if (found === undefined) throw new Error('a message of the page was not read')
      return follow(id, found, context)
    },
  },
)

/** Of several messages about one prescription, each is decided on what the ones before it change. */
const loadMessages = async (
  ids: readonly string[],
  { directory, policy, medications }: PrescriptionsContext,
  context: ReadContext,
): Promise<ReadonlyMap<string, LoadedMessage>> => {
  const found = await readMessagesWithFacts(context.db, context, ids)
  const read = await Promise.all(
    ids.flatMap((id) => {
      const each = found.get(id)
      return each === undefined ? [] : [readOne(id, each, directory, context)]
    }),
  )
  const loaded = new Map<string, LoadedMessage>()
  const applied = new Map<string, UpdatedFacts>()
  for (const { id, current: stored, ...one } of read) {
    const { facts } = stored
    const current = applied.get(facts.id) ?? stored
    const each = { ...one, current, policy, medications }
    loaded.set(id, each)
    applied.set(facts.id, updateBy(each, context)?.after ?? current)
  }
  return loaded
}

const readOne = async (
  id: string,
  { bytes, about, isConfirmed, prescription }: MessageWithFacts,
  directory: PrescriptionsContext['directory'],
  context: ReadContext,
) => {
  const message = readScriptMessage(bytes)
  const facts = factsOf(prescription)
  const [current, patient, prescribed] = await Promise.all([
    withReplaced(context.db, context, facts),
    'patient' in message.body ? directory.patient(context, facts.patientId) : null,
    message.body.type === 'RxFill'
      ? decryptPrescription(context.db, context, prescription).then(({ content }) => content.medication)
      : null,
  ])
  return { id, message, about, isConfirmed, current, patient, prescribed }
}

/** The step of the prescription that a message leads to; null for none. */
const updateBy = (loaded: LoadedMessage, context: Pick<DecideContext, 'now' | 'newId'>): AppliedUpdate | null => {
  const { message, about, current, policy } = loaded
  if (faultOf(loaded) !== null) return null
  const update = statusUpdateOf(message, about, context.now)
  return update === null ? null : applyStatusUpdate(context, current, update, policy)
}

const faultOf = ({ message, isConfirmed, current: { facts }, ...compared }: LoadedMessage) =>
  isConfirmed ? null : matchFault(message, { ...compared, facts })

const follow = (id: string, loaded: LoadedMessage, context: Pick<DecideContext, 'now' | 'newId'>): Change<void> => {
  const { message, current } = loaded
  const { body, header } = message
  const fault = faultOf(loaded)
  const settled = settleMessage(id, fault)
  if (fault !== null) return { writes: [settled], events: [pharmacyMessageDeadLettered(id, fault)], answer: undefined }
  if (body.type === 'RxRenewalRequest' || body.type === 'RxChangeRequest') {
    const request = requestOf(current.facts, body, header.messageId, context)
    return {
      writes: [settled, requests.insert(request, request.content)],
      events: [pharmacyRequestReceived(request)],
      answer: undefined,
    }
  }
  const applied = updateBy(loaded, context)
  return { writes: [settled, ...(applied?.writes ?? [])], events: applied?.events ?? [], answer: undefined }
}

const requestOf = (
  { id: prescriptionId, patientId, practitionerId, refills }: PrescriptionFacts,
  body: Extract<ScriptBody, { type: 'RxRenewalRequest' | 'RxChangeRequest' }>,
  messageId: string,
  { now, newId }: Pick<DecideContext, 'now' | 'newId'>,
): PharmacyRequest => ({
  id: newId(),
  prescriptionId,
  patientId,
  practitionerId,
  kind: body.type === 'RxRenewalRequest' ? 'renewal' : 'change',
  status: 'open',
  messageId,
  receivedAt: now,
  respondedAt: null,
  content: contentOfRequest(body, { refills }),
})

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
