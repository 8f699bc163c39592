import type { Database } from '../../platform/contracts/database.ts'
import type { ReadContext } from '../../platform/contracts/context.ts'
import type { PrivacyRequest } from './model/privacy-request.ts'
import { listDisagreementsByVisit } from './store/requests.ts'

/** What a patient said to a denied correction of a note, with what was asked and answered: 45 CFR 164.526(d)(5). */
export interface StatementOfDisagreement {
  /** In the patient's words. */
  readonly text: string
  readonly at: Date
  /** Null of one that was written before this was stored. */
  readonly byKind: PrivacyRequest['askedByKind'] | null
  readonly asked: string
  readonly answer: string
}

/** What other domains can read, for the caller's organization and access. */
export interface RightsProvides {
  /** About the note of this visit, the oldest first. Decrypts them, and records the access. */
  statementsAbout(
    context: ReadContext,
    about: { readonly patientId: string; readonly visitId: string },
  ): Promise<readonly StatementOfDisagreement[]>
}

export const rightsProvides = (database: Pick<Database, 'reader'>): RightsProvides => ({
  statementsAbout: async (context, { patientId, visitId }) => {
    const db = database.reader({ domain: 'rights', organizationId: context.caller.organizationId })
    return (await listDisagreementsByVisit(db, context, patientId, visitId)).flatMap((request) =>
      request.disagreedAt === null || request.disagreement === null
        ? []
        : [
            {
              text: request.disagreement,
              at: request.disagreedAt,
              byKind: request.disagreedByKind,
              asked: request.what,
              answer: request.decisionText ?? '',
            },
          ],
    )
  },
})
