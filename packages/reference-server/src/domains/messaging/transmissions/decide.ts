import { Problem } from '../../../platform/http/problem.ts'
import { enqueueTransmission } from '../../../platform/partners/enqueue-transmission.ts'
import type { TransmissionHandler } from '../../../platform/partners/transmission.ts'
import type { Keeping, Reading } from '../../../platform/seams.ts'
import { deliveryChanged } from '../events.ts'
import { decideNotice, type NoticeDecision } from '../model/decide-notice.ts'
import { advance, type Delivery } from '../model/delivery.ts'
import { dialable } from '../model/phone.ts'
import { renderNotice } from '../model/render-notice.ts'
import type { TemplateName } from '../model/template-pack.ts'
import type { MessagingContext } from '../ports.ts'
import { enqueueDecision } from '../request-notice.ts'
import { findDelivery, updateDelivery } from '../store/deliveries.ts'
import { isUnreadByPatient } from '../store/messages.ts'
import { isStopped, numberIndex, readPreferences } from '../store/preferences.ts'
import type { SystemReading } from '../system-reading.ts'
import type { OutgoingNotice } from './outgoing-notice.ts'

type Decided =
  | Exclude<NoticeDecision, { readonly do: 'send' }>
  | { readonly do: 'send'; readonly channel: 'email' | 'sms'; readonly notice: OutgoingNotice }
  /** It was settled meanwhile. */
  | { readonly do: 'nothing' }

/** Templates that are only true while their appointment stands as it was told. */
const ofStanding: ReadonlySet<TemplateName> = new Set([
  'appointment-booked',
  'appointment-moved',
  'reminder-day',
  'reminder-hour',
])

/** Decides, when its time has come, whether a notice leaves, how and with which words. Tells nobody anything yet. */
export const decide = (context: MessagingContext, read: SystemReading): TransmissionHandler<Decided> => ({
  kind: 'notice',
  send: async ({ organizationId, subjectId }) => {
    const reading = read(organizationId, 'decide-notice')
    const delivery = await findDelivery(reading.db, subjectId)
    if (delivery === null || (delivery.status !== 'queued' && delivery.status !== 'waiting-for-morning'))
      return { do: 'nothing' }
    return decideOn(context, reading, delivery)
  },
  settle: async (keeping, { subjectId }, outcome) => {
    const delivery = await findDelivery(keeping.tx, subjectId, 'lock')
    if (delivery === null) return
    if ('expired' in outcome)
      return keepDelivery(keeping, advance(delivery, 'failed', { now: keeping.now, reasonCode: 'undecided' }))
    const { answer } = outcome
    if (answer.do === 'nothing') return
    if (answer.do === 'suppress')
      return keepDelivery(keeping, advance(delivery, 'suppressed', { now: keeping.now, reasonCode: answer.because }))
    if (answer.do === 'wait') {
      const waiting: Delivery = { ...delivery, status: 'waiting-for-morning' }
      await enqueueDecision(keeping, waiting, answer.until)
      return keeping.emit(deliveryChanged(waiting))
    }
    const transmissionId = await enqueueTransmission(keeping, 'messaging', {
      kind: answer.channel,
      subjectId,
      patientId: delivery.patientId,
      payload: answer.notice,
      expiresAt: delivery.expiresAt,
    })
    const index = answer.channel === 'sms' ? await numberIndex(keeping.tx, keeping, answer.notice.to) : undefined
    await updateDelivery(keeping.tx, { ...delivery, status: 'queued', channel: answer.channel, transmissionId }, index)
  },
  audit: { entity: 'Delivery', because: 'notification' },
  disclosed: () => false,
})

const keepDelivery = async (keeping: Keeping, delivery: Delivery | null): Promise<void> => {
  if (delivery === null) return
  await updateDelivery(keeping.tx, delivery)
  await keeping.emit(deliveryChanged(delivery))
}

const decideOn = async (context: MessagingContext, reading: Reading, delivery: Delivery): Promise<Decided> => {
  const { directory, policy, templates, portalUrl } = context
  const { patientId } = delivery
  const patient = await directory.patient(reading, patientId).catch(unlessGone)
  if (patient === null) return { do: 'suppress', because: 'no-address' }
  const preferences = await readPreferences(reading.db, reading, patientId)
  const phone = dialable(preferences?.phone ?? patient.phone ?? '')
  const stopped = phone !== null && (await isStopped(reading.db, await numberIndex(reading.db, reading, phone)))
  const decision = decideNotice(
    {
      kind: delivery.kind,
      current: await isCurrent(context, reading, delivery),
      expiresAt: delivery.expiresAt,
      patient,
      preferences,
      isStopped: () => stopped,
      channels: [...(context.email ? (['email'] as const) : []), ...(context.sms ? (['sms'] as const) : [])],
      now: reading.now,
    },
    policy,
  )
  if (decision.do !== 'send') return decision
  const { brand } = await directory.organization(reading)
  const portal = await portalUrl(reading.caller.organizationId)
  const words = renderNotice(templates, {
    template: delivery.template,
    language: decision.language,
    zone: patient.zone,
    at: delivery.at,
    organization: brand.name,
    portalUrl: portal,
  })
  return {
    do: 'send',
    channel: decision.channel,
    notice: {
      to: decision.to,
      fromName: brand.name,
      language: words.language,
      subject: words.subject,
      text: decision.channel === 'email' ? words.text : words.sms,
      unsubscribeUrl: `${portal}/preferences`,
      zone: patient.zone,
      quietHours: preferences === null ? policy.quietHours : preferences.quietHours,
      preferencesVersion: preferences?.version ?? 0,
    },
  }
}

/** A patient who is not there any longer is told nothing. */
const unlessGone = (error: unknown): null => {
  if (error instanceof Problem && (error.status === 404 || error.status === 410)) return null
  throw error
}

/** Whether there is still something to tell. */
const isCurrent = async (
  { scheduling }: MessagingContext,
  reading: Reading,
  { subjectKind, subjectId, template, at }: Delivery,
): Promise<boolean> => {
  // Whoever has read the thread since needs no telling.
  if (subjectKind === 'thread') return isUnreadByPatient(reading.db, subjectId)
  if (subjectKind !== 'appointment' || at === null) return true
  const appointment = await scheduling.appointment(reading, subjectId).catch(unlessGone)
  if (appointment === null) return false
  if (!ofStanding.has(template)) return at > reading.now
  return appointment.status === 'booked' && appointment.start.getTime() === at.getTime() && at > reading.now
}
