import type { components } from '@visitkit/contract'
import type { Attachment } from '../model/attachment.ts'

export const presentAttachment = (attachment: Attachment): components['schemas']['Attachment'] => ({
  id: attachment.id,
  patientId: attachment.patientId,
  kind: attachment.kind,
  mediaType: attachment.mediaType,
  bytes: attachment.bytes,
  createdAt: attachment.createdAt.toISOString(),
})
