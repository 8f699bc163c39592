import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { MessagingContext, VisitOfThread } from '../ports.ts'

/** The member who sees the patient in a visit; null for a practitioner without a sign-in. */
export const findTreatingMember = async (
  { directory }: MessagingContext,
  context: ReadContext,
  { seenBy, practitionerId }: VisitOfThread,
): Promise<string | null> => (await directory.practitioner(context, seenBy ?? practitionerId)).memberId
