import { operation } from '../../../platform/contracts/operation.ts'
import type { DocumentationContext } from '../ports.ts'
import { listMacroFacts } from '../store/text-macros.ts'
import { removeMacro } from '../workflows/write-text-macro.ts'

export const removeSharedTextMacro = operation<DocumentationContext>()('removeSharedTextMacro', {
  gather: (_input, _ports, context) => listMacroFacts(context.db, context, context.caller.organizationId),
  decide: ({ path: { name } }, owned) => removeMacro(owned, name),
})
