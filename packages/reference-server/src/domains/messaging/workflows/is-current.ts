import { Problem } from '../../../platform/problems/problem.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import type { Delivery } from '../model/delivery.ts'
import type { TemplateName } from '../model/template-pack.ts'
import type { MessagingContext } from '../ports.ts'
import { isUnreadByPatient } from '../store/messages.ts'

/** Templates that are only true while their appointment is unchanged and can take place. */
const ofStanding: ReadonlySet<TemplateName> = new Set([
  'appointment-booked',
  'appointment-rescheduled',
  'reminder-day',
  'reminder-hour',
])

/** A patient who no longer exists is not notified. */
export const nullIfNotFound = (error: unknown): null => {
  if (error instanceof Problem && (error.status === 404 || error.status === 410)) return null
  throw error
}

/** Whether the notice is still true: checked when it is decided, and again when it is sent. */
export const isCurrent = async (
  { scheduling, visits }: MessagingContext,
  context: ReadContext,
  { subjectKind, subjectId, template, at }: Delivery,
): Promise<boolean> => {
  // A patient who has read the thread since needs no notice.
  if (subjectKind === 'thread') return isUnreadByPatient(context.db, subjectId)
  if (template === 'called-in')
    return (await visits.isPatientAwaited(context, subjectId).catch(nullIfNotFound)) ?? false
  if (subjectKind !== 'appointment' || at === null) return true
  const appointment = await scheduling.appointment(context, subjectId).catch(nullIfNotFound)
  if (appointment === null) return false
  if (at <= context.now) return false
  const isStanding = appointment.status === 'booked' && appointment.start.getTime() === at.getTime()
  const isSupported = appointment.unsupportedReasons.length === 0
  if (template === 'appointment-unsupported') return isStanding && !isSupported
  if (template === 'appointment-requested') return appointment.status === 'requested'
  return !ofStanding.has(template) || (isStanding && isSupported)
}
