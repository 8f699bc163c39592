import { describe, expect, test } from 'vitest'
import { keepForOrganization } from '../../../platform/system/keep-for-organization.ts'
import { loadMessagingPolicy, loadNotificationTemplates } from '../packs/load-packs.ts'
import type { NotificationKind } from '../model/preferences.ts'
import { renderNotice } from '../model/render-notice.ts'
import { templateNames, type TemplateName } from '../model/template-pack.ts'
import { requestNotices, type NoticeRequest } from '../workflows/request-notice.ts'
import { newAddress, newNumber, prepareNotices } from './notices.testing.ts'

/** A new template does not compile until it is in this table, and with it in the test. */
const kinds: Readonly<Record<TemplateName, NotificationKind>> = {
  'appointment-requested': 'appointment',
  'appointment-declined': 'appointment',
  'appointment-booked': 'appointment',
  'appointment-rescheduled': 'appointment',
  'appointment-cancelled': 'appointment',
  'appointment-unsupported': 'appointment',
  'reminder-day': 'reminder',
  'reminder-hour': 'reminder',
  'visit-missed': 'outreach',
  'new-message': 'message',
  'result-ready': 'result',
  'summary-ready': 'summary',
  'refill-answered': 'prescription',
  'next-step': 'outreach',
  'waitlist-offer': 'appointment',
  'first-access': 'access',
  'access-question-answered': 'access',
  'privacy-request-answered': 'access',
  'emergency-access': 'access',
  // True only while the patient is awaited in a visit, so nothing leaves here. It has a test of its own.
  'called-in': 'appointment',
  'text-not-read': 'message',
  'mail-not-read': 'message',
}
const sent = templateNames.filter((name) => name !== 'called-in')

describe('every notice', () => {
  const notices = prepareNotices('postgres')

  test.each([
    ['email', 'en'],
    ['email', 'es'],
    ['sms', 'ar'],
    ['sms', 'en'],
    ['none', 'es'],
  ] as const)(
    'of a patient who chose %s in %s leaves there, at the chosen address, and nowhere else',
    async (channel, language) => {
      const { kit } = notices
      const chosen = { email: newAddress(), phone: newNumber() }
      const { id, client } = await kit.addPatient({ email: newAddress(), phone: newNumber(), language: 'en' })
      await kit.consentToMessages(client, id, 'granted')
      expect((await notices.prefer(client, id, { channel, language, ...chosen, tellFirstAccess: true })).status).toBe(
        200,
      )
      await kit.settle()
      await kit.send()
      const [mails, texts] = [notices.mail.inbox.length, notices.carrier.inbox.length]

      const at = new Date(kit.clock.now().getTime() + 2 * 86_400_000)
      const requests = templateNames.map((template): NoticeRequest => ({
        ...{ patientId: id, kind: kinds[template], template, at, dedupeKey: `${id}-${template}` },
        subject: { kind: 'other', id },
      }))
      const policy = await loadMessagingPolicy()
      await keepForOrganization(kit.platform.unitOfWork, 'messaging')(
        kit.organizationId,
        kit.clock.now(),
        async (_, context) => requestNotices(context, policy, requests),
      )
      await kit.settle()
      await expect
        .poll(async () => {
          await kit.send()
          const waiting = (await notices.ledger(id)).filter(
            ({ status }) => status === 'queued' || status === 'deferred',
          )
          return waiting.map(({ template }) => template)
        })
        .toEqual([])

      const templates = await loadNotificationTemplates()
      const expected = sent.map((template) =>
        renderNotice(templates, {
          ...{ kind: kinds[template], template, subject: { kind: 'other', id }, language, at },
          ...{
            zone: 'America/New_York',
            organization: 'Lakeside Health',
            portalUrl: 'https://portal.lakeside.example',
          },
        }),
      )
      const left = [
        ...notices.mail.inbox.slice(mails).map(({ to, subject }) => `email ${to} ${subject}`),
        ...notices.carrier.inbox.slice(texts).map(({ to, text }) => `sms ${to} ${text}`),
      ]
      const due = {
        email: expected.map(({ subject }) => `email ${chosen.email} ${subject}`),
        sms: expected.map(({ sms }) => `sms ${chosen.phone} ${sms}`),
        none: [],
      }
      expect(left.toSorted()).toEqual(due[channel].toSorted())
    },
  )
})
