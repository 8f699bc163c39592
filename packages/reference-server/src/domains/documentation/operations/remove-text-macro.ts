import { operation } from '../../../platform/contracts/operation.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import type { DocumentationContext } from '../ports.ts'
import { listMacroFacts } from '../store/text-macros.ts'
import { removeMacro } from '../workflows/write-text-macro.ts'

export const removeTextMacro = operation<DocumentationContext>()('removeTextMacro', {
  gather: (_input, _ports, context) => listMacroFacts(context.db, context, personUuidOf(context.caller)),
  decide: ({ path: { name } }, owned) => removeMacro(owned, name),
})
