import type { DomainJob } from '../../../platform/contracts/domain-job.ts'
import type { ReadContext } from '../../../platform/contracts/context.ts'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { PartnerUnavailable } from '../../../platform/partners/partner-unavailable.ts'
import { Problem } from '../../../platform/problems/problem.ts'
import type { KeepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import { addDays } from '../model/day.ts'
import { listFindings } from '../model/findings.ts'
import { reminderMail } from '../model/reminder-mail.ts'
import { remindersOf } from '../model/reminder.ts'
import type { ObligationContext, ReminderPorts } from '../ports.ts'
import { insertReminder, listLastReminded, listQueuedReminders, replaceReminder } from '../store/reminders.ts'
import { gatherDuties } from '../workflows/gather-duties.ts'
import { gatherRecordingVendor } from '../workflows/gather-recording-vendor.ts'
import { gatherToday, type Today } from '../workflows/gather-today.ts'

/** How long a reminder that could not be sent is tried again. */
const triedDays = 3
/** Milliseconds for one message. */
const longestSend = 30_000

interface RemindDeps {
  readonly ports: ObligationContext & ReminderPorts
  readonly contextOf: (organizationId: string, now: Date) => ReadContext
  readonly keep: KeepForOrganization
}

/**
 * Reminds owners and staff by e-mail of what is due and overdue. What is to be sent is stored first, once for each member and day, so that
 * neither a crash nor a second process sends it twice under two ids; the mail system recognizes a repeat by the id.
 */
export const remindOwners = ({ ports, contextOf, keep }: RemindDeps): DomainJob => {
  const stopping = new AbortController()

  const queue = async (context: ReadContext, now: Today): Promise<void> => {
    const { organizationId } = context.caller
    const { duties, members } = await gatherDuties(ports, context, now, await gatherRecordingVendor(ports, context))
    const { today, policy } = now
    const reachable = await ports.directory.memberAddresses(context)
    const due = remindersOf(
      listFindings(duties, today, policy),
      duties,
      members,
      await listLastReminded(context.db),
      today,
      policy,
    )
    for (const reminder of due)
      if (reachable.has(reminder.memberId))
        await keep(organizationId, context.now, () => ({
          writes: [insertReminder({ ...reminder, id: newId(), day: today, status: 'queued' })],
          // Another process was first.
          otherwise: () => ({ answer: undefined }),
          answer: undefined,
        }))
  }

  const send = async (context: ReadContext, { today, policy }: Today): Promise<void> => {
    const { organizationId } = context.caller
    const { email } = ports
    if (email === null) return
    const organization = await ports.directory.organization(context)
    const addresses = await ports.directory.memberAddresses(context)
    for (const before of await listQueuedReminders(context.db, addDays(today, 1 - triedDays))) {
      if (stopping.signal.aborted) return
      const to = addresses.get(before.memberId)
      // Disabled in the meantime, or without an address now.
      if (to === undefined) continue
      const { subject, text, language } = reminderMail(
        {
          organization: organization.brand.name,
          soon: before.soon,
          overdue: before.overdue,
          days: policy.warnDays,
          again: policy.remindDays,
          link: await ports.portalUrl(organizationId),
        },
        organization.languages,
      )
      const mail = { id: before.id, to, fromName: organization.brand.name, subject, text, language }
      const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(longestSend)])
      const { accepted } = await email.send({ ...mail, unsubscribeUrl: null }, signal)
      await keep(organizationId, context.now, () => ({
        writes: [replaceReminder({ ...before, status: accepted ? 'sent' : 'refused' }, before)],
        otherwise: () => ({ answer: undefined }),
        answer: undefined,
      }))
    }
  }

  return {
    name: 'obligations.remind-owners',
    everySeconds: 900,
    run: async (now) => {
      if (ports.email === null) return
      for (const organizationId of await ports.directory.organizationIds()) {
        if (stopping.signal.aborted) return
        const context = contextOf(organizationId, now)
        const today = await gatherToday(ports, context)
        await queue(context, today)
        try {
          await send(context, today)
        } catch (error) {
          // The vendor is down, or no agreement with it is in force: what is queued is sent later.
          if (!(error instanceof PartnerUnavailable) && !(error instanceof Problem)) throw error
        }
      }
    },
    stop: () => stopping.abort(),
  }
}
