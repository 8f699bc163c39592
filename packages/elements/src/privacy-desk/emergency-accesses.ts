import { html, nothing } from 'lit'
import type { EmergencyAccessReport, Me, VisitClient } from '@visitkit/sdk'
import type { VisitElement } from '../core/visit-element.ts'
import { emergencyAccessesMessages } from './emergency-accesses.messages.ts'
import { EmergencyReviews } from './emergency-reviews.ts'

/** Charts that were opened in an emergency and wait for a review. */
export const reviewEmergencyAccesses = (
  host: VisitElement,
  client: VisitClient,
  me: Pick<Me, 'personId'>,
  counted: () => void,
): EmergencyReviews<EmergencyAccessReport> => {
  const t = host.language.bundle(emergencyAccessesMessages)
  host.language.refresh()
  return new EmergencyReviews(host, client, me, counted, {
    name: 'emergency',
    texts: t,
    heading: (count) => t('heading', { count }),
    reviewName: (name) => t('reviewName', { name }),
    on: ['emergency-access.changed'],
    read: async (options) => (await client.emergencyAccesses.list({ waiting: true, limit: 50 }, options).page()).items,
    review: (id, body) => client.emergencyAccesses.review(id, body),
    lineOf: ({ openedBy, reason, from, until, endedAt, reviewBy, escalatedAt, review }) => ({
      chips: [
        escalatedAt === undefined ? nothing : html`<span class="chip bad">${t('overdue')}</span>`,
        review === undefined ? nothing : html`<span class="chip warn">${t('asked')}</span>`,
        endedAt === undefined && Date.parse(until) > Date.now()
          ? html`<span class="chip warn">${t('openNow')}</span>`
          : nothing,
      ],
      about: [
        t('openedBy', { name: openedBy.displayName }),
        host.format.moment(from),
        t('dueBy', { date: host.format.moment(reviewBy) }),
      ],
      reason: t(`reason_${reason}`),
      memberId: openedBy.memberId,
      asked: review?.note ? t('askedNote', { name: review.reviewedBy.displayName, note: review.note }) : null,
    }),
  })
}
