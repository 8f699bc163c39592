import type { components } from '@visitkit/contract'
import { operation } from '../../../platform/contracts/operation.ts'
import { inBestLanguage } from '../model/consent-text.ts'
import { standingOf } from '../model/standing.ts'
import type { ConsentPorts } from '../ports.ts'
import { documentMissing } from '../problems.ts'
import { listStandingFacts } from '../store/standing-facts.ts'
import { presentConsentDocument } from '../presenters/present-consent-document.ts'
import { listNewestTexts } from '../store/texts.ts'

type Requirement = components['schemas']['ConsentRequirement']

export const listConsentRequirements = operation<ConsentPorts>()('listConsentRequirements', {
  gather: async ({ path, query }, { directory }, context) => {
    await directory.actingFor(context, path.patientId, 'visit')
    if (query.language === undefined) return (await directory.patient(context, path.patientId)).language
    await directory.patientZone(context, path.patientId)
    return query.language
  },
  read: async ({ path: { patientId }, query }, language, { db, access }) => {
    access.touch(patientId)
    const purposes = [...new Set(query.purposes)]
    const facts = await listStandingFacts(db, [{ patientId, purposes }])
    const heads = facts.flatMap(({ head }) => (head ? [head] : []))
    const texts = Map.groupBy(await listNewestTexts(db, heads), ({ documentId }) => documentId)
    const items = facts.map(({ purpose, head, decision }): Requirement => {
      const text = head && inBestLanguage(texts.get(head.documentId) ?? [], language)
      if (!text) throw documentMissing(purpose)
      return { purpose, ...standingOf(decision, head), document: presentConsentDocument(text, text.version) }
    })
    return { status: 200, body: { patientId, items } }
  },
})
