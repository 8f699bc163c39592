import { PartnerUnavailable } from '../../../../platform/partners/partner-unavailable.ts'
import type { Transmission, TransmissionHandler } from '../../../../platform/partners/transmission.ts'
import type { NetworkResponse } from '../../../../vendors/pharmacy/provider.ts'
import { applyStatusUpdate } from '../workflows/apply-status-update.ts'
import type { ScriptPayload } from '../../kernel/model/compose-script.ts'
import type { PharmacyStatusUpdate } from '../model/handle-pharmacy-message.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { transmissionKind } from '../../kernel/workflows/send-script.ts'
import { toMessageId } from '../../kernel/store/messages.ts'
import { readPrescriptionFacts } from '../../kernel/store/prescriptions.ts'

export const senderSoftware = { developer: 'Visitkit', product: 'reference-server', version: '0.1.0' }

/** Sends messages to the pharmacy network, and stores its immediate response. */
export const transmitScript = ({
  pharmacies,
  policy,
}: Pick<PrescriptionsContext, 'pharmacies' | 'policy'>): TransmissionHandler<NetworkResponse> => ({
  kind: transmissionKind,
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
  settle: async (context, transmission, outcome) => {
    const { about, prescriptionId } = payloadOf(transmission)
    const receive = async (update: PharmacyStatusUpdate): Promise<void> =>
      applyStatusUpdate(
        context,
        await readPrescriptionFacts(context.tx, context, prescriptionId, 'for-update'),
        update,
        policy,
      )
    if ('expired' in outcome) {
      const code = outcome.lastFault
      if (about === 'new') await receive({ kind: 'unanswered', code })
      if (about === 'answer') await receive({ kind: 'answer-lost', by: 'server', code })
      // A cancellation that was not received is detected when the pharmacy's response is overdue.
      return
    }
    const { response } = outcome
    if (about === 'new') {
      await receive(
        response.taken
          ? { kind: 'taken', delivered: response.delivered, code: response.code }
          : { kind: 'refused', by: 'network', ...refusalOf(response) },
      )
    } else if (!response.taken) {
      const refused = { by: 'network', ...refusalOf(response) } as const
      await receive(
        about === 'cancel'
          ? { kind: 'cancel-answered', approved: false, ...refused }
          : { kind: 'answer-lost', ...refused },
      )
    }
  },
  audit: { entity: 'Prescription', because: 'prescription', purpose: 'TREAT' },
})

const payloadOf = ({ payload }: Pick<Transmission, 'payload'>): ScriptPayload => payload as ScriptPayload

const refusalOf = ({ code, text }: Extract<NetworkResponse, { taken: false }>): { code: string; text?: string } => ({
  code,
  ...(text !== undefined && { text }),
})
