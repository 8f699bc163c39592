import type { DecideContext } from '../../../platform/contracts/context.ts'
import type { EnqueuedTransmission } from '../../../platform/contracts/transmission.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import type { OfficerMailKind } from '../model/mail-to-officers.ts'
import { officerMailText } from '../model/officer-mail-texts.ts'
import type { MessagingContext } from '../ports.ts'
import type { SystemReadContext } from '../workflows/system-read-context.ts'

export interface OfficerMailPayload {
  readonly memberId: string
  readonly kind: OfficerMailKind
}

const kind = 'officer-mail'

export const newOfficerMail = (
  { newId }: Pick<DecideContext, 'newId'>,
  payload: OfficerMailPayload,
): EnqueuedTransmission => {
  const id = newId()
  return { id, kind, subjectId: id, patientId: null, visitId: null, payload }
}

/** The address is the one of the moment; a member who was disabled, or has none, receives nothing. */
export const sendOfficerMail = (
  { directory, email, portalUrl }: MessagingContext,
  read: SystemReadContext,
): TransmissionHandler<void> => ({
  kind,
  partTwo: {
    discloses: 'none',
    why: 'It goes to the staff of the organization, and names no patient and no visit.',
  },
  send: async ({ id, organizationId, payload }, signal) => {
    const { memberId, kind: mail } = payload as OfficerMailPayload
    const context = read(organizationId, 'send-officer-mail')
    const to = (await directory.memberAddresses(context)).get(memberId)
    if (to === undefined) return
    if (email === null) throw new PartnerUnavailable('channel-missing')
    const { brand, languages } = await directory.organization(context)
    const values = { organization: brand.name, link: await portalUrl(organizationId) }
    await email.send(
      { id, to, fromName: brand.name, ...officerMailText(mail, values, languages), unsubscribeUrl: null },
      signal,
    )
  },
  conclude: async () => ({ answer: undefined }),
  audit: { entity: 'Delivery', because: 'notification' },
  disclosed: () => false,
})
