import { isUuid } from '../../../platform/database/ids/require-uuid.ts'

/** The id under which a notice is mailed: what comes back names it, and nothing else identifies what it is about. */
export interface NoticeId {
  readonly deliveryId: string
  readonly organizationId: string
}

export const writeNoticeId = ({ deliveryId, organizationId }: NoticeId): string => `${deliveryId}.${organizationId}`

/** Null for anything else, such as a mail to staff. */
export const readNoticeId = (id: string): NoticeId | null => {
  const [deliveryId = '', organizationId = '', ...more] = id.split('.')
  return isUuid(deliveryId) && isUuid(organizationId) && more.length === 0 ? { deliveryId, organizationId } : null
}
