import type { ReadContext } from '../../../../platform/contracts/context.ts'
import type { Write } from '../../../../platform/contracts/write.ts'
import { PartnerUnavailable } from '../../../../platform/partners/partner-unavailable.ts'
import type {
  Transmission,
  TransmissionHandler,
  TransmissionOutcome,
} from '../../../../platform/partners/transmission.ts'
import type { NetworkResponse } from '../../../../vendors/pharmacy/provider.ts'
import { applyStatusUpdate, readUpdatedFacts, withReplaced } from '../workflows/apply-status-update.ts'
import type { PrescriptionFacts } from '../../kernel/model/prescription.ts'
import type { ScriptPayload } from '../../kernel/model/compose-script.ts'
import { accompanyScript } from '../model/accompany-script.ts'
import type { PharmacyStatusUpdate } from '../model/handle-pharmacy-message.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { transmissionKind } from '../../kernel/workflows/send-script.ts'
import { toMessageId } from '../../kernel/store/messages.ts'
import { insertReceipt } from '../store/insert-receipt.ts'

export const senderSoftware = { developer: 'Visitkit', product: 'reference-server', version: '0.1.0' }

/** Sends messages to the pharmacy network, and stores its immediate response. */
export const transmitScript = ({
  pharmacies,
  policy,
}: Pick<PrescriptionsContext, 'pharmacies' | 'policy'>): TransmissionHandler<NetworkResponse> => ({
  kind: transmissionKind,
  partTwo: {
    // A pharmacy that has the prescription has to receive its cancellation, and the answer to a question about it.
    discloses: (payload) => ({
      recipient: 'pharmacies',
      purpose: 'treatment',
      information: 'prescriptions',
      completes: (payload as ScriptPayload).about !== 'new',
    }),
    accompany: accompanyScript,
  },
  send: async (transmission, signal) => {
    const network = await pharmacies.networkOf(transmission.organizationId)
    if (network === null) throw new PartnerUnavailable('no-network')
    const { pharmacyId, prescriptionId, relatesToMessageId, body } = payloadOf(transmission)
    return network.send(
      {
        // Made from the transmission only, so that a retry has the same bytes.
        header: {
          to: { qualifier: 'P', id: pharmacyId },
          from: { qualifier: 'D', id: network.accountId },
          messageId: toMessageId(transmission.id),
          ...(relatesToMessageId !== undefined && { relatesToMessageId }),
          sentTime: transmission.createdAt.toISOString(),
          senderSoftware,
          prescriberOrderNumber: prescriptionId,
        },
        body,
      },
      signal,
    )
  },
  conclude: async (context, transmission, outcome, { isRepeated }) => {
    const { about, prescriptionId } = payloadOf(transmission)
    const update = updateOf(about, outcome)
    const receipt = receiptOf(context, transmission, outcome)
    if (update === null) return { writes: receipt, answer: undefined }
    // At once after it was signed, it is known; of `signPrescription`. If it has changed, it is read.
    const signed = isRepeated ? undefined : (transmission.known as PrescriptionFacts | undefined)
    const facts = signed
      ? await withReplaced(context.db, context, signed)
      : await readUpdatedFacts(context.db, context, prescriptionId)
    const applied = applyStatusUpdate(context, facts, update, policy)
    return { writes: [...receipt, ...(applied?.writes ?? [])], events: applied?.events ?? [], answer: undefined }
  },
  audit: { entity: 'Prescription', because: 'prescription', purpose: 'TREAT' },
})

/** The bytes of the network's response, kept with the patient's other messages of pharmacies. */
const receiptOf = (
  { newId, now }: Pick<ReadContext, 'newId' | 'now'>,
  transmission: Transmission,
  outcome: TransmissionOutcome<NetworkResponse>,
): readonly Write[] => {
  const { id, patientId } = transmission
  if ('expired' in outcome || patientId === null) return []
  const { prescriptionId, about } = payloadOf(transmission)
  const answered = { messageId: toMessageId(id), prescriptionId, patientId, about }
  return [insertReceipt(newId(), outcome.response.receipt, answered, now)]
}

const payloadOf = ({ payload }: Pick<Transmission, 'payload'>): ScriptPayload => payload as ScriptPayload

/** Null if the outcome says nothing about the prescription. */
const updateOf = (
  about: ScriptPayload['about'],
  outcome: TransmissionOutcome<NetworkResponse>,
): PharmacyStatusUpdate | null => {
  if ('expired' in outcome) {
    const code = outcome.lastFault
    if (about === 'new') return { kind: 'unanswered', code }
    // A cancellation that was not received is detected when the pharmacy's response is overdue.
    return about === 'answer' ? { kind: 'answer-lost', by: 'server', code } : null
  }
  const { response } = outcome
  if (response.taken)
    return about === 'new' ? { kind: 'taken', delivered: response.delivered, code: response.code } : null
  const { code, text } = response
  const refused = { by: 'network', code, ...(text !== undefined && { text }) } as const
  switch (about) {
    case 'new':
      return { kind: 'refused', ...refused }
    case 'cancel':
      return { kind: 'cancel-answered', approved: false, ...refused }
    case 'answer':
      return { kind: 'answer-lost', ...refused }
  }
}
