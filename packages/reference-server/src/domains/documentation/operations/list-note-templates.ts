import { operation } from '../../../platform/contracts/operation.ts'
import { templatesNamedBy } from '../model/specialty-notes.ts'
import type { DocumentationContext } from '../ports.ts'
import { presentNoteTemplate } from '../presenters/present-note-template.ts'

export const listNoteTemplates = operation<DocumentationContext>()('listNoteTemplates', {
  gather: (_, { scheduling }, context) => scheduling.visitTypes(context),
  read: async (_, visitTypes, { now }, { templates, specialties: packs }) => {
    const offered = new Set(visitTypes.filter(({ active }) => active).map(({ specialty }) => specialty))
    const named = templatesNamedBy(offered, packs)
    const items = templates
      .all(now)
      .filter(
        ({ code, specialties }) =>
          specialties.length === 0 || named.has(code) || specialties.some((specialty) => offered.has(specialty)),
      )
      .map(presentNoteTemplate)
    return { status: 200, body: { items } }
  },
})
