import { PartnerUnavailable } from '../../../../platform/partners/partner-unavailable.ts'
import type { Transmission, TransmissionHandler } from '../../../../platform/partners/transmission.ts'
import type { NetworkAnswer } from '../../../../vendors/pharmacy/provider.ts'
import { keepHeard } from '../workflows/keep-heard.ts'
import type { ScriptPayload } from '../../kernel/model/compose-script.ts'
import type { Said } from '../model/hear-pharmacy.ts'
import type { PrescriptionsContext } from '../../ports.ts'
import { transmissionKind } from '../../kernel/workflows/send-script.ts'
import { wireId } from '../../kernel/store/messages.ts'
import { readFacts } from '../../kernel/store/prescriptions.ts'

export const senderSoftware = { developer: 'Visitkit', product: 'reference-server', version: '0.1.0' }

/** Hands messages to the pharmacy network, and keeps what it says at once. */
export const transmitScript = ({
  pharmacies,
  policy,
}: Pick<PrescriptionsContext, 'pharmacies' | 'policy'>): TransmissionHandler<NetworkAnswer> => ({
  kind: transmissionKind,
  send: async (transmission, signal) => {
    const network = await pharmacies.networkOf(transmission.organizationId)
    if (network === null) throw new PartnerUnavailable('no-network')
    const { pharmacyId, prescriptionId, relatesToMessageId, body } = payloadOf(transmission)
    return network.send(
      {
        // Made of the transmission alone, so that a repeat is the same bytes.
        header: {
          to: { qualifier: 'P', id: pharmacyId },
          from: { qualifier: 'D', id: network.accountId },
          messageId: wireId(transmission.id),
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
  settle: async (keeping, transmission, outcome) => {
    const { about, prescriptionId } = payloadOf(transmission)
    const hear = async (said: Said): Promise<void> =>
      keepHeard(keeping, await readFacts(keeping.tx, keeping, prescriptionId, 'lock'), said, policy)
    if ('expired' in outcome) {
      const code = outcome.lastFault
      if (about === 'new') await hear({ kind: 'unanswered', code })
      if (about === 'answer') await hear({ kind: 'answer-lost', by: 'server', code })
      // A cancellation that nobody took is noticed by the time at which the pharmacy should have answered.
      return
    }
    const { answer } = outcome
    if (about === 'new') {
      await hear(
        answer.taken
          ? { kind: 'taken', delivered: answer.delivered, code: answer.code }
          : { kind: 'refused', by: 'network', ...refusalOf(answer) },
      )
    } else if (!answer.taken) {
      const refused = { by: 'network', ...refusalOf(answer) } as const
      await hear(
        about === 'cancel'
          ? { kind: 'cancel-answered', approved: false, ...refused }
          : { kind: 'answer-lost', ...refused },
      )
    }
  },
  audit: { entity: 'Prescription', because: 'prescription', purpose: 'TREAT' },
})

const payloadOf = ({ payload }: Pick<Transmission, 'payload'>): ScriptPayload => payload as ScriptPayload

const refusalOf = ({ code, text }: Extract<NetworkAnswer, { taken: false }>): { code: string; text?: string } => ({
  code,
  ...(text !== undefined && { text }),
})
