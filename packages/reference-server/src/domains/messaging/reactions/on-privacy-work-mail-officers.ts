import { nothingToDo, onEvents } from '../../../platform/contracts/reaction.ts'
import { eventsForOfficers, mailToOfficers, recipientsOf } from '../model/mail-to-officers.ts'
import type { MessagingContext } from '../ports.ts'
import { newOfficerMail, type OfficerMailPayload } from '../transmissions/send-officer-mail.ts'

/** Notifies privacy officers by e-mail of what is new or overdue. Of one kind, a page of events makes one mail for each of them. */
export const onPrivacyWorkMailOfficers = onEvents<MessagingContext>()(
  eventsForOfficers,
  'messaging.mail-officers-on-privacy-work',
  {
    gather: async (page, { email, directory, compliance }, context) => {
      if (email === null) return nothingToDo
      const found = page.flatMap((event) => {
        const mail = mailToOfficers(event)
        return mail === null ? [] : [{ eventId: event.id, mail }]
      })
      if (found.length === 0) return nothingToDo
      const asked = found.flatMap(({ mail: { about } }) => about ?? [])
      const concerned = asked.length === 0 ? new Map<string, never>() : await compliance.concerned(context, asked)
      const members = await directory.activeMembers(context)
      const addresses = await directory.memberAddresses(context)
      const mailed = new Set<string>()
      const byEvent = new Map<string, readonly OfficerMailPayload[]>()
      for (const { eventId, mail } of found) {
        const { kind, about } = mail
        const whom = about === null ? undefined : concerned.get(about)
        if (whom?.isSecondLook) continue
        const recipients = recipientsOf({ ...mail, except: whom?.memberId ?? mail.except }, members).filter(
          (memberId) => addresses.has(memberId) && !mailed.has(`${kind} ${memberId}`),
        )
        for (const memberId of recipients) mailed.add(`${kind} ${memberId}`)
        byEvent.set(
          eventId,
          recipients.map((memberId) => ({ memberId, kind })),
        )
      }
      return byEvent
    },
    decide: ({ id }, byEvent, context) => {
      const mails = byEvent.get(id) ?? []
      if (mails.length === 0) return nothingToDo
      return { transmissions: mails.map((mail) => newOfficerMail(context, mail)), answer: undefined }
    },
  },
)
