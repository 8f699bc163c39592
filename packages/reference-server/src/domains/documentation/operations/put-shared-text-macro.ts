import { operation } from '../../../platform/contracts/operation.ts'
import type { DocumentationContext } from '../ports.ts'
import { listMacroFacts } from '../store/text-macros.ts'
import { changeMacro } from '../workflows/write-text-macro.ts'

export const putSharedTextMacro = operation<DocumentationContext>()('putSharedTextMacro', {
  gather: (_input, _ports, context) => listMacroFacts(context.db, context, context.caller.organizationId),
  decide: ({ path: { name }, body }, owned, context) =>
    changeMacro(owned, { name, body, ownerId: context.caller.organizationId }, context),
})
