import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import { inBestLanguage, type DocumentHead } from '../model/consent-text.ts'
import type { ConsentPack } from '../model/consent-pack.ts'
import { consentRule, requiredForm } from '../model/consent-rule.ts'
import { isPartTwo } from '../model/part-two.ts'
import { standingFor, standingIn, standingOf, type ConsentStanding, type Decision } from '../model/standing.ts'
import type { ConsentPorts } from '../ports.ts'
import { documentMissing } from '../problems.ts'
import { listStandingFacts } from '../store/standing-facts.ts'
import { presentConsentDocument } from '../presenters/present-consent-document.ts'
import { listNewestTexts } from '../store/texts.ts'

type Requirement = components['schemas']['ConsentRequirement']

export const listConsentRequirements = (pack: ConsentPack) =>
  operation<ConsentPorts>()('listConsentRequirements', {
    gather: async ({ path, query }, { directory }, context) => {
      const { as } = await directory.actingFor(context, path.patientId, 'visit')
      // Whether a person has decided on these says that they have such visits.
      if (query.purposes.some(isPartTwo)) await directory.actingFor(context, path.patientId, 'sensitive')
      if (as === 'staff' || query.language === undefined) {
        const patient = await directory.patient(context, path.patientId)
        return { language: query.language ?? patient.language, home: as === 'staff' ? patient.state : null }
      }
      await directory.patientZone(context, path.patientId)
      return { language: query.language, home: null }
    },
    read: async ({ path: { patientId }, query }, { language, home }, { db, access, now }) => {
      access.touch(patientId)
      const purposes = [...new Set(query.purposes)]
      const facts = await listStandingFacts(db, [{ patientId, purposes }])
      const heads = facts.flatMap(({ head }) => (head ? [head] : []))
      const texts = Map.groupBy(await listNewestTexts(db, heads), ({ documentId }) => documentId)
      const { appointmentId } = query
      const frequency = appointmentId === undefined ? 'initiation' : strictestOf(pack, now)
      const form = query.state === undefined ? 'verbal-documented' : formIn(pack, query.state, now)
      const ofTreatment = (decision: Decision | undefined, head: DocumentHead | undefined): ConsentStanding =>
        appointmentId === undefined
          ? standingIn(form, standingOf(decision, head, now))
          : standingFor(decision, head, { appointmentId, form, frequency, now })
      const items = facts.map(({ purpose, head, decision }): Requirement => {
        const text = head && inBestLanguage(texts.get(head.documentId) ?? [], language)
        if (!text) throw documentMissing(purpose)
        const standing =
          purpose === 'telehealth-treatment' ? ofTreatment(decision, head) : standingOf(decision, head, now)
        const { onceSince, spoken: _, ...rest } = standing
        // No visit is known here: a consent for none in particular is asked for again.
        const shown = onceSince === undefined ? rest : ({ ...rest, status: 'required', reason: 'each-visit' } as const)
        const states = home === null ? null : [home, ...(query.state === undefined ? [] : [query.state])]
        return {
          purpose,
          ...shown,
          ...(states && { form: requiredForm(pack.jurisdictions, purpose, states, dayOf(now)).form }),
          document: presentConsentDocument(text, text.version),
        }
      })
      return { status: 200, body: { patientId, items } }
    },
  })

/** Where the patient will be is known at check-in only, so the strictest rule of all decides whether they are asked. */
const strictestOf = ({ jurisdictions }: ConsentPack, now: Date) =>
  consentRule(jurisdictions, { state: null, profession: null, payer: null, modality: null }, dayOf(now)).frequency

/** Who treats and who pays is not known here either. Where the patient will be decides only once they say it. */
const formIn = ({ jurisdictions }: ConsentPack, state: string, now: Date) =>
  requiredForm(jurisdictions, 'telehealth-treatment', [state], dayOf(now)).form

const dayOf = (now: Date): string => now.toISOString().slice(0, 10)
