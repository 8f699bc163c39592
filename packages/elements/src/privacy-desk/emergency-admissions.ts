import { html, nothing } from 'lit'
import type { EmergencyAdmissionReport, Me, VisitClient } from '@visitkit/sdk'
import type { VisitElement } from '../core/visit-element.ts'
import { emergencyAdmissionsMessages } from './emergency-admissions.messages.ts'
import { EmergencyReviews } from './emergency-reviews.ts'

/** Visits that began in an emergency without the consent and wait for a review. */
export const reviewEmergencyAdmissions = (
  host: VisitElement,
  client: VisitClient,
  me: Pick<Me, 'personId'>,
  counted: () => void,
): EmergencyReviews<EmergencyAdmissionReport> => {
  const t = host.language.bundle(emergencyAdmissionsMessages)
  host.language.refresh()
  return new EmergencyReviews(host, client, me, counted, {
    name: 'admission',
    texts: t,
    heading: (count) => t('heading', { count }),
    reviewName: (name) => t('reviewName', { name }),
    on: ['emergency-admission.changed'],
    read: async (options) =>
      (await client.emergencyAdmissions.list({ waiting: true, limit: 50 }, options).page()).items,
    review: (id, body) => client.emergencyAdmissions.review(id, body),
    lineOf: ({ admittedBy, reason, admittedAt, reviewBy, escalatedAt, refusedBefore, review }) => ({
      chips: [
        escalatedAt === undefined ? nothing : html`<span class="chip bad">${t('overdue')}</span>`,
        refusedBefore ? html`<span class="chip bad">${t('refusedBefore')}</span>` : nothing,
        review === undefined ? nothing : html`<span class="chip warn">${t('asked')}</span>`,
      ],
      about: [
        t('admittedBy', { name: admittedBy.displayName ?? t('unknown') }),
        host.format.moment(admittedAt),
        t('dueBy', { date: host.format.moment(reviewBy) }),
      ],
      reason: t(`reason_${reason}`),
      memberId: admittedBy.memberId,
      asked: review?.note
        ? t('askedNote', { name: review.reviewedBy.displayName ?? t('unknown'), note: review.note })
        : null,
    }),
  })
}
