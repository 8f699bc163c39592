import { operation } from '../../../platform/contracts/operation.ts'
import { personUuidOf } from '../../../platform/database/ids/require-uuid.ts'
import type { DocumentationContext } from '../ports.ts'
import { listMacroFacts } from '../store/text-macros.ts'
import { changeMacro } from '../workflows/write-text-macro.ts'

export const putTextMacro = operation<DocumentationContext>()('putTextMacro', {
  gather: (_input, _ports, context) => listMacroFacts(context.db, context, personUuidOf(context.caller)),
  decide: ({ path: { name }, body }, owned, context) =>
    changeMacro(owned, { name, body, ownerId: personUuidOf(context.caller) }, context),
})
