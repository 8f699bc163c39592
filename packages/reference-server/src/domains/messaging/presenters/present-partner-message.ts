import type { components } from '@visitkit/contract'
import type { HeldPartnerMessage } from '../model/partner-message.ts'

export const presentPartnerMessage = (message: HeldPartnerMessage): components['schemas']['HeldPartnerMessage'] => {
  const { id, receivedAt, kind, reason, urgent, patientId } = message
  return { id, receivedAt: receivedAt.toISOString(), kind, reason, urgent, ...(patientId !== null && { patientId }) }
}
