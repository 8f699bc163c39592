import type { LiveRule } from '../../platform/contracts/live-rule.ts'

/** The patient's own pages. Who is in a visit with them hears through the visit, which knows who that is. */
export const liveRules: readonly LiveRule[] = ['consent.consent-decided', 'consent.consent-revoked'].map((event) => ({
  event,
  audience: ({ data }) => [`patient:${data['patientId']}`],
  message: ({ data }) => ({
    type: 'consent.changed',
    ids: { patientId: String(data['patientId']), consentId: String(data['consentId']) },
  }),
}))
