import { operation } from '../../../platform/contracts/operation.ts'
import { isServiceWanted } from '../model/is-service-wanted.ts'
import { localDay } from '../model/local-day.ts'
import type { DocumentationContext } from '../ports.ts'

/** Searches by day and not by note, so that a search reveals nothing about a patient. */
export const searchDiagnosisCodes = operation<DocumentationContext>()('searchDiagnosisCodes', {
  gather: async ({ query: { on } }, { directory }, context) =>
    on ?? localDay(context.now, (await directory.organization(context)).zone),
  read: async ({ query: { search, limit = 20 } }, day, _, { diagnoses }) => {
    const items = diagnoses.search(search, limit, day)
    const wantsService = items.length === 0 && isServiceWanted(search)
    return { status: 200, body: { items, ...(wantsService && { hint: 'service-code' as const }) } }
  },
})
